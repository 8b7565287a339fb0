"""The record as a file: one row for each field that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.timezone import localtime

from people.audit.lines import ChangeLine
from people.imports.writing import csv_bytes

HEADER = ("When", "Who", "Set off by", "What happened", "Kind", "Thing", "Field", "Before", "After")


def record_as_csv(lines: Iterable[ChangeLine]) -> bytes:
    """The changes, the newest first, safe to open in a spreadsheet program."""
    return csv_bytes(header=HEADER, rows=_rows(lines))


def _rows(lines: Iterable[ChangeLine]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        when = localtime(line.at).isoformat(sep=" ", timespec="seconds")
        head = (when, line.who, line.cause, line.done, line.what, line.thing)
        if not line.fields:
            yield (*head, "", "", "")
        for field in line.fields:
            yield (*head, field.label, field.before, field.after)
