"""My part: how a person's work helps, from whom it helps up to the Board, in agreed words only;
where the way breaks it says where. A fixed number of queries, whatever there is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from objectives.figures.sight import Way, way_up
from objectives.models import Cycle, JointOwner, Objective
from objectives.queries.leaders import Leaders, leaders
from objectives.queries.my_part.breaks import Break, Finder, Mend
from objectives.queries.my_part.sideways import Sideways, sideways
from objectives.queries.my_part.steps import Step, alone_step, steps_of, title_of
from objectives.queries.my_part.ties import AGREED, Tie, above
from objectives.queries.objective.sides import TALKING
from objectives.queries.seen import answered_for
from people.models import OrgUnit
from people.policy import Standing

__all__ = ["Break", "Choice", "Mend", "MyPart", "Sideways", "Step", "my_part"]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Another objective to read one's part in."""

    objective_id: int
    title: str
    is_whole: bool


@dataclass(frozen=True, kw_only=True)
class MyPart:
    unit_id: int | None
    unit: str
    objective_id: int | None = None
    steps: list[Step] = field(default_factory=list)
    broken: Break | None = None
    reaches: bool = False
    choices: list[Choice] = field(default_factory=list)
    sideways: Sideways | None = None


def my_part(
    unit: OrgUnit | None,
    *,
    standing: Standing,
    cycle: Cycle | None,
    now: datetime,
    chosen: int | None = None,
    known: Leaders | None = None,
) -> MyPart:
    """In the work of this unit, their own (queries.home.own_unit): objectives they answer for
    come first, then their team's; whole ways before broken ones."""
    found = _agreed(unit, standing=standing, cycle=cycle)
    up = above([one.pk for one in found], standing=standing, now=now)
    finder = Finder(above=up, known=known or leaders(), standing=standing)
    if not found:
        return _without(unit, finder, cycle)
    ways = {one.pk: way_up(one.pk, up.ties, up.counts) for one in found}
    me = standing.person_id
    ordered = sorted(found, key=lambda one: (not _is_mine(one, me), not ways[one.pk].reaches))
    first = next((one for one in ordered if one.pk == chosen), ordered[0])
    return _part_in(first, ways, ordered, finder, unit)


def _part_in(
    first: Objective,
    ways: dict[int, Way[Tie]],
    found: list[Objective],
    finder: Finder,
    unit: OrgUnit | None,
) -> MyPart:
    up, way = finder.above, ways[first.pk]
    last = up.objectives[way.last_id]
    broken = None if way.reaches else finder.break_at(last)
    steps = steps_of(first, way, up, me=finder.standing.person_id)
    is_alone = broken is None and not way.reaches
    return MyPart(
        unit_id=unit.pk if unit else None,
        unit=unit.name if unit else "",
        objective_id=first.pk,
        steps=[*steps, *([alone_step(last)] if is_alone else [])],
        broken=broken,
        reaches=way.reaches,
        choices=[
            Choice(objective_id=one.pk, title=title_of(one), is_whole=ways[one.pk].reaches)
            for one in found
            if one.pk != first.pk
        ],
        sideways=sideways(first, up),
    )


def _without(unit: OrgUnit | None, finder: Finder, cycle: Cycle | None) -> MyPart:
    if unit is None:
        return MyPart(unit_id=None, unit="", broken=finder.no_team())
    talked = Objective.objects.filter(unit=unit, cycle=cycle, state__in=TALKING)
    oldest = talked.select_related("current", "unit").order_by("proposed_at", "pk").first()
    return MyPart(unit_id=unit.pk, unit=unit.name, broken=finder.nothing_agreed(unit.pk, oldest))


def _agreed(unit: OrgUnit | None, *, standing: Standing, cycle: Cycle | None) -> list[Objective]:
    shared = JointOwner.objects.filter(unit=unit).values_list("objective", flat=True)
    own = {*answered_for(standing.person_id), *shared}
    rows = Objective.objects.filter(Q(unit=unit) | Q(pk__in=own), cycle=cycle, state__in=AGREED)
    return list(rows.select_related("current__answerable", "unit").order_by("current__title", "pk"))


def _is_mine(objective: Objective, me: int) -> bool:
    return objective.current is not None and objective.current.answerable_id == me
