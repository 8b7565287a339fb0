"""When a network meets as it meant to, what it rests on, and what it asks of units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

DORMANT_AFTER = timedelta(days=90)
GRACE = Decimal("1.5")  # a meeting may come half as late again as was meant
MOST_OF_HOURS = Decimal("0.6")
FEWEST_UNITS, FEWEST_PROFESSIONS = 3, 2
NO_HOURS = Decimal(0)


class Finding(StrEnum):
    """What to look at; the words beside each are what a page says."""

    NOBODY = "nobody"
    ONE_PERSON = "one_person"
    ONE_UNIT = "one_unit"
    MOST_HOURS = "most_hours"
    FEW_UNITS = "few_units"
    FEW_PROFESSIONS = "few_professions"
    NO_FRONT_LINE = "no_front_line"
    NO_SPONSOR = "no_sponsor"
    NO_TIME = "no_time"
    RHYTHM = "rhythm"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One member's part in a network. `is_front_line`: works in a team and does not lead it."""

    person_id: int
    unit_id: int
    profession: str
    hours: Decimal
    is_front_line: bool


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """Whether it meets as it meant to."""

    is_kept: bool
    has_begun: bool
    last_met: date | None
    every_days: int


def rhythm(
    *, first_meets_on: date | None, last_met: date | None, every_days: int, today: date
) -> Rhythm:
    """Kept while the last meeting, or the first day, is not much longer ago than was meant."""
    since = max(filter(None, (first_meets_on, last_met)), default=None)
    late = since is not None and (today - since).days > every_days * GRACE
    return Rhythm(
        is_kept=not late,
        has_begun=last_met is not None or (first_meets_on is not None and first_meets_on <= today),
        last_met=last_met,
        every_days=every_days,
    )


def state_today(
    state: str, *, first_meets_on: date | None, last_met: date | None, today: date
) -> str:
    """A network that has not met for 90 days is dormant until it meets again."""
    if state not in ("sponsored", "active", "dormant"):
        return state
    since = max(filter(None, (first_meets_on, last_met)), default=None)
    if since is not None and today - since > DORMANT_AFTER:
        return "dormant"
    return "active" if last_met is not None else "sponsored"


def findings(
    parts: Iterable[Part],
    *,
    has_sponsor: bool,
    has_time: bool,
    rhythm: Rhythm,
) -> list[Finding]:
    """What to look at, the weightiest first; nothing that follows from another finding."""
    rows = list(parts)
    found = [*_rests_on(rows), *_too_few(rows)]
    if rows and not any(row.is_front_line for row in rows):
        found.append(Finding.NO_FRONT_LINE)
    if not has_sponsor:
        found.append(Finding.NO_SPONSOR)
    elif not has_time:
        found.append(Finding.NO_TIME)
    if has_sponsor and not rhythm.is_kept:
        found.append(Finding.RHYTHM)
    return found


def _rests_on(rows: list[Part]) -> list[Finding]:
    if not rows:
        return [Finding.NOBODY]
    if len({row.person_id for row in rows}) == 1:
        return [Finding.ONE_PERSON]
    if len({row.unit_id for row in rows}) == 1:
        return [Finding.ONE_UNIT]
    return [Finding.MOST_HOURS] if heaviest_unit(rows) is not None else []


def _too_few(rows: list[Part]) -> list[Finding]:
    units = len({row.unit_id for row in rows})
    professions = len({row.profession for row in rows if row.profession})
    found = []
    if 1 < units < FEWEST_UNITS:
        found.append(Finding.FEW_UNITS)
    if len(rows) > 1 and professions < FEWEST_PROFESSIONS:
        found.append(Finding.FEW_PROFESSIONS)
    return found


def heaviest_unit(rows: Iterable[Part]) -> int | None:
    """The one unit that gives more than 60% of the hours; none where the load is shared."""
    hours = hours_by_unit(rows)
    total = sum(hours.values(), NO_HOURS)
    over = [unit for unit, given in hours.items() if total and given / total > MOST_OF_HOURS]
    return over[0] if over else None


def hours_by_unit(rows: Iterable[Part]) -> Mapping[int, Decimal]:
    given: dict[int, Decimal] = defaultdict(Decimal)
    for row in rows:
        given[row.unit_id] += row.hours
    return dict(given)


@dataclass(frozen=True, kw_only=True)
class Burden:
    """What a unit gives a month to this network and to others, and what else it carries."""

    here: Decimal
    elsewhere: Decimal
    networks_elsewhere: int
    objectives: int

    @property
    def before(self) -> Decimal:
        return self.here + self.elsewhere

    def after(self, hours: Decimal) -> Decimal:
        return self.before + hours
