"""Comma, semicolon or tab separated text, in the encodings that spreadsheets write."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from people.imports.guard import unguarded
from people.imports.problems import FileRefused
from people.imports.table import (
    LAST_SHEET_COLUMN,
    LAST_SHEET_ROW,
    TOO_LONG,
    TOO_WIDE,
    CellPlace,
    Table,
    build_table,
)

DELIMITERS = ",;\t"
SAVE_AS_UTF8 = 'In Excel choose "Save as", then "CSV UTF-8", and choose that file.'
NOT_TEXT = f"The file is not text that can be read. {SAVE_AS_UTF8}"
MARK_UP = "The file holds a web page or XML, not a spreadsheet. Save it as CSV or XLSX first."
CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\v\f\r")


def read_delimited(content: bytes) -> Table:
    """A CSV file as a table, its formulas marked and its guarding apostrophes taken off."""
    text = _decode(content)
    if text.lstrip()[:1] == "<":
        raise FileRefused(MARK_UP)
    formulas: list[CellPlace] = []
    return build_table(_clean(_records(text), formulas), formulas=formulas)


def _decode(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _without_nul(_decoded(content, "utf-16"))
    try:
        return _without_nul(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = _without_nul(_decoded(content, "cp1252"))
    if not CONTROLS.isdisjoint(text):
        raise FileRefused(NOT_TEXT)
    return text


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise FileRefused(NOT_TEXT) from None


def _without_nul(text: str) -> str:
    place = text.find("\x00")
    if place < 0:
        return text
    line = text.count("\n", 0, place) + 1
    raise FileRefused(
        f"Line {line} of the file holds an unreadable character (NUL). {SAVE_AS_UTF8}"
    )


def _records(text: str) -> Iterator[list[str]]:
    reader = _reader(text, _delimiter(text))
    number = 1
    try:
        for record in reader:
            yield record
            number += 1
    except csv.Error as error:
        raise FileRefused(_broken_row(number, error)) from None


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text: str) -> str:
    """The separator that parts row 1 into the most columns; a comma where none does."""
    return max(DELIMITERS, key=lambda delimiter: _width(text, delimiter))


def _width(text: str, delimiter: str) -> int:
    try:
        return len(next(_reader(text, delimiter), []))
    except csv.Error:
        return 0


def _broken_row(row: int, error: csv.Error) -> str:
    if "field larger" in str(error):
        return f"A cell on row {row} is too long to read. Shorten it, or look for a missing quote."
    return (
        f"A quotation mark on row {row} is not closed, or stands inside a cell. "
        'Write it twice ("") there, or save the file again from your spreadsheet program.'
    )


def _clean(records: Iterator[list[str]], formulas: list[CellPlace]) -> Iterator[list[str]]:
    for number, record in enumerate(records, start=1):
        if number > LAST_SHEET_ROW:
            raise FileRefused(TOO_LONG)
        if len(record) > LAST_SHEET_COLUMN:
            raise FileRefused(TOO_WIDE)
        for position, cell in enumerate(record):
            if cell[:1] == "=":
                formulas.append((number, position))
            else:
                record[position] = unguarded(cell)
        yield record
