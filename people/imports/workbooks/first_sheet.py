"""The first sheet of an XLSX workbook, looked over before it is handed to the reader."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook

from people.imports.problems import FileRefused
from people.imports.table import Table, build_table
from people.imports.workbooks.archive import DAMAGED, SAVE_AGAIN, Parts
from people.imports.workbooks.outline import find_outline
from people.imports.workbooks.packing import packed_plainly
from people.imports.workbooks.scan import ZeroPadded, scan_sheet

HAS_MACROS = (
    "The workbook is of the kind that holds macros. "
    'In Excel choose "Save as", then "Excel workbook (.xlsx)", and choose that file.'
)
NOT_A_WORKBOOK = f"The file is not an Excel workbook. {SAVE_AGAIN}"

CellValue = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(content: bytes) -> Table:
    """The first visible sheet as a table; what the sheet calculates is refused, not guessed."""
    parts = Parts(content)
    _refuse_other_documents(parts)
    outline = find_outline(parts)
    zero_padded = scan_sheet(parts, outline)
    rows = _calamine_rows(packed_plainly(parts, outline))
    return build_table(_texts(rows, zero_padded))


def _refuse_other_documents(parts: Parts) -> None:
    if "[Content_Types].xml" not in parts:
        raise FileRefused(NOT_A_WORKBOOK)
    kinds = parts.read("[Content_Types].xml")
    if b"macroEnabled" in kinds or "xl/vbaProject.bin" in parts:
        raise FileRefused(HAS_MACROS)
    if b"spreadsheetml.sheet.main+xml" not in kinds:
        raise FileRefused(NOT_A_WORKBOOK)


def _calamine_rows(workbook: bytes) -> list[list[CellValue]]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0)
        return sheet.to_python(skip_empty_area=False)
    except CalamineError:
        raise FileRefused(DAMAGED) from None
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # how a Rust library's panic arrives
            raise FileRefused(DAMAGED) from None
        raise


def _texts(rows: list[list[CellValue]], zero_padded: ZeroPadded) -> Iterator[list[str]]:
    for number, row in enumerate(rows, start=1):
        texts = [cell_text(value) for value in row]
        for position, width in zero_padded.get(number, ()):
            if texts[position].isdigit():
                texts[position] = texts[position].zfill(width)
        yield texts


def cell_text(value: CellValue) -> str:
    """A cell as the sheet shows it: whole numbers without a point, dates as 2024-04-01."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number_text(value)
        case datetime():
            return value.isoformat(" ") if value.time() != time.min else value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _number_text(value: float) -> str:
    """The fifteen digits that spreadsheets keep, never in the form 1E+20."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{Decimal(format(value, '.15g')):f}"
