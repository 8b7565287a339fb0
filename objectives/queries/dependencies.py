"""What teams need of each other: on an objective's page, a team's page and in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from objectives.figures import OWNER
from objectives.figures.dependencies import ASKED, Turn, days_waited, turns_open
from objectives.models import Dependency, Objective
from objectives.queries.leaders import leaders
from objectives.queries.parts import Tag
from objectives.queries.sides import may_answer, owner_side
from people.models import OrgUnit
from people.paging import Lines
from people.policy import Action, Standing
from ui.wording import counted

COLOURS = {
    Dependency.State.ASKED: "blue",
    Dependency.State.YES: "green",
    Dependency.State.NO: "orange",
    Dependency.State.DONE: "aqua-green",
    Dependency.State.DROPPED: "white",
}
OPEN = (Dependency.State.ASKED, Dependency.State.YES, Dependency.State.NO)
ALL = "all"
ORDERS = {
    "words": "words",
    "unit": "objective__unit__name",
    "from": "asked_unit__name",
    "by": "needed_by",
    "state": "state",
    "asked": "asked_at",
}


@dataclass(frozen=True, kw_only=True)
class DependencyLine:
    dependency_id: int
    words: str
    state: Tag
    is_over: bool
    is_overdue: bool
    waits: bool
    asked_unit_id: int
    asked_unit: str
    unit_id: int
    unit: str
    objective_id: int
    objective: str
    asked_by: str
    asked_at: datetime
    days_waited: int
    clock: str  # for how long it has waited, or had
    needed_by: date | None
    due_on: date | None
    answered_by: str
    reason: str
    instead: str


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a person is looking for; an empty state means what is open."""

    words: str = ""
    state: str = ""
    unit: str = ""  # a code
    side: str = ""  # "of": asked of that unit; "by": asked by it; empty means both
    objective: int | None = None
    sort: str = ""


def dependencies_visible_to(standing: Standing) -> QuerySet[Dependency]:
    """Seen with the objective they are for."""
    seen = Objective.objects.visible_to(standing)
    return Dependency.objects.filter(objective__in=seen).select_related(
        "asked_unit", "objective__current", "objective__unit", "asked_by", "answered_by"
    )


def clock_in_words(days: int, *, waits: bool) -> str:
    """Waiting for 6 days; answered the same day."""
    if waits:
        return f"waiting for {counted(days, 'day')}" if days else "waiting since today"
    return f"answered after {counted(days, 'day')}" if days else "answered the same day"


def dependency_line(row: Dependency, *, now: datetime, today: date) -> DependencyLine:
    state, objective = Dependency.State(row.state), row.objective
    waits = state == Dependency.State.ASKED
    days = days_waited(asked_at=row.asked_at, answered_at=row.answered_at, now=now)
    return DependencyLine(
        dependency_id=row.pk,
        words=row.words,
        state=Tag(words=str(state.label), colour=COLOURS[state]),
        is_over=row.finished_at is not None,
        is_overdue=state == Dependency.State.YES and row.due_on is not None and row.due_on < today,
        waits=waits,
        asked_unit_id=row.asked_unit_id,
        asked_unit=row.asked_unit.name,
        unit_id=objective.unit_id,
        unit=objective.unit.name,
        objective_id=objective.pk,
        objective=objective.current.title if objective.current else objective.ref,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        days_waited=days,
        clock=clock_in_words(days, waits=waits) if waits or row.answered_at else "",
        needed_by=row.needed_by,
        due_on=row.due_on,
        answered_by=row.answered_by.name if row.answered_by else "",
        reason=row.reason,
        instead=row.instead,
    )


def dependency_lines(
    *, standing: Standing, wanted: Wanted, now: datetime, today: date
) -> Lines[DependencyLine]:
    """Read a page at a time; what waits longest stands first."""
    rows = dependencies_visible_to(standing)
    for word in wanted.words.split():
        rows = rows.filter(
            Q(words__icontains=word)
            | Q(objective__current__title__icontains=word)
            | Q(asked_unit__name__icontains=word)
            | Q(objective__unit__name__icontains=word)
        )
    if wanted.state != ALL:
        rows = rows.filter(state__in=[wanted.state] if wanted.state else OPEN)
    if wanted.objective:
        rows = rows.filter(objective_id=wanted.objective)
    if wanted.unit:
        rows = rows.filter(_of_unit(wanted))
    return Lines(
        rows.order_by(*_order(wanted.sort)),
        lambda row: dependency_line(row, now=now, today=today),
    )


def _of_unit(wanted: Wanted) -> Q:
    unit_ids = list(OrgUnit.objects.filter(code=wanted.unit).values_list("pk", flat=True))
    asked, asking = Q(asked_unit_id__in=unit_ids), Q(objective__unit_id__in=unit_ids)
    return {"of": asked, "by": asking}.get(wanted.side, asked | asking)


def _order(sort: str) -> list[OrderBy | str]:
    column = F(ORDERS.get(sort.lstrip("-"), "asked_at"))
    first = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return [first, "pk"]


def parties_of(
    dependency: Dependency, objective: Objective, *, standing: Standing
) -> frozenset[str]:
    """For which sides this person speaks: the team that was asked, and the one that asks. Who
    leads both speaks for the one asking only where they lead it themselves."""
    answers = standing.may(Action.ANSWER_FOR_OWNER, unit_id=dependency.asked_unit_id)
    owner = owner_side(
        objective.unit_id,
        objective.current.answerable_id if objective.current else None,
        known=leaders(),
    )
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=objective.unit_id)
    asks = (writes or may_answer(standing, owner)) and (
        not answers or standing.person_id in owner.asked()
    )
    return frozenset([*([OWNER] if asks else []), *([ASKED] if answers else [])])


def turns_for(dependency: Dependency, *, standing: Standing) -> frozenset[Turn]:
    parties = parties_of(dependency, dependency.objective, standing=standing)
    return turns_open(dependency.state, parties=parties)
