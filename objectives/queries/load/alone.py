"""What rests on one person, one unit or one post: found so that it can be shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from objectives.figures.load import resting_on_one, sole_holders
from objectives.models import Cycle, Network, NetworkMember, Objective
from objectives.queries.load.carried import MEETING, UNDER_WAY, open_objectives
from objectives.queries.parts import priorities_in_force
from objectives.queries.reach import priorities_reached
from people.models import Assignment, OrgUnit, Person
from ui.wording import counted, listed

KINDS = {"role_title": "post", "pay_band": "grade", "staff_group": "profession"}
SOMEBODY = "one person"


@dataclass(frozen=True, kw_only=True)
class Alone:
    """One finding, in words. `unit_id` is where to go on, if there is one such place."""

    what: str
    words: str
    unit_id: int | None = None


def rests_on_one(*, units: Collection[int], names: bool, now: datetime) -> list[Alone]:
    """Priorities and imposed targets that one person or one unit among these carries alone."""
    return [*_priorities(units, names=names, now=now), *_targets(units)]


def _priorities(units: Collection[int], *, names: bool, now: datetime) -> Iterator[Alone]:
    """Everything under way that reaches it is of one unit, or one person answers for it all, and
    no network carries it."""
    by_unit, by_person = _holders(now=now)
    one_unit, one_person = resting_on_one(by_unit), resting_on_one(by_person)
    known = dict(OrgUnit.objects.filter(pk__in=one_unit.values()).values_list("pk", "name"))
    people = dict(Person.objects.filter(pk__in=one_person.values()).values_list("pk", "name"))
    for pk, name in priorities_in_force().items():
        unit, person = known.get(one_unit.get(pk, 0)), people.get(one_person.get(pk, 0))
        if by_unit[pk] & set(units) and (unit or person):
            whom = [unit] if unit else []
            whom += [person if names else SOMEBODY] if person else []
            yield Alone(what=name.title, words=f"rests on {listed(whom)}", unit_id=one_unit.get(pk))


def _holders(*, now: datetime) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """The units, and the people, behind what reaches each priority that no network carries."""
    rows = Objective.objects.filter(state__in=UNDER_WAY).exclude(cycle__state=Cycle.State.CLOSED)
    held = {pk: found for pk, *found in rows.values_list("pk", "unit_id", "current__answerable_id")}
    carried = set(
        Network.objects.filter(state__in=MEETING, priority__isnull=False).values_list(
            "priority_id", flat=True
        )
    )
    by_unit: dict[int, set[int]] = defaultdict(set)
    by_person: dict[int, set[int]] = defaultdict(set)
    for objective_id, priorities in priorities_reached(list(held), now=now).items():
        unit_id, person_id = held[objective_id]
        for priority_id in priorities - carried:
            by_unit[priority_id].add(unit_id)
            by_person[priority_id].add(person_id or 0)
    return by_unit, by_person


def _targets(units: Collection[int]) -> Iterator[Alone]:
    """An imposed target whose network has members of one unit only."""
    rows = NetworkMember.objects.filter(
        left_on=None, network__state__in=MEETING, network__target__is_current=True
    ).values_list("network__target__title", "unit_id", "unit__name")
    by_unit: dict[str, set[int]] = defaultdict(set)
    names: dict[int, str] = {}
    for title, unit_id, name in rows:
        by_unit[title or ""].add(unit_id)
        names[unit_id] = name
    for title, unit_id in sorted(resting_on_one(by_unit).items()):
        if unit_id in units:
            words = f"rests on {names[unit_id]}: its network has nobody from another unit"
            yield Alone(what=title, words=words, unit_id=unit_id)


def alone_in(unit: OrgUnit, *, names: bool) -> list[Alone]:
    """A unit's only holders of a post, grade or profession who answer for something."""
    places = list(
        Assignment.objects.current()
        .filter(unit=unit, person__is_active=True)
        .select_related("person")
        .order_by("person__name", "pk")
    )
    held: dict[int, list[str]] = defaultdict(list)
    for kind, word in KINDS.items():
        found = sole_holders((place.person_id, getattr(place, kind)) for place in places)
        for value, person_id in found.items():
            held[person_id].append(f"{word} ({_in_words(kind, value)})")
    rows = open_objectives().filter(current__answerable_id__in=held)
    answers: dict[int, int] = defaultdict(int)
    for person_id in rows.values_list("current__answerable_id", flat=True):
        answers[person_id or 0] += 1
    people = {place.person_id: place.person.name for place in places}
    return [
        Alone(
            what=people[pk] if names else SOMEBODY.capitalize(),
            words=f"is the only one here with this {listed(kinds)}, and answers for "
            f"{counted(answers[pk], 'open objective')}",
        )
        for pk, kinds in held.items()
        if answers[pk]
    ]


def _in_words(kind: str, value: str) -> str:
    known = dict(Assignment.StaffGroup.choices)
    return str(known.get(value, value)) if kind == "staff_group" else value
