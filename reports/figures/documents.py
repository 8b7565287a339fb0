"""Report documents, word for word as the interchange contract has them (its section 4).

A document is a summary (small, kept as JSON with the run) and what the run keeps packed: fresh or
read back, the same parts give the same document. References are sorted as text.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from reports.figures import RULE_VERSION
from reports.figures.alignment import AlignmentFigures, Tally
from reports.figures.cells import Cells
from reports.figures.columns import EXPECTATIONS, Ints
from reports.figures.coverage import CoverageFigures
from reports.figures.standings import ALIGNED, LOCAL, ORPHAN, UNCONFIRMED, Standings

Document = dict[str, Any]


@dataclass(frozen=True)
class Names:
    """What people call the ids: objective and priority references, unit codes."""

    objectives: Mapping[int, str]
    priorities: Mapping[int, str]
    units: Mapping[int, str]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What a document is about; `seconds` has load, compute and store."""

    organisation: str
    cycle: str
    as_of: str
    input_hash: str
    run: int
    seconds: Mapping[str, float]

    def over(self, kind: str, figures: Document) -> Document:
        """The whole document of one kind."""
        return {
            "kind": kind,
            "organisation": self.organisation,
            "cycle": self.cycle,
            "as_of": self.as_of,
            "rule_version": RULE_VERSION,
            "input_hash": self.input_hash,
            "run": {"id": self.run, "seconds": dict(self.seconds)},
            **figures,
        }


def alignment_summary(figures: AlignmentFigures, names: Names) -> Document:
    """The alignment report without its lists of objectives."""
    cross = figures.cross_boundary
    return {
        "objectives": {"total": figures.whole.total, "by_state": figures.by_state},
        "rate": figures.whole.rate,
        "levels": [{"level": n, **_tally(tally)} for n, tally in figures.levels.items()],
        "priorities": _by_ref(
            {
                "ref": names.priorities[reach.priority],
                "objectives": reach.objectives,
                "units": reach.units,
                "depth": reach.depth,
            }
            for reach in figures.priorities
        ),
        "cross_boundary": {**asdict(cross), "ei_index": cross.ei_index},
        "concentration": asdict(figures.concentration),
        "loops": sorted(sorted(names.objectives[id] for id in loop) for loop in figures.loops),
    }


def alignment_document(summary: Document, standings: Standings, names: Names) -> Document:
    """The alignment report's figures, whole."""
    aligned = _words(standings.ids(ALIGNED), names.objectives)
    strength = dict(sorted(zip(aligned, standings.strengths().tolist(), strict=True)))
    return {
        "objectives": summary["objectives"],
        "aligned": list(strength),
        "strength": strength,
        "unconfirmed": sorted(_words(standings.ids(UNCONFIRMED), names.objectives)),
        "local": sorted(_words(standings.ids(LOCAL), names.objectives)),
        "orphans": sorted(_words(standings.ids(ORPHAN), names.objectives)),
        **{key: value for key, value in summary.items() if key != "objectives"},
    }


def coverage_summary(figures: CoverageFigures, names: Names) -> Document:
    """The coverage report without its cells and its list of units."""
    sight = figures.line_of_sight
    return {
        "priorities": _by_ref(
            {
                "ref": names.priorities[line.priority],
                "expected": line.expected,
                "covered": line.covered,
                "coverage": line.coverage,
                "coverage_headcount": line.coverage_headcount,
            }
            for line in figures.priorities
        ),
        "line_of_sight": {**asdict(sight), "rate": sight.rate},
    }


def coverage_document(summary: Document, cells: Cells, names: Names) -> Document:
    """The coverage report's figures, whole."""
    uncovered = cells.units[cells.is_uncovered]
    return {
        "cells": _cells(cells, names),
        **summary,
        "uncovered_units": sorted(_words(uncovered, names.units)),
    }


def _cells(cells: Cells, names: Names) -> list[Document]:
    """Required, invited or covered pairs, by priority reference and then unit code."""
    priority_refs = _words(cells.priorities, names.priorities)
    codes = _words(cells.units, names.units)
    unit_order = np.array(sorted(range(len(codes)), key=codes.__getitem__), dtype=np.int64)
    lines: list[Document] = []
    for row in sorted(range(len(priority_refs)), key=priority_refs.__getitem__):
        units = unit_order[cells.listed[row, unit_order]]
        expectations = cells.expectations[row, units].tolist()
        counts = cells.objectives[row, units].tolist()
        lines.extend(
            {
                "priority": priority_refs[row],
                "unit": codes[unit],
                "expectation": EXPECTATIONS[expectation] or None,
                "objectives": count,
                "covered": count > 0,
            }
            for unit, expectation, count in zip(units, expectations, counts, strict=True)
        )
    return lines


def _tally(tally: Tally) -> Document:
    return {**asdict(tally), "rate": tally.rate}


def _words(ids: Ints, names: Mapping[int, str]) -> list[str]:
    return [names[id] for id in ids.tolist()]


def _by_ref(lines: Any) -> list[Document]:
    return sorted(lines, key=lambda line: line["ref"])
