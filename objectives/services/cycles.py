from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from objectives.figures import year_of
from objectives.models import Cycle
from objectives.services.refusals import Refused
from people.tenancy import organisation_in_force


@transaction.atomic
def open_cycle(*, now: datetime) -> Cycle:
    """The cycle that new work belongs to: the one people work in now or, while that is being
    closed, the next; where there is none, this year's is opened."""
    current = Cycle.objects.current().first()
    if current is not None:
        return cycle_after(current) if current.state == Cycle.State.CLOSING else current
    first_month = organisation_in_force().reporting_year_starts_in
    name, starts_on, ends_on = year_of(localtime(now).date(), first_month=first_month)
    cycle, is_new = Cycle.objects.get_or_create(
        organisation=organisation_in_force(),
        name=name,
        defaults={"starts_on": starts_on, "ends_on": ends_on, "state": Cycle.State.OPEN},
    )
    if not is_new and cycle.state == Cycle.State.CLOSED:
        raise Refused(f"The year {name} is closed, so nothing can be added to it")
    if cycle.state == Cycle.State.PLANNED:
        cycle.state = Cycle.State.OPEN
        cycle.save(update_fields=["state", "updated_at"])
    return cycle


def cycle_after(cycle: Cycle) -> Cycle:
    """The year that follows, planned where nobody has opened it yet."""
    first_month = organisation_in_force().reporting_year_starts_in
    name, starts_on, ends_on = year_of(cycle.ends_on + timedelta(days=1), first_month=first_month)
    later = Cycle.objects.filter(starts_on__gt=cycle.starts_on).order_by("starts_on", "pk").first()
    if later is not None:
        return later
    return Cycle.objects.get_or_create(
        organisation=organisation_in_force(),
        name=name,
        defaults={"starts_on": starts_on, "ends_on": ends_on, "state": Cycle.State.PLANNED},
    )[0]
