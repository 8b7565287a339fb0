"""What things are called: a year, an objective's reference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


def year_of(day: date, *, first_month: int) -> tuple[str, date, date]:
    """The year a day falls in, from the first of a month: its name, first and last day."""
    start = date(day.year if day.month >= first_month else day.year - 1, first_month, 1)
    end = date.fromordinal(date(start.year + 1, first_month, 1).toordinal() - 1)
    name = str(start.year) if first_month == 1 else f"{start.year}/{(start.year + 1) % 100:02}"
    return name, start, end


def next_ref(code: str, taken: Iterable[str]) -> str:
    """W7-3 where W7-1 and W7-2 are taken: the unit's code and the next number."""
    stem = f"{code[:50]}-"
    numbers = [int(ref[len(stem) :]) for ref in taken if _is_numbered(ref, stem)]
    return f"{stem}{max(numbers, default=0) + 1}"


def _is_numbered(ref: str, stem: str) -> bool:
    rest = ref[len(stem) :]
    return ref.startswith(stem) and rest.isascii() and rest.isdigit() and len(rest) <= 6
