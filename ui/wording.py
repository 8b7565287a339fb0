"""Dates, times and numbers as NHS pages write them. No clock is read here: `now` is handed in."""

from datetime import date, datetime, timedelta
from typing import TypeVar

from django.utils.timezone import get_current_timezone, is_aware

Day = TypeVar("Day", bound=date)

STEPS = (
    (timedelta(days=14), timedelta(days=7), "week"),
    (timedelta(days=1), timedelta(days=1), "day"),
    (timedelta(hours=1), timedelta(hours=1), "hour"),
)


def in_words(day: date) -> str:
    """26 November 2026."""
    here = _here(day)
    return f"{here.day} {here:%B %Y}"


def in_short(day: date) -> str:
    """26 Nov 2026, for table cells."""
    here = _here(day)
    return f"{here.day} {here:%b %Y}"


def clock_time(moment: datetime) -> str:
    """9:30am, 5pm, midday, midnight."""
    here = _here(moment)
    if here.minute == 0 and here.hour in (0, 12):
        return "midday" if here.hour else "midnight"
    hour = here.hour % 12 or 12
    minutes = f":{here:%M}" if here.minute else ""
    return f"{hour}{minutes}{'am' if here.hour < 12 else 'pm'}"


def moment_in_words(moment: datetime) -> str:
    """26 November 2026 at 9:30am."""
    return f"{in_words(moment)} at {clock_time(moment)}"


def waited(since: datetime, now: datetime) -> str:
    """2 days: how long something has waited, in the largest unit that is not vague."""
    gone = now - since
    for least, unit, word in STEPS:
        if gone >= least:
            return counted(gone // unit, word)
    return "less than an hour"


def counted(number: int, one: str, many: str = "") -> str:
    """1 row, 1,240 rows."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 2 else words)


def _here(day: Day) -> Day:
    """A moment is told in the time of the place; a day is the same everywhere."""
    if isinstance(day, datetime) and is_aware(day):
        return day.astimezone(get_current_timezone())
    return day
