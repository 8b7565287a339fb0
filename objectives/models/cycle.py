from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from people.record import tracked
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


class CycleQuerySet(TenantQuerySet["Cycle"]):
    def current(self) -> Self:
        """The cycles people work in now, the newest first; the first is *the* current one."""
        return self.filter(
            state__in=(
                Cycle.State.OPEN,
                Cycle.State.AGREEING,
                Cycle.State.LIVE,
                Cycle.State.CLOSING,
            )
        ).order_by("-starts_on", "-pk")


@tracked
class Cycle(TenantModel):
    """A stretch of time, usually a year from 1 April, for which objectives are agreed."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        OPEN = "open", "Open"
        AGREEING = "agreeing", "Agreeing"
        LIVE = "live", "Live"
        CLOSING = "closing", "Closing"
        CLOSED = "closed", "Closed"

    name = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)

    objects = TenantManager.from_queryset(CycleQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="cycle_name_is_unique"),
            models.CheckConstraint(
                name="cycle_ends_after_it_starts", condition=Q(ends_on__gt=F("starts_on"))
            ),
        )

    def __str__(self) -> str:
        return self.name
