"""What stands beside an objective or a team: needs, conflicts and networks, in one query each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, CharField, DateField, DateTimeField, F, Q, Value, When
from django.db.models.functions import Cast

from objectives.figures.dependencies import days_waited
from objectives.models import (
    Conflict,
    Dependency,
    Network,
    NetworkMember,
    NetworkObjective,
    Objective,
)
from objectives.queries.dependencies import COLOURS, clock_in_words
from objectives.queries.parts import Tag
from objectives.queries.seen import is_seen
from people.policy import Standing

A_FEW = 3
NO_DAY = Value(None, output_field=DateField())
NO_MOMENT = Value(None, output_field=DateTimeField())
FINAL = ("resolved", "accepted")


@dataclass(frozen=True, kw_only=True)
class NeedLine:
    dependency_id: int
    words: str
    team: str  # the other one
    state: Tag
    waits: bool
    is_over: bool
    is_overdue: bool
    days_waited: int
    clock: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class ConflictBeside:
    conflict_id: int
    words: str
    other: str
    state: str
    is_open: bool


@dataclass(frozen=True, kw_only=True)
class NetworkBeside:
    network_id: int
    name: str
    person: str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class BesideObjective:
    needs: list[NeedLine]
    conflicts: list[ConflictBeside]
    networks: list[NetworkBeside]

    @property
    def few_needs(self) -> list[NeedLine]:
        return self.needs[:A_FEW]


@dataclass(frozen=True, kw_only=True)
class BesideTeam:
    of_us: list[NeedLine]
    of_others: list[NeedLine]
    networks: list[NetworkBeside]

    @property
    def few_of_us(self) -> list[NeedLine]:
        return self.of_us[:A_FEW]

    @property
    def few_of_others(self) -> list[NeedLine]:
        return self.of_others[:A_FEW]


def beside_objective(
    objective_id: int, *, standing: Standing, now: datetime, today: date
) -> BesideObjective:
    """Needs with the open ones first, conflicts whose other end this person sees, networks."""
    rows = list(
        _needs(Q(objective_id=objective_id), "asked_unit__name", kind="of_others").union(
            _conflicts(objective_id), _carrying(objective_id), all=True
        )
    )
    needs = [_need(row, now=now, today=today) for row in rows if row[0] == "of_others"]
    return BesideObjective(
        needs=sorted(needs, key=lambda one: (one.is_over, -one.days_waited)),
        conflicts=[
            _conflict(row)
            for row in rows
            if row[0] == "conflict" and is_seen(standing, state=row[8], unit_id=row[9])
        ],
        networks=[
            NetworkBeside(network_id=row[1], name=row[2]) for row in rows if row[0] == "network"
        ],
    )


def beside_team(unit_id: int, *, standing: Standing, now: datetime, today: date) -> BesideTeam:
    """What is open between one team and others, and the networks its people are in."""
    seen = Objective.objects.visible_to(standing)
    asked = Q(asked_unit_id=unit_id, finished_at=None, objective__in=seen)
    asking = Q(objective__unit_id=unit_id, finished_at=None, objective__in=seen)
    rows = list(
        _needs(asked, "objective__unit__name", kind="of_us").union(
            _needs(asking, "asked_unit__name", kind="of_others"), _members(unit_id), all=True
        )
    )
    lines = {
        kind: sorted(
            (_need(row, now=now, today=today) for row in rows if row[0] == kind),
            key=lambda one: -one.days_waited,
        )
        for kind in ("of_us", "of_others")
    }
    return BesideTeam(
        of_us=lines["of_us"],
        of_others=lines["of_others"],
        networks=[
            NetworkBeside(network_id=row[1], name=row[2], person=row[4], state=row[3])
            for row in sorted(rows, key=lambda row: (row[2], row[4]))
            if row[0] == "member"
        ],
    )


def _text(column: str) -> Any:
    return Cast(F(column), CharField())


def _needs(which: Q, team: str, *, kind: str) -> Any:
    return (
        Dependency.objects.filter(which)
        .order_by()
        .values_list(
            Value(kind),
            F("pk"),
            _text("words"),
            _text("state"),
            _text(team),
            F("due_on"),
            F("asked_at"),
            F("answered_at"),
            Value(""),
            Value(0),
        )
    )


def _conflicts(objective_id: int) -> Any:
    """With the title, state and unit of the other end."""

    def other(field: str) -> Any:
        return Case(
            When(objective_id=objective_id, then=F(f"other__{field}")),
            default=F(f"objective__{field}"),
        )

    return (
        Conflict.objects.filter(Q(objective_id=objective_id) | Q(other_id=objective_id))
        .order_by()
        .values_list(
            Value("conflict"),
            F("pk"),
            _text("words"),
            _text("state"),
            Cast(other("current__title"), CharField()),
            NO_DAY,
            NO_MOMENT,
            NO_MOMENT,
            Cast(other("state"), CharField()),
            other("unit_id"),
        )
    )


def _carrying(objective_id: int) -> Any:
    return (
        NetworkObjective.objects.filter(objective_id=objective_id)
        .exclude(network__state=Network.State.CLOSED)
        .order_by()
        .values_list(
            Value("network"),
            F("network_id"),
            _text("network__name"),
            Value(""),
            Value(""),
            NO_DAY,
            NO_MOMENT,
            NO_MOMENT,
            Value(""),
            Value(0),
        )
    )


def _members(unit_id: int) -> Any:
    """Those in a network, asked into one, or offering to come."""
    return (
        NetworkMember.objects.filter(unit_id=unit_id, left_on=None)
        .exclude(network__state=Network.State.CLOSED)
        .order_by()
        .values_list(
            Value("member"),
            F("network_id"),
            _text("network__name"),
            _text("state"),
            _text("person__name"),
            NO_DAY,
            NO_MOMENT,
            NO_MOMENT,
            Value(""),
            Value(0),
        )
    )


def _need(row: Any, *, now: datetime, today: date) -> NeedLine:
    state = Dependency.State(row[3])
    waits = state == Dependency.State.ASKED
    days = days_waited(asked_at=row[6], answered_at=row[7], now=now)
    return NeedLine(
        dependency_id=row[1],
        words=row[2],
        team=row[4],
        state=Tag(words=str(state.label), colour=COLOURS[state]),
        waits=waits,
        is_over=state in (Dependency.State.DONE, Dependency.State.DROPPED),
        is_overdue=state == Dependency.State.YES and row[5] is not None and row[5] < today,
        days_waited=days,
        clock=clock_in_words(days, waits=waits),
        due_on=row[5],
    )


def _conflict(row: Any) -> ConflictBeside:
    state = Conflict.State(row[3])
    return ConflictBeside(
        conflict_id=row[1],
        words=row[2],
        other=row[4],
        state=str(state.label),
        is_open=state.value not in FINAL,
    )
