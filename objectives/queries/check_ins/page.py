"""What an objective's page says about how it goes: a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet, Window

from objectives.figures.check_ins import in_figures
from objectives.models import CheckIn, ContributionNote, Objective, ObjectiveVersion
from objectives.queries.check_ins.cards import (
    NO_VALUE,
    Card,
    MeasureLine,
    card_of,
    last_in_words,
    may_check_in,
)
from objectives.queries.check_ins.series import Series, series_for
from objectives.queries.check_ins.stands import LastWord, counting, stand_tag
from objectives.queries.objective.history import measures_of
from objectives.queries.parts import Tag
from objectives.queries.seen import objectives_visible_to
from people.policy import Standing

SHOWN = 5
NOTES_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class CheckInLine:
    """One check-in, as it was said."""

    words: str
    by: str
    at: datetime
    is_no_change: bool
    helped: str
    hindered: str
    who_can_help: str
    values: list[str]


@dataclass(frozen=True, kw_only=True)
class NoteLine:
    note_id: int
    words: str
    by: str
    at: datetime
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class CheckInsPage:
    """How it goes: the last word, what was said, the values, and what people did for it."""

    objective_id: int
    is_under_way: bool
    stand: Tag | None
    lines: list[CheckInLine]
    total: int
    measures: list[Series]
    guardrails: list[Series]
    notes: list[NoteLine]
    notes_total: int
    cards: list[Card]  # the one to check in on, for who leads it

    @property
    def has_values(self) -> bool:
        return any(one.lines for one in [*self.measures, *self.guardrails])


def check_ins_page(
    objective: Objective,
    words: ObjectiveVersion,
    *,
    standing: Standing,
    now: datetime,
    shows_all: str = "",
) -> CheckInsPage:
    """With its newest words and their measures in hand. `shows_all` names what is not cut short:
    "check-ins" or "notes"."""
    rows = counting().filter(objective=objective).order_by("-checked_in_at", "-pk")
    counted = rows.annotate(of=Window(Count("pk")))
    said = counted.select_related("person").prefetch_related("values__measure")
    shown = list(said if shows_all == "check-ins" else said[:SHOWN])
    notes = _notes(objective)
    notes_shown = list(notes if shows_all == "notes" else notes[:NOTES_SHOWN])
    last = LastWord.of(shown[0]) if shown else None
    series = series_for(objective, measures_of(words))
    may = may_check_in(standing, objective)
    stand = stand_tag(objective, last, now=now)
    return CheckInsPage(
        objective_id=objective.pk,
        is_under_way=stand is not None,
        stand=stand,
        lines=[_line(row) for row in shown],
        total=vars(shown[0])["of"] if shown else 0,
        measures=[one for one in series if not one.is_guardrail],
        guardrails=[one for one in series if one.is_guardrail],
        notes=[
            NoteLine(
                note_id=note.pk,
                words=note.words,
                by=note.person.name,
                at=note.written_at,
                is_own=note.person_id == standing.person_id,
            )
            for note in notes_shown
        ],
        notes_total=vars(notes_shown[0])["of"] if notes_shown else 0,
        cards=[card_of(objective, words, last, [_measure(one) for one in series], now=now)]
        if may
        else [],
    )


def _measure(series: Series) -> MeasureLine:
    newest = series.lines[-1] if series.lines else None
    return MeasureLine(
        measure_id=series.measure_id,
        name=series.name,
        unit_name=series.unit_name,
        is_guardrail=series.is_guardrail,
        last=last_in_words(newest.value, newest.at) if newest else NO_VALUE,
        wanted=series.wanted,
    )


def _line(row: CheckIn) -> CheckInLine:
    values = sorted(row.values.all(), key=lambda value: value.measure.position)
    return CheckInLine(
        words=row.get_confidence_display(),
        by=row.person.name,
        at=row.checked_in_at,
        is_no_change=row.is_no_change,
        helped=row.helped,
        hindered=row.hindered,
        who_can_help=row.who_can_help,
        values=[f"{value.measure.name}: {in_figures(value.value)}" for value in values],
    )


def _notes(objective: Objective) -> QuerySet[ContributionNote]:
    """Newest first, each with how many there are; one taken back is gone."""
    kept = ContributionNote.objects.filter(objective=objective, removed_at=None)
    kept = kept.annotate(of=Window(Count("pk")))
    return kept.select_related("person").order_by("-written_at", "-pk")


def notes_of(standing: Standing) -> QuerySet[ContributionNote]:
    """Notes on objectives this person sees."""
    return ContributionNote.objects.filter(objective__in=objectives_visible_to(standing))
