"""When a letter may leave: quiet hours, the day of the digest, and trying again."""

from __future__ import annotations

from datetime import datetime, time, timedelta

DIGEST_HOUR = 8
PATIENCE = (2, 5, 15, 30, 60, 120, 240)  # minutes; the last again and again
TRIES_AT_MOST = 24  # about three days of a mail server that is down


def is_quiet(at: time, *, since: time, until: time) -> bool:
    """Within the quiet hours, which may go over midnight; equal ends mean there are none."""
    if since <= until:
        return since <= at < until
    return at >= since or at < until


def leaves_at(moment: datetime, *, since: time, until: time) -> datetime:
    """The moment itself or, in quiet hours, when they end: `moment` is local time."""
    if not is_quiet(moment.time(), since=since, until=until):
        return moment
    ends = moment.replace(hour=until.hour, minute=until.minute, second=0, microsecond=0)
    return ends if ends > moment else ends + timedelta(days=1)


def wait_after(tries: int) -> timedelta:
    """How long a letter that could not be handed over waits before the next try."""
    return timedelta(minutes=PATIENCE[min(tries, len(PATIENCE)) - 1])


def is_digest_time(moment: datetime, *, day: int | None) -> bool:
    """The chosen weekday, from eight in the morning: `moment` is local time."""
    return day is not None and moment.weekday() == day and moment.hour >= DIGEST_HOUR
