from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from objectives.figures import joint_party
from objectives.models.objective import ObjectiveVersion
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class Agreement(TenantModel):
    """One side's answer to one exact version; kept for good. The newest of a side counts."""

    class Party(models.TextChoices):
        OWNER = "owner", "The owner's side"
        PARENT_OWNER = "parent_owner", "The side it serves"

    class Response(models.TextChoices):
        ACCEPT = "accept", "Accepted"
        CONCERN = "accept_with_concern", "Accepted, with a concern"
        CHALLENGE = "challenge", "Wants to talk"
        DECLINE = "decline", "Declined"

    version = models.ForeignKey(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="agreements", db_constraint=False
    )
    party = models.CharField(max_length=20, choices=Party)
    unit = models.ForeignKey(
        OrgUnit,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )  # the joint owner it speaks for; none for the first owner and the side it serves
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    on_behalf_of = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )  # the leader in whose place a delegate answered
    response = models.CharField(max_length=20, choices=Response)
    note = models.TextField(max_length=600, blank=True)
    made_at = models.DateTimeField()

    objects = TenantManager["Agreement"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_decline_gives_its_reason", condition=Q(response="accept") | ~Q(note="")
            ),
            models.CheckConstraint(
                name="nobody_answers_on_their_own_behalf",
                condition=Q(on_behalf_of=None) | ~Q(on_behalf_of=F("person")),
            ),
        )
        indexes = (models.Index(fields=("organisation", "version"), name="agreement_by_version"),)
        triggers = (
            pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    @property
    def side(self) -> str:
        """The side it speaks for: the owner's, the one it serves, or a joint owner's."""
        return joint_party(self.unit_id) if self.unit_id else self.party

    def __str__(self) -> str:
        return f"{self.get_party_display()}: {self.get_response_display()}"
