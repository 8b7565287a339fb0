from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from objectives.figures import year_of
from objectives.models import Cycle
from objectives.services.refusals import Refused
from people.tenancy import organisation_in_force


@transaction.atomic
def open_cycle(*, now: datetime) -> Cycle:
    """The cycle people work in now; where there is none, this year's is opened."""
    current = Cycle.objects.current().first()
    if current is not None:
        return current
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
