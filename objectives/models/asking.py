from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import Objective
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel
from strategy.models import Priority


@tracked
class AskedObjective(TenantModel):
    """Somebody asked a unit's leads to start an objective for a priority; it waits on their page
    until the unit writes one, or says why not."""

    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="asked_objectives", db_constraint=False
    )
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="asked_objectives", db_constraint=False
    )
    asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    asked_at = models.DateTimeField()
    objective = models.ForeignKey(
        Objective,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="asked_by",
        db_constraint=False,
    )
    reason = models.TextField(max_length=600, blank=True)  # why there will be none
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["AskedObjective"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "unit", "priority"),
                condition=Q(answered_at=None),
                name="objective_is_asked_for_once",
            ),
            models.CheckConstraint(
                name="an_answer_is_an_objective_or_a_reason",
                condition=Q(answered_at=None, objective=None, reason="")
                | Q(answered_at__isnull=False, objective__isnull=False)
                | (Q(answered_at__isnull=False) & ~Q(reason="")),
            ),
        )

    def __str__(self) -> str:
        return f"Unit {self.unit_id} asked about priority {self.priority_id}"
