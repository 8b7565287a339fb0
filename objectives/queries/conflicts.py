"""Conflicts between objectives: one, and every one this person may see, in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from objectives.figures.conflicts import OPEN, Turn, turns_open
from objectives.models import Conflict, ConflictMessage, Objective
from objectives.queries.parts import Tag
from people.paging import Lines
from people.policy import Action, Standing

COLOURS = {
    Conflict.State.RAISED: "orange",
    Conflict.State.DISCUSSED: "yellow",
    Conflict.State.RESOLVED: "green",
    Conflict.State.ACCEPTED: "grey",
}
ORDERS = {
    "words": "words",
    "first": "objective__current__title",
    "other": "other__current__title",
    "state": "state",
    "raised": "raised_at",
}
ALL = "all"


@dataclass(frozen=True, kw_only=True)
class End:
    """One of the two objectives."""

    objective_id: int
    title: str
    unit: str


@dataclass(frozen=True, kw_only=True)
class ConflictLine:
    conflict_id: int
    words: str
    state: Tag
    is_open: bool
    ends: tuple[End, End]
    raised_by: str
    raised_at: datetime
    outcome: str
    settled_by: str
    settled_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Said:
    person: str
    words: str
    at: datetime
    is_mine: bool


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a person is looking for; an empty state means those that are open."""

    words: str = ""
    state: str = ""
    unit: str = ""
    sort: str = ""


def conflicts_visible_to(standing: Standing) -> QuerySet[Conflict]:
    """Seen where both its ends are."""
    seen = Objective.objects.visible_to(standing)
    return Conflict.objects.filter(objective__in=seen, other__in=seen).select_related(
        "objective__current",
        "objective__unit",
        "other__current",
        "other__unit",
        "raised_by",
        "settled_by",
    )


def conflict_lines(*, standing: Standing, wanted: Wanted) -> Lines[ConflictLine]:
    """Read a page at a time, oldest first."""
    rows = conflicts_visible_to(standing)
    for word in wanted.words.split():
        rows = rows.filter(
            Q(words__icontains=word)
            | Q(objective__current__title__icontains=word)
            | Q(other__current__title__icontains=word)
        )
    if wanted.state != ALL:
        rows = rows.filter(state__in=[wanted.state] if wanted.state else OPEN)
    if wanted.unit:
        rows = rows.filter(Q(objective__unit__code=wanted.unit) | Q(other__unit__code=wanted.unit))
    return Lines(rows.order_by(*_order(wanted.sort)), conflict_line)


def _order(sort: str) -> list[OrderBy | str]:
    column = F(ORDERS.get(sort.lstrip("-"), "raised_at"))
    return [column.desc() if sort.startswith("-") else column.asc(), "pk"]


def conflict_line(row: Conflict) -> ConflictLine:
    state = Conflict.State(row.state)
    return ConflictLine(
        conflict_id=row.pk,
        words=row.words,
        state=Tag(words=str(state.label), colour=COLOURS[state]),
        is_open=state.value in OPEN,
        ends=(_end(row.objective), _end(row.other)),
        raised_by=row.raised_by.name,
        raised_at=row.raised_at,
        outcome=row.outcome,
        settled_by=row.settled_by.name if row.settled_by else "",
        settled_at=row.settled_at,
    )


def _end(objective: Objective) -> End:
    return End(
        objective_id=objective.pk,
        title=objective.current.title if objective.current else objective.ref,
        unit=objective.unit.name,
    )


def is_side(conflict: Conflict, standing: Standing) -> bool:
    """Whether this person speaks for the owner of either end."""
    return any(
        standing.may(Action.ANSWER_FOR_OWNER, unit_id=one.unit_id)
        or (one.current is not None and one.current.answerable_id == standing.person_id)
        for one in (conflict.objective, conflict.other)
    )


def conflict_turns(conflict: Conflict, *, standing: Standing) -> frozenset[Turn]:
    return turns_open(
        conflict.state,
        is_side=is_side(conflict, standing),
        raised_it=conflict.raised_by_id == standing.person_id,
    )


def said_about(conflict: Conflict, *, me: int) -> list[Said]:
    messages = ConflictMessage.objects.filter(conflict=conflict).select_related("person")
    return [
        Said(person=one.person.name, words=one.words, at=one.sent_at, is_mine=one.person_id == me)
        for one in messages.order_by("sent_at", "pk")
    ]
