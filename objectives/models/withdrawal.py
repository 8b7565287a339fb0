from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.agreement import Agreement
from objectives.models.objective import Objective
from people.models import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class Withdrawal(TenantModel):
    """One side's wish to withdraw an objective. What both agreed is withdrawn when both wish it."""

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="withdrawals", db_constraint=False
    )
    party = models.CharField(max_length=20, choices=Agreement.Party)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    reason = models.TextField(max_length=600)
    asked_at = models.DateTimeField()

    objects = TenantManager["Withdrawal"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "objective", "party"), name="a_side_withdraws_once"
            ),
            models.CheckConstraint(name="withdrawal_gives_its_reason", condition=~Q(reason="")),
        )

    def __str__(self) -> str:
        return f"{self.get_party_display()} withdraws objective {self.objective_id}"
