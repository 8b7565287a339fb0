from __future__ import annotations

from django.db import models

from people.models import OrgUnit
from people.record import tracked_in_bulk
from people.tenancy import TenantManager, TenantModel
from strategy.models import Priority


@tracked_in_bulk
class ExpectedContribution(TenantModel):
    """What the board expects of a unit for a priority: the denominator of coverage."""

    class Expectation(models.TextChoices):
        REQUIRED = "required", "Required"
        INVITED = "invited", "Invited"
        NOT_EXPECTED = "not_expected", "Not expected"

    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="expectations", db_constraint=False
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="expectations", db_constraint=False
    )
    expectation = models.CharField(max_length=12, choices=Expectation)

    objects = TenantManager["ExpectedContribution"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "priority", "unit"), name="one_expectation_each"
            ),
        )

    def __str__(self) -> str:
        return f"Unit {self.unit_id}, priority {self.priority_id}: {self.get_expectation_display()}"
