"""Text that a spreadsheet program would run as a formula carries an apostrophe in CSV files."""

from __future__ import annotations

import re

_WAKES = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # the last four: the full-width = + - @
_NEEDS_GUARD = re.compile(f"'*[{_WAKES}]")
_HAS_GUARD = re.compile(f"'+[{_WAKES}]")
_UNWRITABLE = str.maketrans("", "", "\x00\ufffe\uffff")  # no stored text holds them


def writable(text: str) -> str:
    """The text without the characters that neither the database nor a workbook can hold."""
    return text.translate(_UNWRITABLE)


def guarded(text: str) -> str:
    """The text with one apostrophe more where a spreadsheet would take it for a formula."""
    return f"'{text}" if _NEEDS_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if _HAS_GUARD.match(text) else text
