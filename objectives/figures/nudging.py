"""When somebody is reminded, and how often: seldom enough to be read."""

from __future__ import annotations

from datetime import date, datetime, timedelta

NUDGED_AFTER = (timedelta(days=7), timedelta(days=14))
DUE_SOON = timedelta(days=7)


def nudge_due(since: datetime, *, now: datetime) -> int | None:
    """The days of the newest reminder that is due; none before the first. Where several were
    missed, only the newest is sent."""
    reached = [after.days for after in NUDGED_AFTER if now - since >= after]
    return reached[-1] if reached else None


def promise_stage(due_on: date, *, today: date) -> str:
    """ "soon" in the week before its day, "late" after it, "" while there is time."""
    if today > due_on:
        return "late"
    return "soon" if due_on - today <= DUE_SOON else ""
