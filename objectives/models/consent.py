from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import ObjectiveVersion
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class ConsentRound(TenantModel):
    """A whole team is asked whether it can stand behind one version of its words."""

    version = models.OneToOneField(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="consent", db_constraint=False
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    asked_at = models.DateTimeField()

    objects = TenantManager["ConsentRound"]()

    def __str__(self) -> str:
        return f"Unit {self.unit_id} on version {self.version_id}"


@tracked
class TeamAnswer(TenantModel):
    """One asked person's place in a round and, when given, their answer. Nobody reads another's:
    only whether the round is met and, in a team large enough, how many answered."""

    class Response(models.TextChoices):
        ACCEPT = "accept", "I can stand behind this"
        CONCERN = "accept_with_concern", "I can live with this, and have a concern"
        NOT_YET = "decline", "Not yet"

    consent = models.ForeignKey(
        ConsentRound, on_delete=models.PROTECT, related_name="answers", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    response = models.CharField(max_length=20, choices=Response, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["TeamAnswer"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "consent", "person"), name="one_answer_each"
            ),
            models.CheckConstraint(
                name="a_team_answer_has_its_time",
                condition=Q(response="", answered_at=None)
                | (~Q(response="") & Q(answered_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"Person {self.person_id} in round {self.consent_id}"
