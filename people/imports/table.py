"""A spreadsheet as a person sees it: named columns, numbered rows, every cell as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from people.imports.problems import FileRefused

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 60
LAST_SHEET_ROW = 1_048_576  # further than this, a spreadsheet has no rows or columns,
LAST_SHEET_COLUMN = 16_384  # not even blank ones

TOO_LARGE = "The file is larger than 10 MB. Split it into smaller files and import each one."
TOO_LONG = (
    f"The file has more than {MAX_ROWS:,} rows below the column names. "
    "Split it into smaller files, or delete what stands below the last row you need."
)
TOO_WIDE = (
    f"The file has more than {MAX_COLUMNS} columns. "
    "Keep only the columns you want to import, then choose it again."
)
EMPTY = "The file is empty. Choose a file with column names in row 1 and one row for each record."
NO_HEADER = (
    "Row 1 holds no column names. Put the names of the columns in row 1, "
    "with nothing above them, then choose the file again."
)

CellPlace = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header, with the number a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first sheet of a file; blank rows are passed over but counted in the row numbers."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    formulas: frozenset[CellPlace] = frozenset()  # (row number, position) of cells that calculate


def refuse_size(byte_count: int) -> None:
    """A file may hold 10 MB at most, and must hold something."""
    if byte_count > MAX_BYTES:
        raise FileRefused(TOO_LARGE)
    if byte_count == 0:
        raise FileRefused(EMPTY)


def folded(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def build_table(
    records: Iterable[Sequence[str]], *, formulas: Iterable[CellPlace] | None = None
) -> Table:
    """Row 1 names the columns; each further row that is not blank becomes a row of the table.

    `formulas` is read last, so that it may be filled while the records are drawn.
    """
    numbered = enumerate(records, start=1)
    header = _header(next(numbered, (1, ()))[1])
    rows = []
    for number, record in numbered:
        cells = _cells(record, width=len(header))
        if not cells:
            continue
        if number > MAX_ROWS + 1:
            raise FileRefused(TOO_LONG)
        rows.append(Row(number, cells))
    return Table(header, tuple(rows), frozenset(formulas or ()))


def _header(record: Sequence[str]) -> tuple[str, ...]:
    if any(name.strip() for name in record[MAX_COLUMNS:]):
        raise FileRefused(TOO_WIDE)
    names = [folded(name.replace("\ufeff", "")) for name in record[:MAX_COLUMNS]]
    while names and not names[-1]:
        names.pop()
    if not any(letter.isalpha() for name in names for letter in name):
        raise FileRefused(NO_HEADER)
    return tuple(names)


def _cells(record: Sequence[str], *, width: int) -> tuple[str, ...]:
    """The row's cells as wide as the header, or wider where something stands beyond it."""
    last = len(record)
    while last and not record[last - 1].strip():
        last -= 1
    if last == 0:
        return ()
    if last > MAX_COLUMNS:
        raise FileRefused(TOO_WIDE)
    wanted = max(last, width)
    return tuple(record[:wanted]) + ("",) * (wanted - len(record))
