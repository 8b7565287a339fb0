"""Coverage: whether every priority lives everywhere it should (domain measure M3)."""

from dataclasses import dataclass

import numpy as np

from reports.figures.alignment import share
from reports.figures.cascade import Cascade
from reports.figures.cells import Cells
from reports.figures.columns import REQUIRED, Bools, Ints
from reports.figures.places import Places


@dataclass(frozen=True)
class PriorityCoverage:
    """How many of the units a priority is expected in it has come to."""

    priority: int
    expected: int
    covered: int
    expected_headcount: int
    covered_headcount: int

    @property
    def coverage(self) -> float | None:
        return share(self.covered, self.expected)

    @property
    def coverage_headcount(self) -> float | None:
        """Units without a known headcount weigh nothing, above and below the line."""
        return share(self.covered_headcount, self.expected_headcount)


@dataclass(frozen=True)
class LineOfSight:
    """People whose own or whose unit's objective reaches a priority."""

    in_scope: int
    connected: int

    @property
    def rate(self) -> float | None:
        return share(self.connected, self.in_scope)


@dataclass(frozen=True)
class CoverageFigures:
    cells: Cells
    priorities: list[PriorityCoverage]
    """By ascending priority id."""
    line_of_sight: LineOfSight


def figures(cascade: Cascade) -> CoverageFigures:
    """Every figure of the coverage report."""
    unit_of_person = _place_of_person(cascade)
    owns_aligned = np.any(cascade.owned > 0, axis=0)
    cells = _cells(cascade, uncovered=_has_people(cascade, unit_of_person) & ~owns_aligned)
    return CoverageFigures(
        cells=cells,
        priorities=_priorities(cascade, cells),
        line_of_sight=_line_of_sight(cascade, unit_of_person, owns_aligned),
    )


def _place_of_person(cascade: Cascade) -> Ints:
    """The place of each active person's primary unit, -1 for none."""
    rows = Places(cascade.columns.unit_id).of(cascade.columns.person_unit)
    return np.where(rows >= 0, cascade.forest.place_of_row[rows], -1)


def _has_people(cascade: Cascade, unit_of_person: Ints) -> Bools:
    at_home = unit_of_person[unit_of_person >= 0]
    return np.bincount(at_home, minlength=len(cascade.forest.ids)) > 0


def _cells(cascade: Cascade, *, uncovered: Bools) -> Cells:
    order = np.argsort(cascade.columns.priority_id)
    forest = cascade.forest
    expectations = _expectations(cascade)[order]
    return Cells(
        priorities=cascade.columns.priority_id[order],
        is_required=np.any(expectations == REQUIRED, axis=1),
        units=forest.ids,
        sizes=forest.sizes,
        depths=forest.depths,
        is_uncovered=uncovered,
        objectives=forest.below(cascade.owned[order]),
        expectations=expectations,
    )


def _expectations(cascade: Cascade) -> Ints:
    """Codes by priority and place."""
    columns = cascade.columns
    row = Places(columns.priority_id).of(columns.expectation_priority)
    unit = Places(columns.unit_id).of(columns.expectation_unit)
    codes = np.zeros((len(columns.priority_id), len(columns.unit_id)), dtype=np.int8)
    known = (row >= 0) & (unit >= 0)
    place = cascade.forest.place_of_row[unit[known]]
    codes[row[known], place] = columns.expectation_code[known]
    return codes


def _priorities(cascade: Cascade, cells: Cells) -> list[PriorityCoverage]:
    headcount = np.zeros(len(cells.units), dtype=np.int64)
    headcount[cascade.forest.place_of_row] = np.maximum(cascade.columns.unit_headcount, 0)
    lines = zip(
        cells.priorities.tolist(), cells.expected, cells.expected & cells.covered, strict=True
    )
    return [
        PriorityCoverage(
            priority=priority,
            expected=int(np.count_nonzero(expected)),
            covered=int(np.count_nonzero(covered)),
            expected_headcount=int(headcount[expected].sum()),
            covered_headcount=int(headcount[covered].sum()),
        )
        for priority, expected, covered in lines
    ]


def _line_of_sight(cascade: Cascade, unit_of_person: Ints, owns_aligned: Bools) -> LineOfSight:
    connected = np.zeros(len(unit_of_person), dtype=bool)
    answerable = cascade.answerable[cascade.aligned]
    connected[answerable[answerable >= 0]] = True
    in_scope = unit_of_person >= 0
    connected[in_scope] |= owns_aligned[unit_of_person[in_scope]]
    return LineOfSight(
        in_scope=int(np.count_nonzero(in_scope)),
        connected=int(np.count_nonzero(connected & in_scope)),
    )
