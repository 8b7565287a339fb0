from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.agreement import Agreement
from objectives.models.objective import ObjectiveVersion
from people.models import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel

ONE_TO_FIVE = Q(challenge__range=(1, 5), feasibility__range=(1, 5), commitment__range=(1, 5))


@tracked
class ChallengeRating(TenantModel):
    """How hard, how doable and how worth it one side finds a version; each 1 to 5, given before
    the other side's is seen."""

    version = models.ForeignKey(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="ratings", db_constraint=False
    )
    party = models.CharField(max_length=20, choices=Agreement.Party)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    challenge = models.PositiveSmallIntegerField()
    feasibility = models.PositiveSmallIntegerField()
    commitment = models.PositiveSmallIntegerField()
    rated_at = models.DateTimeField()

    objects = TenantManager["ChallengeRating"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "version", "party", "person"), name="one_rating_each"
            ),
            models.CheckConstraint(name="a_rating_is_one_to_five", condition=ONE_TO_FIVE),
        )

    def __str__(self) -> str:
        return f"{self.get_party_display()} on version {self.version_id}"


@tracked
class ClarityAnswer(TenantModel):
    """One member's answer to one question: is it clear what this asks of us? 1 to 5. Only the
    mean of enough of them is shown."""

    version = models.ForeignKey(
        ObjectiveVersion,
        on_delete=models.PROTECT,
        related_name="clarity_answers",
        db_constraint=False,
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    clarity = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField()

    objects = TenantManager["ClarityAnswer"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "version", "person"), name="one_clarity_answer_each"
            ),
            models.CheckConstraint(
                name="clarity_is_one_to_five", condition=Q(clarity__range=(1, 5))
            ),
        )

    def __str__(self) -> str:
        return f"{self.clarity} of 5"
