"""A run's figures as tables to take away. What is on the page is in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from objectives.models import Objective
from people.imports.writing import Cell, csv_bytes, xlsx_bytes
from reports.figures.cells import Cells, StoredCells
from reports.figures.columns import EXPECTATIONS
from reports.figures.part import GAP, NOT_ASKED, ONLY_INVITED, Part
from reports.figures.standings import ALIGNED, STANDINGS, decode
from reports.models import ReportRun
from reports.queries.called import UnitName, priority_names, unit_names

XLSX_ROWS_AT_MOST = 20_000
"""A larger workbook would keep a page waiting for longer than people wait."""

NO_NUMBER = {GAP: "gap", NOT_ASKED: "not asked", ONLY_INVITED: "invited"}
NO_LONGER_THERE = ("", "An objective that is no longer there", "", "")
STANDING_WORDS = dict(
    zip(STANDINGS, ("aligned", "unconfirmed", "stands alone", "serves no priority"), strict=True)
)


@dataclass(frozen=True, kw_only=True)
class ExportTable:
    header: list[str]
    rows: list[list[Cell]]

    @property
    def fits_workbook(self) -> bool:
        return len(self.rows) <= XLSX_ROWS_AT_MOST


def coverage_by_unit(run: ReportRun) -> ExportTable:
    """A row for each unit in the order of the tree, a column for each priority."""
    part = Part(StoredCells(bytes(run.stored)).everything())
    cells, names = part.cells, unit_names(part.cells.units.tolist())
    priorities = priority_names(cells.priorities.tolist())
    rows_of = cells.priorities.tolist()
    order = [rows_of.index(priority.id) for priority in priorities]
    rows = [
        [*_unit_cells(names[unit], above), *(_shown(count) for count in counts)]
        for unit, above, counts in zip(
            cells.units.tolist(),
            _codes_above(cells, names),
            part.shown[order].T.tolist(),
            strict=True,
        )
    ]
    header = ["Unit code", "Unit", "Kind", "Within", *(it.title for it in priorities)]
    return ExportTable(header=header, rows=rows)


def _unit_cells(unit: UnitName, above: str) -> list[Cell]:
    return [unit.code, unit.name, unit.kind, above]


def _codes_above(cells: Cells, names: Mapping[int, UnitName]) -> list[str]:
    """The code of the unit that each hangs on."""
    codes, way = [], list[str]()
    for unit, depth in zip(cells.units.tolist(), cells.depths.tolist(), strict=True):
        del way[depth:]
        codes.append(way[-1] if way else "")
        way.append(names[unit].code)
    return codes


def _shown(count: int) -> Cell:
    return count if count > 0 else NO_NUMBER[count]


def coverage_cells(run: ReportRun) -> ExportTable:
    """A row for each pair of priority and unit that is required, invited or covered."""
    cells = StoredCells(bytes(run.stored)).everything()
    names = unit_names(cells.units.tolist())
    units = cells.units.tolist()
    rows_of = cells.priorities.tolist()
    rows: list[list[Cell]] = []
    for priority in priority_names(rows_of):
        row = rows_of.index(priority.id)
        for place in np.flatnonzero(cells.listed[row]).tolist():
            unit, count = names[units[place]], int(cells.objectives[row, place])
            expectation = EXPECTATIONS[int(cells.expectations[row, place])]
            rows.append(
                [priority.ref, priority.title, unit.code, unit.name, expectation, count, count > 0]
            )
    header = ["Priority ref", "Priority", "Unit code", "Unit", "Expected", "Objectives", "Covered"]
    return ExportTable(header=header, rows=rows)


def coverage_priorities(run: ReportRun) -> ExportTable:
    """A row for each priority, as the report's own totals have it."""
    titles = _titles(StoredCells(bytes(run.stored)).roots().priorities.tolist())
    rows: list[list[Cell]] = [
        [
            line["ref"],
            titles.get(line["ref"], ""),
            line["expected"],
            line["covered"],
            _share(line["coverage"]),
            _share(line["coverage_headcount"]),
        ]
        for line in run.summary["priorities"]
    ]
    header = ["Ref", "Priority", "Units asked", "Units covered", "Coverage", "By headcount"]
    return ExportTable(header=header, rows=rows)


