"""What each team and each person carries now: a fixed number of queries for all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from objectives.figures.check_ins import ASKED_BEFORE, RHYTHM
from objectives.figures.load import Carried, Limits
from objectives.models import (
    CheckIn,
    Cycle,
    JointOwner,
    LoadLimits,
    Network,
    NetworkMember,
    Objective,
    Promise,
)
from people.models import Assignment, BoardMembership

State = Objective.State
OPEN = (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)
UNDER_WAY = (State.AGREED, State.LIVE)
TO_KEEP = (Promise.State.MADE, Promise.State.MOVING, Promise.State.BROKEN)
MEETING = (Network.State.SPONSORED, Network.State.ACTIVE, Network.State.DORMANT)


def limits_in_force() -> Limits:
    """Those the organisation set, else sensible ones."""
    found = LoadLimits.objects.first()
    if found is None:
        return Limits()
    return Limits(
        team_objectives=found.team_objectives,
        team_promises=found.team_promises,
        person_objectives=found.person_objectives,
        person_roles=found.person_roles,
        person_check_ins=found.person_check_ins,
    )


def limits_row() -> LoadLimits | None:
    return LoadLimits.objects.first()


@dataclass
class Loads:
    """Carried by unit and by person."""

    teams: dict[int, Carried] = field(default_factory=lambda: defaultdict(Carried))
    people: dict[int, Carried] = field(default_factory=lambda: defaultdict(Carried))

    def add(self, *, unit_id: int | None, person_id: int | None, carried: Carried) -> None:
        if unit_id is not None:
            self.teams[unit_id] += carried
        if person_id is not None:
            self.people[person_id] += carried


def loads_of(units: Collection[int], people: Collection[int], *, now: datetime) -> Loads:
    """For these units, and for these people wherever in the organisation they carry it."""
    loads = Loads()
    _objectives(loads, units, people, now=now)
    _joint(loads, units)
    _promises(loads, units, people)
    for person_id, roles in roles_of(people).items():
        loads.add(unit_id=None, person_id=person_id, carried=Carried(roles=roles))
    return loads


def open_objectives() -> QuerySet[Objective]:
    return Objective.objects.filter(state__in=OPEN).exclude(cycle__state=Cycle.State.CLOSED)


def _objectives(
    loads: Loads, units: Collection[int], people: Collection[int], *, now: datetime
) -> None:
    said = CheckIn.objects.filter(objective=OuterRef("pk"), undone_at=None)
    last = said.order_by("-checked_in_at").values("checked_in_at")[:1]
    rows = (
        open_objectives()
        .filter(Q(unit_id__in=units) | Q(current__answerable_id__in=people))
        .annotate(
            said_at=Coalesce(Subquery(last), F("agreed_at"), F("imported_at"), F("created_at"))
        )
        .values_list("unit_id", "current__answerable_id", "state", "said_at")
    )
    for unit_id, person_id, state, said_at in rows:
        is_due = state in UNDER_WAY and said_at + RHYTHM - ASKED_BEFORE <= now
        loads.add(
            unit_id=unit_id,
            person_id=person_id,
            carried=Carried(objectives=1, check_ins=int(is_due)),
        )


def _joint(loads: Loads, units: Collection[int]) -> None:
    """What a unit owns together with another it carries too."""
    rows = JointOwner.objects.filter(unit_id__in=units, objective__in=open_objectives())
    for unit_id in rows.values_list("unit_id", flat=True):
        loads.add(unit_id=unit_id, person_id=None, carried=Carried(objectives=1))


def _promises(loads: Loads, units: Collection[int], people: Collection[int]) -> None:
    rows = Promise.objects.filter(
        Q(promiser_id__in=units) | Q(answered_by_id__in=people),
        state__in=TO_KEEP,
        finished_at=None,
    )
    for unit_id, person_id in rows.values_list("promiser_id", "answered_by_id"):
        loads.add(unit_id=unit_id, person_id=person_id, carried=Carried(promises=1))


def roles_of(people: Collection[int]) -> Counter[int]:
    """Teams they lead, a seat on the board, and networks they lead, sponsor or belong to."""
    led = Assignment.objects.current().filter(person_id__in=people, is_lead=True)
    seats = BoardMembership.objects.current().filter(person_id__in=people)
    roles = Counter(led.values_list("person_id", flat=True))
    roles.update(seats.values_list("person_id", flat=True))
    roles.update(person_id for _, person_id in _in_networks(people))
    return roles


def _in_networks(people: Collection[int]) -> set[tuple[int, int]]:
    """One role in a network, however many somebody has there."""
    members = NetworkMember.objects.filter(
        person_id__in=people, left_on=None, network__state__in=MEETING
    )
    found = set(members.values_list("network_id", "person_id"))
    heads = Network.objects.filter(
        Q(lead_id__in=people) | Q(sponsor_id__in=people), state__in=MEETING
    )
    for network_id, lead_id, sponsor_id in heads.values_list("pk", "lead_id", "sponsor_id"):
        found |= {(network_id, one) for one in (lead_id, sponsor_id) if one in people}
    return found
