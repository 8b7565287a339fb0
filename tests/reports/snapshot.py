"""From a plain organisation to the columns a loader would read, and the names of its ids."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

import numpy as np

from reports.figures import alignment, cells, coverage, documents, standings
from reports.figures.cascade import lay_out
from reports.figures.columns import (
    ARRAYS,
    EXPECTATIONS,
    LINK_STATES,
    OBJECTIVE_STATES,
    STALE_DAYS,
    STRENGTHS,
    Columns,
    table_of,
)
from tests.reports import plain


class Ids:
    """Ids as a shared database deals them out: in no order, with gaps."""

    def __init__(self, names: Iterable[str], chance: Random, gap: int) -> None:
        self.names = list(names)
        self.ids = chance.sample(range(1, 2 + gap * len(self.names)), len(self.names))
        self.id_of = dict(zip(self.names, self.ids, strict=True))
        self.name_of = dict(zip(self.ids, self.names, strict=True))

    def of(self, names: Iterable[str | None], *, unknown: int = 0) -> list[int]:
        """Ids of names, 0 for none, `unknown` for what another cycle or strategy has."""
        return [0 if name is None else self.id_of.get(name, unknown) for name in names]


def take(
    organisation: plain.Organisation, *, seed: int = 0, gap: int = 3
) -> tuple[Columns, documents.Names]:
    """A snapshot of the organisation, its rows and ids in an order of the seed's own."""
    chance = Random(seed)  # noqa: S311 - shuffles test rows
    units = Ids(organisation.units, chance, gap)
    people = Ids(
        [name for name, person in organisation.people.items() if person.is_active], chance, gap
    )
    objectives = Ids(organisation.objectives, chance, gap)
    priorities = Ids(organisation.priorities, chance, gap)
    expected = list(organisation.expectations.items())
    rows: dict[str, Sequence[Any]] = {
        "unit_id": units.ids,
        "unit_parent": units.of(unit.parent for unit in organisation.units.values()),
        "unit_headcount": [unit.headcount or 0 for unit in organisation.units.values()],
        "person_id": people.ids,
        "person_unit": units.of(organisation.people[name].unit for name in people.names),
        "objective_id": objectives.ids,
        **_objectives(organisation, units, people),
        "link_child": objectives.of((it.child for it in organisation.links), unknown=10**9),
        "link_parent": [
            -priorities.id_of[it.parent]
            if it.parent in priorities.id_of
            else objectives.id_of.get(it.parent, 10**9)
            for it in organisation.links
        ],
        "link_strength": [STRENGTHS.index(it.strength) for it in organisation.links],
        "link_state": [_link_state(it) for it in organisation.links],
        "priority_id": priorities.ids,
        "expectation_priority": priorities.of(priority for (priority, _), _ in expected),
        "expectation_unit": units.of(unit for (_, unit), _ in expected),
        "expectation_code": [EXPECTATIONS.index(it) for _, it in expected],
    }
    names = documents.Names(objectives.name_of, priorities.name_of, units.name_of)
    return _shuffled(rows, chance), names


def _objectives(
    organisation: plain.Organisation, units: Ids, people: Ids
) -> dict[str, Sequence[Any]]:
    objectives = organisation.objectives.values()
    return {
        "objective_unit": units.of(it.unit for it in objectives),
        "objective_state": [OBJECTIVE_STATES.index(it.state) for it in objectives],
        "objective_answerable": people.of((it.answerable for it in objectives), unknown=10**9),
        "objective_is_local": [it.is_local for it in objectives],
    }


def _link_state(link: plain.Link) -> int:
    too_long = link.state == "stale" and link.days_stale > STALE_DAYS
    return LINK_STATES.index("stale_too_long" if too_long else link.state)


def _shuffled(rows: dict[str, Sequence[Any]], chance: Random) -> Columns:
    """The same rows, each table in an order of its own."""
    columns, orders = {}, dict[str, list[int]]()
    for name, values in rows.items():
        in_order = chance.sample(range(len(values)), len(values))
        order = orders.setdefault(table_of(name), in_order)
        columns[name] = np.array([values[row] for row in order], dtype=ARRAYS[name])
    return Columns(**columns)


def alignment_of(organisation: plain.Organisation, *, seed: int = 0, gap: int = 3) -> Any:
    """The alignment document by way of what is stored."""
    columns, names = take(organisation, seed=seed, gap=gap)
    figures = alignment.figures(lay_out(columns))
    kept = standings.decode(standings.encode(figures.standings))
    return documents.alignment_document(documents.alignment_summary(figures, names), kept, names)


def coverage_of(organisation: plain.Organisation, *, seed: int = 0, gap: int = 3) -> Any:
    """The coverage document by way of what is stored."""
    columns, names = take(organisation, seed=seed, gap=gap)
    figures = coverage.figures(lay_out(columns))
    kept = cells.StoredCells(cells.encode(figures.cells)).everything()
    return documents.coverage_document(documents.coverage_summary(figures, names), kept, names)