def uncovered_units(run: ReportRun) -> ExportTable:
    """Units with people and no aligned objective."""
    cells = StoredCells(bytes(run.stored)).everything()
    names = unit_names(cells.units.tolist())
    found = zip(
        cells.units.tolist(),
        _codes_above(cells, names),
        cells.is_uncovered.tolist(),
        strict=True,
    )
    rows = [_unit_cells(names[unit], above) for unit, above, is_uncovered in found if is_uncovered]
    return ExportTable(header=["Unit code", "Unit", "Kind", "Within"], rows=rows)


def alignment_objectives(run: ReportRun) -> ExportTable:
    """A row for each agreed or live objective: how it stands, and how strongly it is tied."""
    standings = decode(bytes(run.stored))
    is_unanswered = set(standings.unanswered.tolist())
    strength = dict(
        zip(standings.ids(ALIGNED).tolist(), standings.strengths().tolist(), strict=True)
    )
    facts = _objective_facts(standings.objectives.tolist())
    rows: list[list[Cell]] = [
        [
            *facts.get(id, NO_LONGER_THERE),
            STANDING_WORDS[STANDINGS[standing]],
            _share(strength.get(id)),
            id not in is_unanswered,
        ]
        for id, standing in zip(
            standings.objectives.tolist(), standings.standing.tolist(), strict=True
        )
    ]
    header = ["Ref", "Objective", "Unit code", "Unit", "Standing", "Strength", "Answered for"]
    return ExportTable(header=header, rows=rows)


def _objective_facts(ids: Iterable[int]) -> dict[int, tuple[str, str, str, str]]:
    """Reference, words and unit. Objectives that were counted were agreed, so all may see them."""
    found = Objective.objects.filter(pk__in=list(ids)).values_list(
        "pk", "ref", "current__title", "unit__code", "unit__name"
    )
    return {pk: (ref, title, code, name) for pk, ref, title, code, name in found}


def alignment_levels(run: ReportRun) -> ExportTable:
    keys = ("level", "total", "aligned", "unconfirmed", "local", "orphans")
    rows: list[list[Cell]] = [
        [*(level[key] for key in keys), _share(level["rate"])] for level in run.summary["levels"]
    ]
    header = ["Steps below the board", "Agreed", "Aligned", "Unconfirmed", "Stand alone"]
    return ExportTable(header=[*header, "Serve no priority", "Share aligned"], rows=rows)


def alignment_priorities(run: ReportRun) -> ExportTable:
    rows: list[list[Cell]] = [
        [line["ref"], line["objectives"], line["units"], line["depth"]]
        for line in run.summary["priorities"]
    ]
    return ExportTable(header=["Ref", "Objectives", "Units", "Longest chain"], rows=rows)


def _titles(ids: Iterable[int]) -> dict[str, str]:
    return {priority.ref: priority.title for priority in priority_names(ids)}


def _share(share: float | None) -> Cell:
    """Four places of a share; nothing for a share of nothing."""
    return None if share is None else round(Decimal(share), 4)


TABLES: Mapping[str, Mapping[str, Callable[[ReportRun], ExportTable]]] = {
    ReportRun.Kind.COVERAGE: {
        "units": coverage_by_unit,
        "cells": coverage_cells,
        "priorities": coverage_priorities,
        "uncovered-units": uncovered_units,
    },
    ReportRun.Kind.ALIGNMENT: {
        "objectives": alignment_objectives,
        "levels": alignment_levels,
        "priorities": alignment_priorities,
    },
}

FORMATS: Mapping[str, tuple[str, Callable[..., bytes]]] = {
    "csv": ("text/csv; charset=utf-8", csv_bytes),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_bytes),
}


def packed(table: ExportTable, *, form: str) -> tuple[str, bytes]:
    """The file's type and what is in it."""
    content_type, pack = FORMATS[form]
    more: dict[str, Any] = {"header": table.header, "rows": table.rows}
    return content_type, pack(**more)
