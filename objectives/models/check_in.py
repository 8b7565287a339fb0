from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import Measure, Objective
from people.models import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class CheckIn(TenantModel):
    """How an objective stands on a day, in its lead's words. One taken back no longer counts."""

    class Confidence(models.IntegerChoices):
        VERY_WORRIED = 1, "Very worried"
        WORRIED = 2, "Worried"
        MIXED = 3, "Mixed"
        CONFIDENT = 4, "Confident"
        VERY_CONFIDENT = 5, "Very confident"

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="check_ins", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    confidence = models.PositiveSmallIntegerField(choices=Confidence)
    is_no_change = models.BooleanField(default=False)
    helped = models.TextField(max_length=600, blank=True)
    hindered = models.TextField(max_length=600, blank=True)
    who_can_help = models.CharField(max_length=280, blank=True)
    checked_in_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["CheckIn"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="confidence_is_one_to_five", condition=Q(confidence__range=(1, 5))
            ),
        )
        indexes = (
            models.Index(
                fields=("organisation", "objective", "-checked_in_at"), name="check_in_by_objective"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_confidence_display()}, objective {self.objective_id}"


@tracked
class MeasuredValue(TenantModel):
    """What a measure stood at when somebody checked in."""

    check_in = models.ForeignKey(
        CheckIn, on_delete=models.PROTECT, related_name="values", db_constraint=False
    )
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, related_name="values", db_constraint=False
    )
    value = models.DecimalField(max_digits=16, decimal_places=4)

    objects = TenantManager["MeasuredValue"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "check_in", "measure"), name="one_value_each"
            ),
        )

    def __str__(self) -> str:
        return f"{self.value:f}"


@tracked
class ContributionNote(TenantModel):
    """A sentence in which anyone says what they did for an objective."""

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="notes", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    words = models.CharField(max_length=280)
    written_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["ContributionNote"]()

    class Meta:
        constraints = (models.CheckConstraint(name="a_note_has_words", condition=~Q(words="")),)
        indexes = (models.Index(fields=("organisation", "objective"), name="note_by_objective"),)

    def __str__(self) -> str:
        return self.words
