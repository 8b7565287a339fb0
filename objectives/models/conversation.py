from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from objectives.models.objective import Objective, ObjectiveVersion
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class Message(TenantModel):
    """What somebody said to both sides about an objective; kept as it was sent."""

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="messages", db_constraint=False
    )
    version = models.ForeignKey(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="messages", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    party = models.CharField(max_length=30)  # the side they speak for (figures.agreement)
    words = models.TextField(max_length=2000)
    sent_at = models.DateTimeField()

    objects = TenantManager["Message"]()

    class Meta:
        constraints = (models.CheckConstraint(name="message_has_words", condition=~Q(words="")),)
        indexes = (models.Index(fields=("organisation", "objective"), name="message_by_objective"),)
        triggers = (
            pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return self.words[:60]


@tracked
class GoingAhead(TenantModel):
    """The side it serves goes on without the owner's agreement, and says why. The objective is
    not agreed by it: the board sees how many such there are."""

    version = models.OneToOneField(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="going_ahead", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    reason = models.TextField(max_length=600)
    decided_at = models.DateTimeField()

    objects = TenantManager["GoingAhead"]()

    class Meta:
        constraints = (
            models.CheckConstraint(name="going_ahead_gives_its_reason", condition=~Q(reason="")),
        )
        triggers = (
            pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        )

    def __str__(self) -> str:
        return f"Version {self.version_id} goes ahead without agreement"


@tracked
class JointOwner(TenantModel):
    """Another unit that owns an objective together with the first: each must accept."""

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="joint_owners", db_constraint=False
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    added_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )

    objects = TenantManager["JointOwner"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "objective", "unit"), name="a_unit_owns_it_once"
            ),
        )

    def __str__(self) -> str:
        return f"Unit {self.unit_id} owns objective {self.objective_id} with others"
