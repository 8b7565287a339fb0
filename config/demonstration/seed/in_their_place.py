"""The fictional trust's delegates, and reminders of what has waited long."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from config.demonstration.records import Demonstration
from config.demonstration.seed.accounts import personas
from config.demonstration.seed.organisation import Known
from config.demonstration.seed.rows import add
from objectives.figures import ACCEPT, OWNER
from objectives.models import Agreement, Cycle, Delegation, Objective
from objectives.queries.leaders import leaders
from objectives.queries.sides import sides_of
from objectives.services.common import words_of
from objectives.services.nudging import leave_nudges
from people.models import Assignment, Organisation
from people.tenancy import organisation_in_force

BEGAN, LASTS = timedelta(days=4), timedelta(days=18)
LATER = timedelta(hours=20)  # after the words were proposed


def answer_in_their_place(
    trust: Demonstration, *, known: Known, cycle: Cycle, now: datetime
) -> None:
    """The ward manager has named a nurse for the days of her leave; elsewhere a delegate has
    already accepted in a leader's place."""
    roles = personas(trust)
    manager, nurse = known.people[roles["team_lead"]], known.people[roles["member"]]
    unit_id = Assignment.objects.current().filter(person=manager, is_lead=True).get().unit_id
    named = [_named(unit_id, leader_id=manager.pk, delegate_id=nurse.pk, now=now)]
    answered = _waiting_for_its_owner(cycle, but_not=unit_id)
    if answered is not None:
        objective, leader_id, delegate_id = answered
        named.append(
            _named(objective.unit_id, leader_id=leader_id, delegate_id=delegate_id, now=now)
        )
        add(Agreement, [_answer(objective, leader_id=leader_id, delegate_id=delegate_id, now=now)])
    add(Delegation, named)


def _named(unit_id: int, *, leader_id: int, delegate_id: int, now: datetime) -> Delegation:
    first = localdate(now - BEGAN)
    return Delegation(
        organisation=organisation_in_force(),
        unit_id=unit_id,
        leader_id=leader_id,
        delegate_id=delegate_id,
        starts_on=first,
        ends_on=first + LASTS,
        named_at=now - BEGAN - timedelta(days=2),
    )


def _waiting_for_its_owner(cycle: Cycle, *, but_not: int) -> tuple[Objective, int, int] | None:
    """The first whose own side has said nothing, with its leader and a colleague of theirs."""
    known = leaders()
    rows = Objective.objects.filter(cycle=cycle, state=Objective.State.PROPOSED)
    for row in rows.exclude(unit=but_not).select_related("current", "unit").order_by("ref"):
        if Agreement.objects.filter(version__objective=row).exists():
            continue
        led = sorted(sides_of(row, known=known).owner.leads_asked())
        places = Assignment.objects.current().filter(unit=row.unit, person__is_active=True)
        colleague = places.exclude(is_lead=True).order_by("person_id").first()
        if led and colleague is not None and colleague.person_id not in led:
            return row, led[0], colleague.person_id
    return None


def _answer(objective: Objective, *, leader_id: int, delegate_id: int, now: datetime) -> Agreement:
    version = words_of(objective)
    return Agreement(
        organisation=organisation_in_force(),
        version=version,
        party=OWNER,
        person_id=delegate_id,
        on_behalf_of_id=leader_id,
        response=ACCEPT,
        made_at=min(max(version.written_at + LATER, now - BEGAN), now),
    )


def remind_of_what_waits(*, organisation: Organisation, now: datetime) -> None:
    """The clock has been heard this morning: stalled talks have been told of, up to the Board."""
    leave_nudges(organisation=organisation, now=now)
