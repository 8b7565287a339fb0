"""Promises as people see them: what was asked, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from objectives.figures import OWNER, PARENT
from objectives.figures.promises import Turn, is_broken, is_waited_for, turns_open
from objectives.models import Objective, Promise
from objectives.queries.leaders import leaders
from objectives.queries.parts import Tag
from objectives.queries.sides import Side, may_answer, side_served, sides_of
from people.policy import Action, Standing

COLOURS = {
    Promise.State.ASKED: "blue",
    Promise.State.MADE: "green",
    Promise.State.MOVING: "yellow",
    Promise.State.DECLINED: "grey",
    Promise.State.KEPT: "green",
    Promise.State.KEPT_LATE: "aqua-green",
    Promise.State.BROKEN: "orange",
    Promise.State.LAPSED: "white",
}
OVERDUE = Tag(words="Not kept yet", colour="orange")


@dataclass(frozen=True, kw_only=True)
class PromiseLine:
    promise_id: int
    words: str
    kind: str
    state: Tag
    is_broken: bool
    is_waited_for: bool
    is_over: bool
    promiser: str
    promiser_id: int
    objective_id: int
    objective: str
    unit: str
    asked_by: str
    asked_at: datetime
    needed_by: date | None
    due_on: date | None
    offered_due_on: date | None
    reason: str
    was_renegotiated: bool
    finished_at: datetime | None


def promises_visible_to(standing: Standing) -> QuerySet[Promise]:
    """Seen with the objective they are about."""
    seen = Objective.objects.visible_to(standing)
    return Promise.objects.filter(objective__in=seen).select_related(
        "promiser", "objective__current", "objective__unit", "asked_by"
    )


def promise_lines(promises: Iterable[Promise], *, today: date) -> list[PromiseLine]:
    """Broken ones first, then what waits longest."""
    lines = [promise_line(promise, today=today) for promise in promises]
    return sorted(lines, key=lambda one: (one.is_over, not one.is_broken, one.asked_at))


def promise_line(promise: Promise, *, today: date) -> PromiseLine:
    objective, state = promise.objective, Promise.State(promise.state)
    broken = is_broken(promise.state, due_on=promise.due_on, today=today)
    tag = Tag(words=str(state.label), colour=COLOURS[state])
    return PromiseLine(
        promise_id=promise.pk,
        words=promise.words,
        kind=promise.get_kind_display(),
        state=OVERDUE if broken and state != Promise.State.BROKEN else tag,
        is_broken=broken,
        is_waited_for=promise.finished_at is None
        and is_waited_for(promise.state, due_on=promise.due_on, today=today),
        is_over=promise.finished_at is not None,
        promiser=promise.promiser.name,
        promiser_id=promise.promiser_id,
        objective_id=promise.objective_id,
        objective=objective.current.title if objective.current else objective.ref,
        unit=objective.unit.name,
        asked_by=promise.asked_by.name,
        asked_at=promise.asked_at,
        needed_by=promise.needed_by,
        due_on=promise.due_on,
        offered_due_on=promise.offered_due_on,
        reason=promise.reason,
        was_renegotiated=promise.was_renegotiated,
        finished_at=promise.finished_at,
    )


def parties_of(promise: Promise, objective: Objective, *, standing: Standing) -> frozenset[str]:
    """For which sides of a promise this person speaks: whoever needs it, whoever gives it. One
    who gives it does not say for the team below that it was kept, unless they lead that too."""
    sides = sides_of(objective)
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=objective.unit_id)
    gives = may_answer(standing, giving_side(promise))
    still_theirs = sides.parent is not None and sides.parent.unit_id == promise.promiser_id
    named = still_theirs and may_answer(standing, sides.parent)
    writes = writes or may_answer(standing, sides.owner)
    needs = writes and (not (gives or named) or standing.person_id in sides.owner.asked())
    return frozenset([*([OWNER] if needs else []), *([PARENT] if gives or named else [])])


def giving_side(promise: Promise) -> Side:
    """The unit that was asked, whoever leads it now."""
    unit_id = promise.promiser_id
    return side_served(unit_id=unit_id, sponsor_id=None, known=leaders(of=[unit_id]))


def turns_for(promise: Promise, *, standing: Standing) -> frozenset[Turn]:
    parties = parties_of(promise, promise.objective, standing=standing)
    return turns_open(promise.state, parties=parties)


def promises_of(objective_id: int, *, today: date) -> list[PromiseLine]:
    found = Promise.objects.filter(objective_id=objective_id).select_related(
        "promiser", "objective__current", "objective__unit", "asked_by"
    )
    return promise_lines(found, today=today)


def waiting_on_leadership(objective_ids: Iterable[int], *, today: date) -> set[int]:
    """Objectives whose owners wait for a promise: unanswered, or not kept by its day."""
    open_ones = Promise.objects.filter(objective_id__in=objective_ids, finished_at=None)
    rows = open_ones.values_list("objective_id", "state", "due_on")
    return {pk for pk, state, due in rows if is_waited_for(state, due_on=due, today=today)}


def promises_asked_of(units: Iterable[int], *, standing: Standing) -> QuerySet[Promise]:
    """What these units were asked for and have yet to answer, or promised and have yet to keep."""
    return promises_visible_to(standing).filter(Q(promiser_id__in=units), finished_at=None)


@dataclass(frozen=True, kw_only=True)
class KeptShare:
    """How many of the promises that came due were kept on time or moved by both sides (M19)."""

    kept: int
    due: int


def kept_share(lines: Iterable[PromiseLine], *, today: date) -> KeptShare:
    """No person is named by it, and no unit ranked."""
    due = [one for one in lines if one.is_broken or one.finished_at and one.due_on]
    kept = [one for one in due if one.state.words == str(Promise.State.KEPT.label)]
    return KeptShare(kept=len(kept), due=len(due))
