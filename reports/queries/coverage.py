"""The coverage page: one part of the organisation by the board's priorities, as a run stored it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from reports.figures.alignment import share
from reports.figures.cells import StoredCells, UnitNotCounted
from reports.figures.part import Change, Part, Widest, changed, widest_gap
from reports.models import ReportRun
from reports.queries.called import PriorityName, UnitName, priority_names, unit_names

ROWS_A_PAGE = 100
UNITS_A_PAGE = 25


@dataclass(frozen=True, kw_only=True)
class PriorityTotal:
    """How many of the units a priority is expected in it has come to, now and in an earlier run.

    By headcount only for the whole organisation, as the run stored it.
    """

    priority: PriorityName
    expected: int
    covered: int
    coverage_headcount: float | None
    expected_before: int | None
    covered_before: int | None

    @property
    def coverage(self) -> float | None:
        return share(self.covered, self.expected)


@dataclass(frozen=True, kw_only=True)
class CoveragePage:
    """One unit, by its place 0 in `part`, with what is directly below it or with every gap below.

    `order` has the row of `part` for each of the priorities shown.
    """

    run: ReportRun
    part: Part
    change: Change | None
    widest: Widest | None
    unit: UnitName
    above: list[UnitName]
    priorities: list[PriorityName]
    order: list[int]
    places: Page[Any]
    is_gaps_only: bool
    units: Mapping[int, UnitName]
    totals: list[PriorityTotal]

    @property
    def is_whole(self) -> bool:
        return not self.above

    def unit_at(self, place: int) -> UnitName:
        return self.units[int(self.part.cells.units[place])]

    @property
    def children(self) -> list[UnitName]:
        """The units directly below, as far as they are shown."""
        return [self.unit_at(place) for place in self.part.children if self._knows(place)]

    def _knows(self, place: int) -> bool:
        return int(self.part.cells.units[place]) in self.units

    @property
    def uncovered_units(self) -> int:
        return int(self.part.cells.is_uncovered.sum())


def coverage_page(
    run: ReportRun,
    unit: UnitName,
    *,
    gaps_only: bool = False,
    page: str | None = None,
    earlier: ReportRun | None = None,
) -> CoveragePage:
    """Two queries: names of priorities and of units.

    Raises `UnitNotCounted` for a unit that was not there when the run was computed.
    """
    stored = StoredCells(bytes(run.stored))
    part = Part(stored.subtree(unit.id))
    before = _earlier_part(earlier, unit)
    places = Paginator(part.with_gaps if gaps_only else part.children, ROWS_A_PAGE).get_page(page)
    widest = widest_gap(part)
    above = stored.above(unit.id)
    priorities = priority_names(part.cells.priorities.tolist())
    rows = part.cells.priorities.tolist()
    units = unit_names({*above, *_ids_shown(part, places.object_list, widest)})
    return CoveragePage(
        run=run,
        part=part,
        change=changed(part.cells, before.cells) if before else None,
        widest=widest,
        unit=unit,
        above=[units[id] for id in above],
        priorities=priorities,
        order=[rows.index(priority.id) for priority in priorities],
        places=places,
        is_gaps_only=gaps_only,
        units=units,
        totals=[_total(priority, run, part, before) for priority in priorities],
    )


def _earlier_part(earlier: ReportRun | None, unit: UnitName) -> Part | None:
    if earlier is None:
        return None
    try:
        return Part(StoredCells(bytes(earlier.stored)).subtree(unit.id))
    except UnitNotCounted:
        return None


def _ids_shown(part: Part, places: Any, widest: Widest | None) -> list[int]:
    """The page's own unit, those in its table, those they hang on, and the one in the finding."""
    shown = {0, *places, *(part.above(place) for place in places)}
    if widest is not None:
        shown.add(widest.place)
    ids: list[int] = part.cells.units[sorted(shown)].tolist()
    return ids


def _total(
    priority: PriorityName, run: ReportRun, part: Part, before: Part | None
) -> PriorityTotal:
    expected, covered = _counts(part, priority) or (0, 0)
    lines: list[dict[str, Any]] = run.summary["priorities"]
    stored = next((line for line in lines if line["ref"] == priority.ref), {})
    is_whole = int(part.cells.depths[0]) == 0
    earlier = _counts(before, priority) if before else None
    return PriorityTotal(
        priority=priority,
        expected=expected,
        covered=covered,
        coverage_headcount=stored.get("coverage_headcount") if is_whole else None,
        expected_before=earlier[0] if earlier else None,
        covered_before=earlier[1] if earlier else None,
    )


def _counts(part: Part, priority: PriorityName) -> tuple[int, int] | None:
    """Expected units, and covered ones among them; none for a priority that was not counted."""
    ids = part.cells.priorities.tolist()
    if priority.id not in ids:
        return None
    row = ids.index(priority.id)
    return int(part.expected[row]), int(part.covered[row])


def uncovered_units(run: ReportRun, unit: UnitName, *, page: str | None) -> Page[Any]:
    """Units with people and no aligned objective, at and below one, in the order of the tree."""
    cells = StoredCells(bytes(run.stored)).subtree(unit.id)
    found = Paginator(cells.units[cells.is_uncovered].tolist(), UNITS_A_PAGE).get_page(page)
    names = unit_names(found.object_list)
    found.object_list = [names[id] for id in found.object_list]
    return found
