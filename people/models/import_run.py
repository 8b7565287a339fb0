from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from people.models.person import Person
from people.tenancy import TenantManager, TenantModel


class ImportRun(TenantModel):
    """One import: the files somebody chose, how their columns match, and what came of it."""

    class State(models.TextChoices):
        CHOSEN = "chosen", "Columns to match"
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Ready to import"
        IMPORTING = "importing", "Being imported"
        DONE = "done", "Imported"
        REFUSED = "refused", "Not imported"
        UNDOING = "undoing", "Being undone"
        UNDONE = "undone", "Undone"

    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=12, choices=State, default=State.CHOSEN)
    file_names: models.JSONField[dict[str, str]] = models.JSONField(default=dict)
    first_file = models.BinaryField(default=b"")
    second_file = models.BinaryField(default=b"")
    matchings: models.JSONField[dict[str, dict[str, int]]] = models.JSONField(default=dict)
    skip_bad_rows = models.BooleanField(default=False)
    confirmed_deactivations = models.PositiveIntegerField(null=True, blank=True)
    result: models.JSONField[dict[str, Any]] = models.JSONField(default=dict)
    trouble = models.CharField(max_length=500, blank=True)
    rows_done = models.PositiveIntegerField(default=0)
    rows_total = models.PositiveIntegerField(default=0)
    asked_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    asked_by_words = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["ImportRun"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="undone_import_says_when",
                condition=~Q(state="undone") | Q(undone_at__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("organisation", "-created_at"), name="import_by_time"),)

    def __str__(self) -> str:
        return f"Import {self.pk} of {self.kind}"

    @property
    def cause(self) -> str:
        """What the record of changes names as the cause of this import's writes."""
        return f"import:{self.pk}"

    @property
    def undo_cause(self) -> str:
        """What the record names as the cause of what its undoing writes."""
        return f"{self.cause}:undo"


class RememberedColumns(TenantModel):
    """How this organisation's files name their columns, offered again the next time."""

    sheet = models.CharField(max_length=20)  # a kind, or senior and junior for an organogram
    names: models.JSONField[dict[str, str]] = models.JSONField(default=dict)

    objects = TenantManager["RememberedColumns"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "sheet"), name="columns_are_remembered_once"
            ),
        )

    def __str__(self) -> str:
        return f"Columns of {self.sheet}"
