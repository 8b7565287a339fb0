"""When things happened, counted in days before today: every state with the day it was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from config.demonstration.records import Moment

EARLIEST = 246  # the strategy came into force two days before
# level of the unit: the first and last day on which its objectives were agreed, and the usual one
AGREED = {0: (205, 212, 210), 1: (186, 204, 195), 2: (60, 190, 170), 3: (26, 190, 100)}
CLOSED = frozenset({"achieved", "partly", "not_achieved"})
SETTLED = frozenset({"agreed", "live"})


@dataclass(frozen=True)
class Days:
    """How many days ago each step was taken; none where it never was."""

    drafted: int
    proposed: int | None = None
    countered: int | None = None
    agreed: int | None = None
    live: int | None = None
    ended: int | None = None


def days_of(state: str, depth: int, *, random: Random) -> Days:
    """Believable days for an objective that is now in that state."""
    if state == "draft":
        return Days(drafted=random.randint(1, 45))
    if state in {"proposed", "in_catchball"}:
        return _asked(state, random=random)
    if state == "withdrawn" and random.random() < 0.4:
        asked = _asked("proposed", random=random)
        return Days(asked.drafted + 60, (asked.proposed or 0) + 60, ended=random.randint(8, 55))
    return _agreed(state, depth, random=random)


def _asked(state: str, *, random: Random) -> Days:
    proposed = random.randint(12 if state == "in_catchball" else 2, 58)
    countered = max(1, proposed - random.randint(2, 11)) if state == "in_catchball" else None
    return Days(proposed + random.randint(2, 20), proposed, countered)


def _agreed(state: str, depth: int, *, random: Random) -> Days:
    first, last, usual = AGREED[depth]
    agreed = round(random.triangular(first, last, usual))
    if state == "agreed":
        agreed = random.randint(1, 26)
    elif state in CLOSED or state == "withdrawn":
        agreed = random.randint(120, 188)
    proposed = min(agreed + random.randint(6, 34), EARLIEST - 8)
    countered = proposed - 3 if proposed - agreed > 27 else None
    return Days(
        drafted=min(proposed + random.randint(2, 20), EARLIEST),
        proposed=proposed,
        countered=countered,
        agreed=agreed,
        live=None if state == "agreed" else agreed - random.randint(5, 18),
        ended=random.randint(3, 60) if state in CLOSED or state == "withdrawn" else None,
    )


def objective_history(state: str, days: Days, *, today: date) -> tuple[Moment, ...]:
    """The states it went through, in order."""
    steps = (
        ("draft", days.drafted),
        ("proposed", days.proposed),
        ("in_catchball", days.countered),
        ("agreed", days.agreed),
        ("live", days.live),
        (state, days.ended),
    )
    return _moments(steps, today=today)


@dataclass(frozen=True)
class LinkDays:
    proposed: int
    accepted: int | None = None
    ended: int | None = None  # declined, made stale or ended


def link_history(state: str, days: LinkDays, *, today: date) -> tuple[Moment, ...]:
    last = state if state in {"declined", "stale", "ended"} else ""
    steps = (("proposed", days.proposed), ("accepted", days.accepted), (last, days.ended))
    return _moments(steps, today=today)


def _moments(steps: tuple[tuple[str, int | None], ...], *, today: date) -> tuple[Moment, ...]:
    return tuple(
        Moment(state, today - timedelta(days=days)) for state, days in steps if days is not None
    )


def month_end(day: date) -> date:
    """The last day of the month in which the day falls."""
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)
