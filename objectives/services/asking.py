"""Asking a unit's leads to start an objective for a priority."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from objectives import letters
from objectives.models import AskedObjective
from objectives.queries.leaders import leaders
from objectives.queries.sides import owner_side
from objectives.services.common import letter_readers, write_to
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import full_address
from people.models import OrgUnit, Person
from people.policy import Action, Standing
from people.tenancy import organisation_in_force
from strategy.models import Priority, PriorityWording


@transaction.atomic
def ask_for_objective(
    *, unit: OrgUnit, priority: Priority, by: Person, standing: Standing, now: datetime
) -> AskedObjective:
    """The unit's leads are asked once; asking again while it waits changes nothing."""
    if not standing.may(Action.ASK_FOR_OBJECTIVE):
        raise NotTheirs
    wording = PriorityWording.objects.in_force().filter(priority=priority).first()
    if wording is None or unit.closed_on is not None:
        raise Refused("There is nothing to ask for here any more")
    leads = owner_side(unit.pk, None, known=leaders()).leads_asked()
    if not leads:
        raise Refused(f"Nobody leads {unit.name} yet, so there is nobody to ask")
    asked = _asked_once(unit=unit, priority=priority, by=by, now=now)
    words = letters.someone_is_waiting(
        what=f"You are asked to start an objective in {unit.name}",
        title=wording.title,
        link=full_address("objectives:home"),
    )
    write_to(letter_readers(leads), key=f"asked-{asked.pk}", words=words, now=now)
    return asked


def _asked_once(*, unit: OrgUnit, priority: Priority, by: Person, now: datetime) -> AskedObjective:
    waiting = AskedObjective.objects.filter(unit=unit, priority=priority, answered_at=None)
    try:
        with transaction.atomic():
            return waiting.first() or AskedObjective.objects.create(
                organisation=organisation_in_force(),
                unit=unit,
                priority=priority,
                asked_by=by,
                asked_at=now,
            )
    except IntegrityError:
        return waiting.get()


@transaction.atomic
def say_why_not(
    *, asked: AskedObjective, reason: str, by: Person, standing: Standing, now: datetime
) -> AskedObjective:
    """A lead of the unit says why there will be no objective; the question is closed."""
    held = AskedObjective.objects.select_for_update(no_key=True).get(pk=asked.pk)
    if not standing.may(Action.ANSWER_FOR_OWNER, unit_id=held.unit_id):
        raise NotTheirs
    if held.answered_at is not None:
        raise Refused("This has already been answered")
    if not reason.strip():
        raise Refused("Say why, so that whoever asked knows")
    held.reason, held.answered_at = reason, now
    held.save(update_fields=["reason", "answered_at", "updated_at"])
    return held
