"""What a check-in says now: silence is silence, a fall is noticed, values make a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from statistics import median

RHYTHM = timedelta(days=30)  # how long the last word about an objective holds
ASKED_BEFORE = timedelta(days=7)  # how long before that its lead is asked for a new one
UNDO_WITHIN = timedelta(minutes=10)
MEDIAN_FROM = 6  # values, before a run has a middle worth drawing
A_RUN = 6  # values in a row on one side of the median


@dataclass(frozen=True, kw_only=True)
class Stand:
    """How an objective stands: a confidence while it is fresh, or the length of the silence."""

    confidence: int | None
    silent_days: int
    is_due: bool

    @property
    def is_silent(self) -> bool:
        return self.silent_days > 0


def stand(
    *, confidence: int | None, said_at: datetime | None, begun_at: datetime, now: datetime
) -> Stand:
    """A word older than the rhythm no longer counts, however good it was."""
    gone = now - (said_at or begun_at)
    is_silent = gone > RHYTHM
    return Stand(
        confidence=None if is_silent else confidence,
        silent_days=gone.days if is_silent else 0,
        is_due=gone >= RHYTHM - ASKED_BEFORE,
    )


def due_at(*, said_at: datetime | None, begun_at: datetime) -> datetime:
    """From when a new word is asked for."""
    return (said_at or begun_at) + RHYTHM - ASKED_BEFORE


def has_fallen(*, before: int | None, now: int) -> bool:
    """A step down, or more, asks why and who can help."""
    return before is not None and now < before


def may_undo(*, said_at: datetime, now: datetime) -> bool:
    return now - said_at <= UNDO_WITHIN


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a row of values shows: its middle and, where the last values keep to one side, so."""

    middle: Decimal | None
    side: str  # "above", "below" or "" where no run has formed
    length: int


def run_of(values: Sequence[Decimal]) -> Run:
    """The run that the last values make; one on the median itself neither makes nor breaks it."""
    if len(values) < MEDIAN_FROM:
        return Run(middle=None, side="", length=0)
    middle = Decimal(median(values))
    off = [value > middle for value in values if value != middle]
    length = 0
    while length < len(off) and off[-1 - length] == off[-1]:
        length += 1
    is_run = length >= A_RUN
    side = ("above" if off[-1] else "below") if is_run else ""
    return Run(middle=middle, side=side, length=length if is_run else 0)


def in_figures(value: Decimal) -> str:
    """10.5000 as 10.5, 1200 as 1,200."""
    words = f"{value:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def where_it_is(
    *, direction: str, baseline: Decimal | None, target: Decimal | None, latest: Decimal
) -> str:
    """How near a value is to where it should be, in words."""
    if direction not in ("up", "down") or target is None:
        return ""
    sign = 1 if direction == "up" else -1
    if (latest - target) * sign >= 0:
        return "Reached"
    if baseline is None:
        return "Not reached yet"
    gone = (latest - baseline) * sign
    if gone == 0:
        return "Where it began"
    return "Nearer than at the start" if gone > 0 else "Further away than at the start"


def has_got_worse(*, direction: str, baseline: Decimal | None, latest: Decimal) -> bool:
    """Whether a measure that only must not get worse has done so."""
    if direction not in ("up", "down") or baseline is None:
        return False
    return latest < baseline if direction == "up" else latest > baseline
