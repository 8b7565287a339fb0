"""Rows as a CSV file or a workbook, in which nothing can turn into a formula."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from people.imports.guard import guarded, writable
from people.imports.problems import FileRefused, Problem
from people.imports.table import Table

Cell = str | int | Decimal | date | bool | None

DIGITS_A_WORKBOOK_KEEPS = 15
FIRST_WORKBOOK_DAY = date(1900, 3, 1)  # before it, workbooks count a day that never was
DOES_NOT_FIT = (
    "There are more rows, or a longer text, than a workbook can hold. Choose CSV instead."
)
FILE_ROW = "Row in your file"
WHAT_TO_DO = "What to do"


def cell_words(cell: Cell) -> str:
    """A value as an import reads it back: no needless noughts, dates as 2024-04-01."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case Decimal():
            words = f"{cell:f}"
            return words.rstrip("0").rstrip(".") if "." in words else words
        case date():
            return cell.isoformat()
        case _:
            return writable(str(cell))


def csv_bytes(*, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV file in UTF-8 with its mark, so that Excel shows every letter as it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_csv_text(name) for name in header])
    for row in rows:
        writer.writerow([_csv_text(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(
    *, header: Sequence[str], rows: Iterable[Sequence[Cell]], sheet_name: str = "Rows"
) -> bytes:
    """A workbook of one sheet; texts are typed as texts, so none is taken for a formula."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True, "strings_to_urls": False}) as workbook:
        sheet = workbook.add_worksheet(sheet_name)
        bold = workbook.add_format({"bold": True})
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for position, name in enumerate(header):
            sheet.write_string(0, position, writable(name), bold)
            sheet.set_column(position, position, max(12, min(len(name) + 4, 40)))
        for number, row in enumerate(rows, start=1):
            for position, cell in enumerate(row):
                _write_cell(sheet, number, position, cell, day)
    return packed.getvalue()


def _csv_text(cell: Cell) -> str:
    words = cell_words(cell)
    return guarded(words) if isinstance(cell, str) else words


def _write_cell(sheet: Worksheet, row: int, position: int, cell: Cell, day: Format) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, int | Decimal) and _is_kept_whole(cell):
        outcome = sheet.write_number(row, position, float(cell))
    elif isinstance(cell, date) and not isinstance(cell, datetime) and cell >= FIRST_WORKBOOK_DAY:
        outcome = sheet.write_datetime(row, position, cell, day)
    else:
        outcome = sheet.write_string(row, position, cell_words(cell))
    if outcome:
        raise FileRefused(DOES_NOT_FIT)


def _is_kept_whole(number: int | Decimal) -> bool:
    """Yes and no are words, and longer numbers would lose their last digits."""
    if isinstance(number, bool):
        return False
    return len(Decimal(number).as_tuple().digits) <= DIGITS_A_WORKBOOK_KEEPS


def rows_to_mend(
    table: Table, *, problems: Iterable[Problem], file: str
) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    """Header and rows of this file that cannot be saved, each with its number and what to do.

    Mended, they can be imported as they are: the two columns more are passed over.
    """
    sentences: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.is_error and problem.file == file:
            sentences[problem.row].append(_sentence(problem))
    rows: Iterator[tuple[Cell, ...]] = (
        (row.number, ". ".join(sentences[row.number]), *row.cells)
        for row in table.rows
        if row.number in sentences
    )
    return (FILE_ROW, WHAT_TO_DO, *table.header), rows


def _sentence(problem: Problem) -> str:
    return f"{problem.column}: {problem.message}" if problem.column else problem.message
