from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from objectives.figures.delegating import AT_MOST
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


class DelegationQuerySet(TenantQuerySet["Delegation"]):
    def not_over(self, *, today: date) -> Self:
        """Those that run, and those that will."""
        return self.filter(ended_at=None, ends_on__gte=today)

    def in_force(self, *, today: date) -> Self:
        return self.not_over(today=today).filter(starts_on__lte=today)


@tracked
class Delegation(TenantModel):
    """Somebody who answers for a unit in its leader's place, from a day until a day. It is worth
    something only while the leader still leads the unit, and cannot be passed on."""

    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    leader = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="delegations", db_constraint=False
    )
    delegate = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="answers_for", db_constraint=False
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )

    objects = TenantManager.from_queryset(DelegationQuerySet)()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="nobody_is_their_own_delegate", condition=~Q(leader=F("delegate"))
            ),
            models.CheckConstraint(
                name="a_delegation_ends_in_time",
                condition=Q(ends_on__gte=F("starts_on"), ends_on__lte=F("starts_on") + AT_MOST),
            ),
            models.CheckConstraint(
                name="a_delegation_is_ended_by_somebody",
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        )
        indexes = (
            models.Index(
                fields=("organisation", "ends_on"),
                condition=Q(ended_at=None),
                name="delegation_not_ended",
            ),
        )

    def __str__(self) -> str:
        return f"Person {self.delegate_id} for person {self.leader_id} in unit {self.unit_id}"
