"""Builds the whole demonstration from its words, the same every time for the same seed and day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from config.demonstration.cascade import web_of
from config.demonstration.choosing import sketches
from config.demonstration.expectations import expectations_of
from config.demonstration.objectives import Writer
from config.demonstration.people import Staff, board_of, employ, grants_of
from config.demonstration.records import Demonstration, Link, Objective, Unit
from config.demonstration.states import settle
from config.demonstration.strategy import PRIORITIES, cycle_of, strategy_of
from config.demonstration.structure import ORGANISATION, ROOT, Place, places

EARLIER = (118, 47)  # days before today on which earlier reports were run


def build(*, today: date, seed: int = 2026) -> Demonstration:
    """The fictional trust as it stands on that day."""
    random = Random(seed)  # noqa: S311 - makes up a story; guards nothing
    tree = places()
    staff = employ(tree, today=today, random=random)
    objectives, links = _work_of(tree, staff, today=today, random=random)
    first, second = (today - timedelta(days=days) for days in EARLIER)
    return Demonstration(
        organisation=ORGANISATION,
        units=_units(tree, staff),
        people=tuple(staff.people),
        assignments=tuple(staff.assignments),
        grants=grants_of(staff, tree, today=today),
        board=board_of(staff),
        strategy=strategy_of(
            staff.directors, secretary=staff.in_role(ROOT, "Board secretary"), today=today
        ),
        cycle=cycle_of(today),
        expectations=expectations_of(tree),
        objectives=objectives,
        links=links,
        earlier_days=(first, second),
    )


def _work_of(
    tree: tuple[Place, ...], staff: Staff, *, today: date, random: Random
) -> tuple[tuple[Objective, ...], tuple[Link, ...]]:
    drawn = sketches(tree, random=random)
    web = web_of(drawn, random=random)
    settled = settle(drawn, web, random=random)
    writer = Writer(staff, web, settled, today=today, random=random)
    writer.sponsors = {ref: staff.directors[sponsor] for ref, _, _, sponsor in PRIORITIES}
    objectives = tuple(writer.objective(sketch) for sketch in drawn)
    return objectives, tuple(writer.link(tie) for tie in settled.links)


def _units(tree: tuple[Place, ...], staff: Staff) -> tuple[Unit, ...]:
    """Units with those who mainly work there, so that figures over units count nobody twice."""
    heads: dict[str, int] = defaultdict(int)
    ftes: dict[str, Decimal] = defaultdict(Decimal)
    for row in staff.assignments:
        if row.is_primary and row.ended_on is None:
            heads[row.unit_code] += 1
            ftes[row.unit_code] += row.fte
    bare = [
        Unit(place.code, place.name, place.kind, place.parent_code, place.site, 0, Decimal(0))
        for place in tree
    ]
    return tuple(replace(unit, headcount=heads[unit.code], fte=ftes[unit.code]) for unit in bare)
