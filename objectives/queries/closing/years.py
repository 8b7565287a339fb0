"""A year of work: how far its closing has come, what is left, and what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from objectives.figures.closing import HowFar, how_far, stage
from objectives.models import Closing, Cycle, Objective
from objectives.queries.parts import Tag, tag_of
from people.paging import Lines
from people.policy import Standing

State = Objective.State
MAY_BEGIN = (Cycle.State.OPEN, Cycle.State.AGREEING, Cycle.State.LIVE)
NEVER_AGREED = (State.DRAFT, State.PROPOSED, State.IN_CATCHBALL)
ENDED = (State.ACHIEVED, State.PARTLY, State.NOT_ACHIEVED)
COLOURS = {
    Closing.Result.ACHIEVED: "green",
    Closing.Result.PARTLY: "aqua-green",
    Closing.Result.NOT_ACHIEVED: "yellow",
}


def years() -> QuerySet[Cycle]:
    return Cycle.objects.order_by("-starts_on", "-pk")


def year_closing() -> Cycle | None:
    """The year that is being closed now, if one is."""
    return Cycle.objects.filter(state=Cycle.State.CLOSING).order_by("-starts_on", "-pk").first()


def result_tag(result: str) -> Tag:
    known = Closing.Result(result)
    return Tag(words=str(known.label), colour=COLOURS[known])


def agreed_for(cycle: Cycle) -> QuerySet[Objective]:
    """What both sides meant for the year: all of it is said to have ended somehow."""
    return Objective.objects.filter(cycle=cycle, state__in=(State.AGREED, State.LIVE, *ENDED))


def how_far_closed(cycle: Cycle) -> HowFar:
    rows = agreed_for(cycle).values_list("state", "closing__pk", "closing__sent_back_at")
    return how_far(
        stage(is_said=bool(pk), is_sent_back=bool(back), is_confirmed=state in ENDED)
        for state, pk, back in rows
    )


def results_of(cycle: Cycle) -> list[tuple[Tag, int]]:
    """How many ended in which way, as far as both sides said so."""
    rows = Closing.objects.filter(objective__cycle=cycle, confirmed_at__isnull=False)
    counts = dict(rows.order_by().values_list("result").annotate(Count("pk")))
    return [(result_tag(result), counts.get(result, 0)) for result in Closing.Result]


@dataclass(frozen=True, kw_only=True)
class LeftLine:
    """An objective whose ending nobody has said, or both sides have not."""

    objective_id: int
    title: str
    unit: str
    waits_for: str


def left_in(cycle: Cycle) -> Lines[LeftLine]:
    """What is left before the year can be closed, by team."""
    rows = (
        agreed_for(cycle)
        .exclude(state__in=ENDED)
        .select_related("current", "unit", "closing")
        .order_by("unit__name", "current__title", "pk")
    )
    return Lines(rows, _left)


def _left(row: Objective) -> LeftLine:
    closing = getattr(row, "closing", None)
    if closing is None:
        waits_for = "Nobody has said yet how it ended"
    elif closing.sent_back_at:
        waits_for = "Sent back: the team says again how it ended"
    else:
        waits_for = "The side it serves has still to confirm"
    return LeftLine(
        objective_id=row.pk,
        title=row.current.title if row.current else row.ref,
        unit=row.unit.name,
        waits_for=waits_for,
    )


def never_agreed(cycle: Cycle) -> int:
    return Objective.objects.filter(cycle=cycle, state__in=NEVER_AGREED).count()


@dataclass(frozen=True, kw_only=True)
class LearntLine:
    """How an objective ended and what was learnt, as both sides have it."""

    objective_id: int
    ref: str
    title: str
    unit: str
    state: Tag
    result: Tag
    learnt: str
    next: str
    carried_to: int | None
    said_on: date
    confirmed_on: date | None


def learnt_in(cycle: Cycle, *, standing: Standing) -> Lines[LearntLine]:
    """What was learnt in a year, by team, as far as this person may see."""
    return Lines(_confirmed(cycle, standing), _learnt)


def _confirmed(cycle: Cycle, standing: Standing) -> QuerySet[Closing]:
    seen = Objective.objects.visible_to(standing).filter(cycle=cycle)
    return (
        Closing.objects.filter(objective__in=seen, confirmed_at__isnull=False)
        .select_related("objective__current", "objective__unit")
        .order_by("objective__unit__name", "objective__current__title", "pk")
    )


def _learnt(row: Closing) -> LearntLine:
    objective = row.objective
    return LearntLine(
        objective_id=objective.pk,
        ref=objective.ref,
        title=objective.current.title if objective.current else objective.ref,
        unit=objective.unit.name,
        state=tag_of(objective.state),
        result=result_tag(row.result),
        learnt=row.learnt,
        next=row.get_next_display(),
        carried_to=row.carried_to_id,
        said_on=row.said_at.date(),
        confirmed_on=row.confirmed_at.date() if row.confirmed_at else None,
    )


def closing_rows(cycle: Cycle, *, standing: Standing) -> list[Sequence[str | date | None]]:
    """Everything that was agreed for the year, with how it ended: no person is named."""
    rows = (
        agreed_for(cycle)
        .filter(pk__in=Objective.objects.visible_to(standing))
        .select_related("current", "unit", "closing__carried_to")
        .order_by("unit__name", "ref")
    )
    return [_row(row) for row in rows]


HEADER = (
    "Reference",
    "Team",
    "Objective",
    "How it ended",
    "What was learnt",
    "Next year",
    "Said on",
    "Confirmed on",
    "Goes on as",
)


def _row(row: Objective) -> Sequence[str | date | None]:
    title = row.current.title if row.current else row.ref
    closing = getattr(row, "closing", None)
    if closing is None:
        return (row.ref, row.unit.name, title, "Not said yet", "", "", None, None, "")
    return (
        row.ref,
        row.unit.name,
        title,
        closing.get_result_display(),
        closing.learnt,
        closing.get_next_display(),
        closing.said_at.date(),
        closing.confirmed_at.date() if closing.confirmed_at else None,
        closing.carried_to.ref if closing.carried_to else "",
    )


@dataclass(frozen=True, kw_only=True)
class EndingLine:
    """How one objective ended, for its own page."""

    unit: str
    result_tag: Tag
    learnt: str
    next_words: str
    is_confirmed: bool
    carried_to: int | None


def ending_of(objective: Objective) -> EndingLine | None:
    """Asked only where there can be one: no query while its year goes on."""
    is_over = objective.cycle.state in (Cycle.State.CLOSING, Cycle.State.CLOSED)
    if objective.state not in ENDED and not is_over:
        return None
    row = Closing.objects.filter(objective=objective).first()
    if row is None:
        return None
    return EndingLine(
        unit=objective.unit.name,
        result_tag=result_tag(row.result),
        learnt=row.learnt,
        next_words=row.get_next_display(),
        is_confirmed=row.confirmed_at is not None,
        carried_to=row.carried_to_id,
    )
