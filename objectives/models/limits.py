from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from people.record import tracked
from people.tenancy import TenantManager, TenantModel

AT_LEAST, AT_MOST = 1, 99
SENSIBLE = (MinValueValidator(AT_LEAST), MaxValueValidator(AT_MOST))


@tracked
class LoadLimits(TenantModel):
    """How much the organisation thinks one team or one person can carry at once."""

    team_objectives = models.PositiveSmallIntegerField(default=7, validators=SENSIBLE)
    team_promises = models.PositiveSmallIntegerField(default=5, validators=SENSIBLE)
    person_objectives = models.PositiveSmallIntegerField(default=5, validators=SENSIBLE)
    person_roles = models.PositiveSmallIntegerField(default=3, validators=SENSIBLE)
    person_check_ins = models.PositiveSmallIntegerField(default=5, validators=SENSIBLE)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager["LoadLimits"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation",), name="limits_are_set_once"),
            models.CheckConstraint(
                name="limits_are_sensible",
                condition=Q(team_objectives__range=(AT_LEAST, AT_MOST))
                & Q(team_promises__range=(AT_LEAST, AT_MOST))
                & Q(person_objectives__range=(AT_LEAST, AT_MOST))
                & Q(person_roles__range=(AT_LEAST, AT_MOST))
                & Q(person_check_ins__range=(AT_LEAST, AT_MOST)),
            ),
        )

    def __str__(self) -> str:
        return f"Limits of organisation {self.organisation_id}"
