"""Every row of a table read as its kind: what can be saved, and what is wrong with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from people.imports.columns import Matching, match_columns, refuse_matching
from people.imports.kinds import Kind, RowT
from people.imports.problems import Problem, Severity
from people.imports.rows import UnitRow
from people.imports.table import Row, Table
from people.imports.values import (
    NEEDED,
    SENTENCE,
    Found,
    KnownPosts,
    Remark,
    Surroundings,
    is_unknown,
)

CALCULATES = "This cell holds a formula: enter the value itself, or an apostrophe (') before the ="
SPILLS_OVER = (
    "This row has more cells than there are column names: "
    'put text that holds the separator in quotation marks ("), and check the row'
)
CHECK_VALUE = "Check this value"
SECOND_ROOT = "Only one row can be the organisation itself; the first is on row {}"


@dataclass(frozen=True, slots=True)
class Checked(Generic[RowT]):
    """The rows that can be saved, and every problem of the file, in row order."""

    rows: tuple[RowT, ...]
    problems: tuple[Problem, ...]
    row_count: int

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


def check_rows(
    kind: Kind[RowT],
    *,
    table: Table,
    matching: Matching | None = None,
    posts: KnownPosts | None = None,
) -> Checked[RowT]:
    """Read a table as this kind; without a matching, columns are found by their names."""
    columns = match_columns(kind.columns, header=table.header) if matching is None else matching
    refuse_matching(kind.columns, header=table.header, matching=columns)
    reading = _Reading(kind, table, columns, posts or KnownPosts())
    rows = tuple(row for row in map(reading.read, table.rows) if row is not None)
    return Checked(rows, tuple(reading.problems), len(table.rows))


class _Reading(Generic[RowT]):
    """One pass over a table, remembering what its rows were called."""

    def __init__(
        self, kind: Kind[RowT], table: Table, matching: Matching, posts: KnownPosts
    ) -> None:
        self.problems: list[Problem] = []
        self._kind = kind
        self._table = table
        self._matching = matching
        self._posts = posts
        self._seen: dict[tuple[str, ...], list[int]] = {}
        self._root_row: int | None = None

    def read(self, row: Row) -> RowT | None:
        """The row's values, or nothing where the row cannot be saved."""
        warnings: Found = []
        errors = [*self._unreadable(row), *self._repeated(row)]
        values = self._validated(row, warnings, errors)
        if values is not None and isinstance(values, UnitRow):
            errors.extend(self._second_root(values))
        if errors:
            self._note(row, "error", errors)
            return None
        self._note(row, "warning", warnings)
        return values

    def _validated(self, row: Row, warnings: Found, errors: Found) -> RowT | None:
        values: dict[str, object] = {
            field: row.cells[position] for field, position in self._matching.items()
        }
        values["row_number"] = row.number
        try:
            around = Surroundings(self._posts, warnings)
            return self._kind.row.model_validate(values, context=around)
        except ValidationError as refused:
            blamed = {field for field, _ in errors}
            found = map(self._field_and_sentence, refused.errors(include_url=False))
            errors.extend(error for error in found if error[0] not in blamed)
            return None

    def _field_and_sentence(self, error: ErrorDetails) -> tuple[str, str]:
        details = error.get("ctx", {})
        field = details.get("field") or str(error["loc"][0])
        if error["type"] == NEEDED:
            return field, f"Enter the {self._called(field)}: every row needs one"
        return field, details.get(SENTENCE, CHECK_VALUE)

    def _called(self, field: str) -> str:
        names = {column.field: column.name for column in self._kind.columns}
        return names[field].replace("_", " ")

    def _unreadable(self, row: Row) -> Iterator[tuple[str, str]]:
        """A calculated cell, or a row whose cells have slipped past the last column name."""
        for field, position in self._matching.items():
            if (row.number, position) in self._table.formulas:
                yield field, CALCULATES
        if len(row.cells) > len(self._table.header):
            yield "", SPILLS_OVER

    def _repeated(self, row: Row) -> Iterator[tuple[str, str]]:
        """A row like one before it, whether or not that one can be saved."""
        fields = self._kind.unique_by
        values = tuple(row.cells[self._matching[field]].strip() for field in fields)
        if not fields or any(map(is_unknown, values)):
            return
        rows = self._seen.setdefault(values, [])
        rows.append(row.number)
        if len(rows) > 1:
            times = "twice" if len(rows) == 2 else f"{len(rows)} times"
            name = self._kind.called.format(*values)
            yield fields[-1], f"{name} appears {times}; the first is on row {rows[0]}"

    def _second_root(self, unit: UnitRow) -> Iterator[tuple[str, str]]:
        if unit.kind != "organisation":
            return
        if self._root_row is not None:
            yield "kind", SECOND_ROOT.format(self._root_row)
        else:
            self._root_row = unit.row_number

    def _note(self, row: Row, severity: Severity, found: Found) -> None:
        for field, sentence in found:
            column, value = _cell(self._table, self._matching, row, field)
            self.problems.append(
                Problem(self._kind.name, row.number, column, value, severity, sentence)
            )


def warnings_about(
    kind: Kind[RowT], *, table: Table, matching: Matching, remarks: Iterable[Remark]
) -> list[Problem]:
    """What came to light beyond single rows, beside the cells it is about."""
    rows = {row.number: row for row in table.rows}
    return [
        Problem(kind.name, number, *_cell(table, matching, rows[number], field), "warning", said)
        for number, field, said in remarks
    ]


def _cell(table: Table, matching: Matching, row: Row, field: str) -> tuple[str, str]:
    """The name of the field's column, and what the row says there."""
    position = matching.get(field)
    return ("", "") if position is None else (table.header[position], row.cells[position])
