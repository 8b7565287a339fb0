"""Load, division by division and team by team, for those who lead them: about the system, in the
order of names, never a ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from objectives.figures.load import Carried, Limits, over
from objectives.queries.leaders import Leaders, leaders
from objectives.queries.load.alone import Alone, alone_in, rests_on_one
from objectives.queries.load.carried import Loads, limits_in_force, loads_of
from people.models import Assignment, BoardMembership, OrgUnit, Person
from people.policy import Action, Role, Standing


@dataclass(frozen=True, kw_only=True)
class TeamLoad:
    """One team, and how many of those below it carry more than the limits."""

    unit_id: int
    name: str
    carried: Carried
    over: list[str]
    below: int
    below_over: int


@dataclass(frozen=True, kw_only=True)
class PersonLoad:
    person_id: int
    name: str
    carried: Carried
    over: list[str]


@dataclass(frozen=True, kw_only=True)
class LoadPage:
    unit_id: int
    unit: str
    above: OrgUnit | None  # where this person may look too
    limits: Limits
    team: TeamLoad
    below: list[TeamLoad]
    people: list[PersonLoad]
    people_over: int  # in the teams here and below, whether or not they may be named
    names: bool
    alone: list[Alone]
    rests: list[Alone]


def load_page(unit: OrgUnit, *, standing: Standing, now: datetime) -> LoadPage:
    """A fixed number of queries, whatever there is."""
    known, limits, names = leaders(), limits_in_force(), may_name(standing, unit_id=unit.pk)
    inside = _below(unit.pk, known)
    places = _places(inside)
    people = {pk for found in places.values() for pk in found}
    loads = loads_of(inside, people, now=now)
    crowded = [pk for pk in people if over(loads.people[pk], limits.of_person())]
    own = places.get(unit.pk, set())
    above = unit.parent if unit.parent and may_see(standing, unit_id=unit.parent.pk) else None
    return LoadPage(
        unit_id=unit.pk,
        unit=unit.name,
        above=above,
        limits=limits,
        team=_team(unit.pk, unit.name, known, loads, limits),
        below=[_team(pk, known.names[pk], known, loads, limits) for pk in _just_below(unit, known)],
        people=_people(own | (set(crowded) if names else set()), loads, limits) if names else [],
        people_over=len(crowded),
        names=names,
        alone=alone_in(unit, names=names),
        rests=rests_on_one(units=inside, names=names, now=now),
    )


def may_see(standing: Standing, *, unit_id: int) -> bool:
    return standing.may(Action.SEE_LOAD, unit_id=unit_id)


def may_name(standing: Standing, *, unit_id: int) -> bool:
    """People are named to their own leaders, and to the board's executives."""
    if unit_id in standing.led_unit_ids:
        return True
    if Role.BOARD_MEMBER not in standing.roles:
        return False
    seats = BoardMembership.objects.current().filter(person_id=standing.person_id)
    return seats.filter(seat=BoardMembership.Seat.EXECUTIVE).exists()


def first_unit(standing: Standing) -> OrgUnit | None:
    """Where a person begins: the whole organisation, else the first unit they lead."""
    if standing.root_unit_id and may_see(standing, unit_id=standing.root_unit_id):
        return OrgUnit.objects.filter(pk=standing.root_unit_id).first()
    led = OrgUnit.objects.open().filter(pk__in=standing.directly_led_unit_ids)
    return led.order_by("name", "pk").first()


def _just_below(unit: OrgUnit, known: Leaders) -> list[int]:
    children = [pk for pk, above in known.above.items() if above == unit.pk]
    closed = set(OrgUnit.objects.filter(pk__in=children, closed_on__isnull=False).values_list("pk"))
    return sorted(
        (pk for pk in children if (pk,) not in closed), key=lambda pk: (known.names[pk], pk)
    )


def _below(unit_id: int, known: Leaders) -> set[int]:
    """The unit with everything below it."""
    children: dict[int, list[int]] = defaultdict(list)
    for pk, above in known.above.items():
        if above is not None:
            children[above].append(pk)
    found, waiting = set[int](), [unit_id]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += children[one]
    return found


def _places(units: Collection[int]) -> dict[int, set[int]]:
    """Who works in each of these units."""
    places: dict[int, set[int]] = defaultdict(set)
    rows = Assignment.objects.current().filter(unit_id__in=units, person__is_active=True)
    for unit_id, person_id in rows.values_list("unit_id", "person_id"):
        places[unit_id].add(person_id)
    return places


def _team(pk: int, name: str, known: Leaders, loads: Loads, limits: Limits) -> TeamLoad:
    below = _below(pk, known) - {pk}
    crowded = [one for one in below if over(loads.teams[one], limits.of_team())]
    return TeamLoad(
        unit_id=pk,
        name=name,
        carried=loads.teams[pk],
        over=over(loads.teams[pk], limits.of_team()),
        below=len(below),
        below_over=len(crowded),
    )


def _people(ids: Collection[int], loads: Loads, limits: Limits) -> list[PersonLoad]:
    """By name: those who carry something."""
    names = Person.objects.filter(pk__in=ids).order_by("name", "pk").values_list("pk", "name")
    return [
        PersonLoad(
            person_id=pk,
            name=name,
            carried=loads.people[pk],
            over=over(loads.people[pk], limits.of_person()),
        )
        for pk, name in names
        if loads.people[pk] != Carried()
    ]
