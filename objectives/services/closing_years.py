"""A year of work is closed: begun by whoever looks after it, ended when all is confirmed or with
what is left named."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import Event, state_after
from objectives.models import Closing, Cycle, Objective
from objectives.queries.closing import how_far_closed, left_in
from objectives.queries.closing.years import MAY_BEGIN
from objectives.services.common import note_change
from objectives.services.cycles import cycle_after
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from people.policy import Action, Standing


@transaction.atomic
def begin_closing(*, cycle: Cycle, standing: Standing, now: datetime) -> Cycle:
    """Every leader is asked how their objectives ended; new work belongs to the next year."""
    cycle = _held(cycle, standing)
    if cycle.state not in MAY_BEGIN:
        raise Refused("This year is being closed already, or has not begun")
    _bring_to_life(cycle, now=now)
    cycle_after(cycle)
    return _to(cycle, Cycle.State.CLOSING, now=now)


def _held(cycle: Cycle, standing: Standing) -> Cycle:
    if not standing.may(Action.CLOSE_YEAR):
        raise NotTheirs
    return Cycle.objects.select_for_update(no_key=True).get(pk=cycle.pk)


def _bring_to_life(cycle: Cycle, *, now: datetime) -> None:
    """What was agreed for the year was worked on in it."""
    agreed = Objective.objects.filter(cycle=cycle, state=Objective.State.AGREED)
    held = list(agreed.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    live = state_after(Objective.State.AGREED, Event.CYCLE_WENT_LIVE)
    Objective.objects.filter(pk__in=held).update(state=live, updated_at=now)


def _to(cycle: Cycle, state: str, *, now: datetime) -> Cycle:
    cycle.state = state
    cycle.save(update_fields=["state", "updated_at"])
    note_change(now=now)
    return cycle


@transaction.atomic
def go_on_with_year(*, cycle: Cycle, standing: Standing, now: datetime) -> Cycle:
    """Takes back that a year is being closed, until the first ending is confirmed."""
    cycle = _held(cycle, standing)
    if cycle.state != Cycle.State.CLOSING:
        raise Refused("This year is not being closed")
    if Closing.objects.filter(objective__cycle=cycle, confirmed_at__isnull=False).exists():
        raise Refused("Endings have been confirmed, so the year goes on being closed")
    return _to(cycle, Cycle.State.LIVE, now=now)


@transaction.atomic
def close_year(*, cycle: Cycle, leaving: int, standing: Standing, now: datetime) -> Cycle:
    """Closes the year when every ending is confirmed, or leaves the others as they are: their
    number must be the one that was read, and they stay named on the year's page."""
    cycle = _held(cycle, standing)
    if cycle.state != Cycle.State.CLOSING:
        raise Refused("This year is not being closed")
    if how_far_closed(cycle).left != leaving or len(left_in(cycle)) != leaving:
        raise WordsChanged
    later = cycle_after(cycle)
    if later.state == Cycle.State.PLANNED:
        _to(later, Cycle.State.OPEN, now=now)
    return _to(cycle, Cycle.State.CLOSED, now=now)
