"""At what hour of a day something happened; nothing happens after now."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import IntEnum
from zlib import crc32

from django.utils.timezone import get_current_timezone


class Hour(IntEnum):
    """The order of one day's events."""

    WRITTEN = 9
    PROPOSED = 10
    ANSWERED = 11
    REWORDED = 12
    OWNER_AGREED = 13
    PARENT_AGREED = 14
    ENDED = 15
    LOOKED_AT_AGAIN = 16
    REPORTED = 18


class Moments:
    """The fictional trust's clock."""

    def __init__(self, *, now: datetime) -> None:
        self.now = now

    def at(self, day: date, hour: Hour, *, of: str = "") -> datetime:
        """That hour of the day, some minutes past that differ from thing to thing."""
        past = time(hour, crc32(of.encode()) % 50 if of else 0)
        return min(datetime.combine(day, past, tzinfo=get_current_timezone()), self.now)
