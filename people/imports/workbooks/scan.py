"""A sheet's extent, formulas and zero-padded numbers, found before the sheet is read in full."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from string import ascii_uppercase

from people.imports.problems import FileRefused
from people.imports.table import (
    LAST_SHEET_ROW,
    MAX_COLUMNS,
    MAX_ROWS,
    TOO_LONG,
    TOO_WIDE,
)
from people.imports.workbooks.archive import DAMAGED, UNPACKS_TOO_LARGE, Parts
from people.imports.workbooks.markup import Attributes, walk
from people.imports.workbooks.outline import Outline
from people.imports.workbooks.styles import zero_widths

MAX_CHARACTERS = 50 * 1024 * 1024  # a text that many cells share counts once for each of them

ZeroPadded = dict[int, list[tuple[int, int]]]  # (position, digits) by row number

_DIGITS = "0123456789"
_WHOLE = re.compile(r"[0-9]{1,7}")
_LETTERS = [
    "".join(letters) for size in (1, 2, 3) for letters in product(ascii_uppercase, repeat=size)
]
_COLUMNS = {letters: column for column, letters in enumerate(_LETTERS, start=1)}


def scan_sheet(parts: Parts, outline: Outline) -> ZeroPadded:
    """Refuse a sheet that calculates or is too large; find numbers shown with leading zeros."""
    sheet = parts.read(outline.sheet)
    cells = _Cells(zero_widths(parts, outline.styles))
    walk(sheet, start=cells.start)
    lengths = _text_lengths(parts, outline.texts)
    if cells.shared_texts * max(lengths, default=0) > MAX_CHARACTERS:
        texts = _SharedTexts(lengths)
        walk(sheet, start=texts.start, text=texts.text)
    return cells.zero_padded


class _Cells:
    """Follows the rows and cells of a sheet in their order."""

    def __init__(self, widths: dict[str, int]) -> None:
        self.zero_padded: ZeroPadded = defaultdict(list)
        self.shared_texts = 0
        self._widths = widths
        self._row = 0
        self._row_digits = "0"
        self._column = 0
        self._is_within_cell = False
        self._holds_error = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take one element as it opens; only cells that hold something count as extent."""
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._start_row(attributes)
        elif not self._is_within_cell:
            return
        elif name == "v" or name == "is":
            self._refuse_value()
        elif name == "f":
            raise FileRefused(_formula_at(self._row, self._column))
        elif name == "extLst":
            self._is_within_cell = False

    def _start_row(self, attributes: Attributes) -> None:
        digits = attributes.get("r") or str(self._row + 1)
        row = _whole(digits)
        if row <= self._row:
            raise FileRefused(DAMAGED)
        if row > LAST_SHEET_ROW:
            raise FileRefused(TOO_LONG)
        self._row, self._row_digits, self._column = row, str(row), 0
        self._is_within_cell = False

    def _start_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        column = self._column_of(place) if place else self._column + 1
        if not self._column < column <= len(_LETTERS) or not self._row:
            raise FileRefused(DAMAGED)
        self._column = column
        self._is_within_cell = True
        kind = attributes.get("t", "n")
        self._holds_error = kind == "e"
        if kind == "s":
            self.shared_texts += 1
        elif kind == "n" and attributes.get("s") in self._widths:
            width = self._widths[attributes["s"]]
            self.zero_padded[self._row].append((column - 1, width))

    def _column_of(self, place: str) -> int:
        letters = place.rstrip(_DIGITS)
        if place[len(letters) :] != self._row_digits:
            raise FileRefused(DAMAGED)
        return _COLUMNS.get(letters, 0)

    def _refuse_value(self) -> None:
        if self._holds_error:
            raise FileRefused(_error_at(self._row, self._column))
        if self._column > MAX_COLUMNS:
            raise FileRefused(TOO_WIDE)
        if self._row > MAX_ROWS + 1:
            raise FileRefused(TOO_LONG)


class _SharedTexts:
    """Adds up the texts that cells point at, so that no few cells multiply a long one."""

    def __init__(self, lengths: list[int]) -> None:
        self._lengths = lengths
        self._characters = 0
        self._is_shared = False
        self._awaits_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Note which values are numbers of shared texts."""
        if name == "c":
            self._is_shared = attributes.get("t") == "s"
        self._awaits_text = self._is_shared and name == "v"

    def text(self, text: str) -> None:
        """Count the text behind this number; a number in two pieces is refused."""
        if not self._is_shared or text.isspace():
            return
        number = _whole(text)
        if not self._awaits_text or number >= len(self._lengths):
            raise FileRefused(DAMAGED)
        self._awaits_text = False
        self._characters += self._lengths[number]
        if self._characters > MAX_CHARACTERS:
            raise FileRefused(UNPACKS_TOO_LARGE)


def _text_lengths(parts: Parts, part: str | None) -> list[int]:
    lengths: list[int] = []
    if part is None or part not in parts:
        return lengths

    def start(name: str, _attributes: Attributes) -> None:
        if name == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    walk(parts.read(part), start=start, text=text)
    return lengths


def _formula_at(row: int, column: int) -> str:
    return (
        f"Cell {_LETTERS[column - 1]}{row} holds a formula, and only plain values can be imported. "
        'Copy the sheet, choose "Paste special", then "Values", save, and choose the file again.'
    )


def _error_at(row: int, column: int) -> str:
    return (
        f"Cell {_LETTERS[column - 1]}{row} shows an error, such as #N/A or #REF!. "
        "Enter the value there or clear the cell, save, and choose the file again."
    )


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text.strip()):
        raise FileRefused(DAMAGED)
    return int(text)
