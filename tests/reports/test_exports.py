from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from reports import exports
from reports.exports import ExportTable
from reports.queries import document
from tests.reports.conftest import Trust

EVERY_TABLE = [(kind, name) for kind, tables in exports.TABLES.items() for name in tables]


def read_back(table: ExportTable, form: str) -> list[list[Any]]:
    """What a spreadsheet program finds in the file."""
    _, packed = exports.packed(table, form=form)
    if form == "csv":
        return list(csv.reader(io.StringIO(packed.decode("utf-8-sig"))))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(packed)).get_sheet_by_index(0)
    return sheet.to_python()


def as_words(cell: Any) -> str:
    """A cell of a workbook as the same cell of a CSV file has it."""
    if isinstance(cell, float):
        return f"{cell:.4f}".rstrip("0").rstrip(".")
    return str(cell)


@pytest.mark.parametrize(("kind", "name"), EVERY_TABLE)
def test_every_table_is_the_same_in_both_forms(trust: Trust, kind: str, name: str) -> None:
    table = exports.TABLES[kind][name](trust.compute(kind))

    in_csv, in_xlsx = read_back(table, "csv"), read_back(table, "xlsx")

    assert in_csv[0] == table.header
    assert len(in_csv) == len(table.rows) + 1 > 1
    assert [[as_words(cell) for cell in row] for row in in_xlsx] == in_csv


def test_units_stand_in_the_order_of_the_tree_with_a_number_or_a_word(trust: Trust) -> None:
    table = exports.coverage_by_unit(trust.compute("coverage"))

    assert read_back(table, "csv") == [
        ["Unit code", "Unit", "Kind", "Within", "Safe, kind care", "Fair outcomes"],
        ["BOARD", "The Board", "Organisation", "", "2", "gap"],
        ["MED", "Medicine", "Division", "BOARD", "2", "gap"],
        ["W7", "Ward 7", "Team", "MED", "1", "invited"],
        ["W8", "Ward 8", "Team", "MED", "gap", "gap"],
        ["EST", "Estates", "Division", "BOARD", "gap", "gap"],
    ]


def test_cells_are_those_of_the_contract(trust: Trust) -> None:
    run = trust.compute("coverage")
    wanted = {
        (c["priority"], c["unit"], c["expectation"] or "", c["objectives"], c["covered"])
        for c in document(run)["cells"]
    }

    rows = exports.coverage_cells(run).rows

    assert {(r[0], r[2], r[4], r[5], r[6]) for r in rows} == wanted


def test_the_totals_are_those_of_the_report(trust: Trust) -> None:
    rows = read_back(exports.coverage_priorities(trust.compute("coverage")), "csv")

    assert rows[1:] == [
        ["P1", "Safe, kind care", "4", "2", "0.5", "0.7"],
        ["P2", "Fair outcomes", "2", "0", "0", "0"],
    ]


def test_every_agreed_objective_says_how_it_stands(trust: Trust) -> None:
    rows = exports.alignment_objectives(trust.compute("alignment")).rows

    assert {row[0]: (row[4], row[6]) for row in rows} == {
        "M1": ("aligned", False),
        "W1": ("aligned", True),
        "W2": ("unconfirmed", False),
        "W3": ("unconfirmed", False),
        "E1": ("serves no priority", False),
        "E2": ("stands alone", False),
    }
    assert {row[0]: str(row[5]) for row in rows if row[5] is not None} == {
        "M1": "1.0000",
        "W1": "0.5000",
    }


def test_no_text_turns_into_a_formula(trust: Trust) -> None:
    trust.units["W8"].name = "=HYPERLINK(1)"
    trust.units["W8"].save()

    table = exports.coverage_by_unit(trust.compute("coverage"))

    assert read_back(table, "csv")[4][1] == "'=HYPERLINK(1)"
    assert read_back(table, "xlsx")[4][1] == "=HYPERLINK(1)"


def test_a_table_that_is_too_large_fits_no_workbook() -> None:
    rows: list[list[Any]] = [[1]] * (exports.XLSX_ROWS_AT_MOST + 1)

    assert not ExportTable(header=["n"], rows=rows).fits_workbook
    assert ExportTable(header=["n"], rows=rows[1:]).fits_workbook
