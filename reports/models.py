from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from objectives.models import Cycle
from people.models import Person
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


class ReportRunQuerySet(TenantQuerySet["ReportRun"]):
    def done(self) -> Self:
        """Runs with figures, the newest first."""
        return self.filter(state=ReportRun.State.SUCCEEDED).order_by("-as_of", "-pk")

    def unfinished(self) -> Self:
        return self.filter(state__in=(ReportRun.State.QUEUED, ReportRun.State.RUNNING))


class ReportRun(TenantModel):
    """One computation of one report, kept with its figures so that a board can trust them again.

    `summary` holds what pages filter and join; `stored` the packed arrays of every unit or
    objective. A run whose input had been computed before is superseded by the earlier one.
    """

    class Kind(models.TextChoices):
        ALIGNMENT = "alignment", "Alignment"
        COVERAGE = "coverage", "Coverage"

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting for a worker"
        RUNNING = "running", "Being computed"
        SUCCEEDED = "succeeded", "Computed"
        FAILED = "failed", "Failed"
        SUPERSEDED = "superseded", "Nothing had changed"

    class Cause(models.TextChoices):
        ASKED = "asked", "Asked for"
        CHANGES = "changes", "After changes"
        NIGHTLY = "nightly", "Nightly"
        COMMAND = "command", "By command"

    kind = models.CharField(max_length=12, choices=Kind)
    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, related_name="report_runs", db_constraint=False
    )
    state = models.CharField(max_length=12, choices=State, default=State.QUEUED)
    cause = models.CharField(max_length=10, choices=Cause, default=Cause.ASKED)
    asked_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    as_of = models.DateTimeField()
    input_hash = models.CharField(max_length=64, blank=True)
    rule_version = models.CharField(max_length=20, blank=True)
    steps_done = models.PositiveSmallIntegerField(default=0)
    step_words = models.CharField(max_length=100, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    seconds: models.JSONField[dict[str, float]] = models.JSONField(default=dict)
    summary: models.JSONField[dict[str, Any]] = models.JSONField(default=dict)
    stored = models.BinaryField(default=b"")
    trouble = models.CharField(max_length=300, blank=True)
    same_as = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )

    objects = TenantManager.from_queryset(ReportRunQuerySet)()

    STEPS = 4

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "kind", "cycle", "input_hash"),
                condition=Q(state="succeeded"),
                name="one_run_for_one_input",
            ),
            models.CheckConstraint(
                name="computed_run_has_its_input",
                condition=~Q(state="succeeded") | (~Q(input_hash="") & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="failed_run_says_why", condition=~Q(state="failed") | ~Q(trouble="")
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "kind", "cycle", "-as_of"), name="run_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} run {self.pk}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.QUEUED, self.State.RUNNING)
