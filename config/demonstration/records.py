"""What the demonstration is made of: plain rows that refer to one another by code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Organisation:
    slug: str
    name: str
    org_type: str
    ods_code: str
    notice: str  # says on every page that nothing here is real


@dataclass(frozen=True)
class Unit:
    """A part of the trust; headcount and fte are its own, without the units below."""

    code: str
    name: str
    kind: str
    parent_code: str | None
    site: str
    headcount: int
    fte: Decimal


@dataclass(frozen=True)
class Person:
    staff_id: str
    name: str
    email: str
    kind: str
    is_active: bool


@dataclass(frozen=True)
class Assignment:
    staff_id: str
    unit_code: str
    role_title: str
    staff_group: str
    pay_band: str
    fte: Decimal
    is_primary: bool
    is_lead: bool
    started_on: date
    ended_on: date | None


@dataclass(frozen=True)
class Seat:
    staff_id: str
    seat: str
    is_voting: bool
    is_independent: bool
    portfolio: str
    started_on: date


@dataclass(frozen=True)
class Board:
    name: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True)
class Grant:
    """A role handed to a person, for the whole trust or, with a unit, for that unit."""

    staff_id: str
    role: str
    unit_code: str | None
    started_on: date


@dataclass(frozen=True)
class Value:
    title: str
    behaviours: tuple[str, ...]


@dataclass(frozen=True)
class Priority:
    ref: str
    title: str
    statement: str
    sponsor_staff_id: str


@dataclass(frozen=True)
class Decision:
    meeting_title: str
    meeting_on: date
    text: str
    votes_for: int
    votes_against: int
    abstentions: int
    recorded_by: str


@dataclass(frozen=True)
class Strategy:
    title: str
    starts_on: date
    ends_on: date
    in_force_from: date
    vision: str
    values: tuple[Value, ...]
    priorities: tuple[Priority, ...]
    decision: Decision


@dataclass(frozen=True)
class Cycle:
    name: str
    starts_on: date
    ends_on: date
    state: str


@dataclass(frozen=True)
class Expectation:
    priority_ref: str
    unit_code: str
    expectation: str
    reason: str


@dataclass(frozen=True)
class Moment:
    """The day on which something came into a state."""

    state: str
    on: date


def state_on(history: tuple[Moment, ...], day: date) -> str | None:
    """The state at the end of that day; none where it had not begun."""
    reached = [moment.state for moment in history if moment.on <= day]
    return reached[-1] if reached else None


@dataclass(frozen=True)
class Measure:
    name: str
    unit_name: str
    direction: str
    baseline: Decimal | None
    target: Decimal | None
    kind: str
    position: int


@dataclass(frozen=True)
class Objective:
    ref: str
    unit_code: str
    title: str
    why: str
    behaviour: str
    theme: str
    domain: str
    scope: str
    origin: str
    goal_type: str
    measures: tuple[Measure, ...]
    target_date: date
    answerable: str | None
    written_by: str
    owner_signatory: str
    parent_signatory: str
    state: str
    local_reason: str
    is_local_reason_accepted: bool
    imported_on: date | None  # agreed before the trust used this system
    counter_proposal: str  # what the parent's side asked for, where it asked
    closing_note: str
    history: tuple[Moment, ...]

    def state_on(self, day: date) -> str | None:
        return state_on(self.history, day)

    def reached(self, state: str) -> date | None:
        """The last day on which it came into that state."""
        days = [moment.on for moment in self.history if moment.state == state]
        return days[-1] if days else None


@dataclass(frozen=True)
class Link:
    """A statement that one objective serves another objective, or a priority."""

    child_ref: str
    parent_ref: str
    parent_kind: str  # objective or priority
    strength: str
    rationale: str
    is_primary: bool
    state: str
    reason: str  # why it was declined, ended or made stale
    stale_since: date | None
    history: tuple[Moment, ...]

    def state_on(self, day: date) -> str | None:
        return state_on(self.history, day)


@dataclass(frozen=True)
class Demonstration:
    organisation: Organisation
    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    assignments: tuple[Assignment, ...]
    grants: tuple[Grant, ...]
    board: Board
    strategy: Strategy
    cycle: Cycle
    expectations: tuple[Expectation, ...]
    objectives: tuple[Objective, ...]
    links: tuple[Link, ...]
    earlier_days: tuple[date, date]  # two days on which earlier reports were run
