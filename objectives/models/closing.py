from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import Objective
from people.models import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class Closing(TenantModel):
    """How an objective ended and what was learnt: said by its owner, confirmed by the side it
    serves. It is about the work, never about a person."""

    class Result(models.TextChoices):
        ACHIEVED = "achieved", "Achieved"
        PARTLY = "partly", "Partly achieved"
        NOT_ACHIEVED = "not_achieved", "Not achieved"

    class Next(models.TextChoices):
        KEEP = "keep", "Keep it next year"
        CHANGE = "change", "Change it for next year"
        STOP = "stop", "Stop"

    objective = models.OneToOneField(
        Objective, on_delete=models.PROTECT, related_name="closing", db_constraint=False
    )
    result = models.CharField(max_length=12, choices=Result)
    learnt = models.TextField(max_length=1200)
    next = models.CharField(max_length=10, choices=Next)
    said_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    said_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    sent_back_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_reason = models.TextField(max_length=600, blank=True)
    edition = models.PositiveIntegerField(default=1)
    carried_to = models.OneToOneField(
        Objective,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="carried_from",
        db_constraint=False,
    )

    objects = TenantManager["Closing"]()

    class Meta:
        constraints = (
            models.CheckConstraint(name="closing_says_what_was_learnt", condition=~Q(learnt="")),
            models.CheckConstraint(
                name="what_is_sent_back_says_why",
                condition=Q(sent_back_at=None) | ~Q(sent_back_reason=""),
            ),
            models.CheckConstraint(
                name="what_is_confirmed_is_not_sent_back",
                condition=Q(sent_back_at=None) | Q(confirmed_at=None),
            ),
        )

    def __str__(self) -> str:
        return self.get_result_display()
