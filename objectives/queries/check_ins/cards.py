"""What a person checks in on: everything they lead that is agreed or live."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from objectives.figures.check_ins import due_at, in_figures
from objectives.models import Cycle, Measure, MeasuredValue, Objective, ObjectiveVersion
from objectives.queries.check_ins.stands import (
    UNDER_WAY,
    LastWord,
    begun_at,
    last_words,
    stand_of,
    stand_tag,
)
from objectives.queries.parts import Tag
from objectives.queries.seen import led_or_answered_for
from people.policy import Standing
from ui.wording import in_short

NO_VALUE = "No value yet"
AT_MOST = 50  # on one page: a form has a limit of fields


@dataclass(frozen=True, kw_only=True)
class MeasureLine:
    """A measure of the newest words, and the last value it was seen at."""

    measure_id: int
    name: str
    unit_name: str
    is_guardrail: bool
    last: str
    wanted: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One objective to check in on."""

    objective_id: int
    title: str
    unit: str
    number: int
    stand: Tag | None
    last: LastWord | None
    measures: list[MeasureLine]
    is_due: bool
    due_at: datetime

    @property
    def last_time(self) -> str:
        if self.last is None:
            return "Nobody has checked in on this yet"
        return f"Last time: {self.last.words.lower()}, {in_short(self.last.at)}"


def led_by(standing: Standing) -> QuerySet[Objective]:
    """Objectives under way that they are answerable for, or whose unit they lead."""
    return under_way().filter(led_or_answered_for(standing))


def under_way() -> QuerySet[Objective]:
    """Every objective that is agreed or live, in a year that is not closed."""
    return (
        Objective.objects.filter(state__in=UNDER_WAY)
        .exclude(cycle__state=Cycle.State.CLOSED)
        .select_related("current", "unit")
    )


def leads(standing: Standing, objective: Objective) -> bool:
    """The rule of `led_by` for an objective in hand."""
    answers = objective.current is not None and (
        objective.current.answerable_id == standing.person_id
    )
    return answers or objective.unit_id in standing.directly_led_unit_ids


def may_check_in(standing: Standing, objective: Objective) -> bool:
    is_over = objective.cycle.state == Cycle.State.CLOSED
    return objective.state in UNDER_WAY and not is_over and leads(standing, objective)


def cards_for(standing: Standing, *, now: datetime) -> list[Card]:
    """Due ones first, the longest silent before others: a fixed number of queries."""
    found = list(led_by(standing).order_by("current__title", "pk"))
    last, lines = last_words([row.pk for row in found]), measure_lines(found)
    cards = [
        card_of(row, row.current, last.get(row.pk), lines.get(row.current.pk, []), now=now)
        for row in found
        if row.current is not None
    ]
    return sorted(cards, key=lambda one: (not one.is_due, one.due_at if one.is_due else now))


def card_of(
    row: Objective,
    words: ObjectiveVersion,
    last: LastWord | None,
    measures: list[MeasureLine],
    *,
    now: datetime,
) -> Card:
    return Card(
        objective_id=row.pk,
        title=words.title,
        unit=row.unit.name,
        number=words.number,
        stand=stand_tag(row, last, now=now),
        last=last,
        measures=measures,
        is_due=stand_of(row, last, now=now).is_due,
        due_at=_asked_from(row, last),
    )


def _asked_from(row: Objective, last: LastWord | None) -> datetime:
    return due_at(said_at=last.at if last else None, begun_at=begun_at(row))


def measure_lines(objectives: Collection[Objective]) -> dict[int, list[MeasureLine]]:
    """The measures of each newest version, with the last value under that name: two queries."""
    versions = {row.current_id: row.pk for row in objectives if row.current_id}
    measures = Measure.objects.filter(version_id__in=versions).order_by("version_id", "position")
    last = _last_values(versions.values())
    lines: dict[int, list[MeasureLine]] = defaultdict(list)
    for one in measures:
        value = last.get((versions[one.version_id], *series_of(one)))
        lines[one.version_id].append(
            MeasureLine(
                measure_id=one.pk,
                name=one.name,
                unit_name=one.unit_name,
                is_guardrail=one.kind == Measure.Kind.BALANCING,
                last=last_in_words(value.value, value.check_in.checked_in_at)
                if value
                else NO_VALUE,
                wanted=wanted_in_words(one),
            )
        )
    return lines


def series_of(measure: Measure) -> tuple[str, str]:
    """A measure that is carried into new words under its name is the same measure."""
    return measure.name.casefold(), measure.unit_name.casefold()


def _last_values(objective_ids: Collection[int]) -> dict[tuple[int, str, str], MeasuredValue]:
    rows = (
        MeasuredValue.objects.filter(
            check_in__objective_id__in=objective_ids, check_in__undone_at=None
        )
        .select_related("measure", "check_in")
        .order_by(
            "check_in__objective_id",
            "measure__name",
            "measure__unit_name",
            "-check_in__checked_in_at",
            "-pk",
        )
        .distinct("check_in__objective_id", "measure__name", "measure__unit_name")
    )
    return {(row.check_in.objective_id, *series_of(row.measure)): row for row in rows}


def last_in_words(value: Decimal, at: datetime) -> str:
    return f"Last: {in_figures(value)}, {in_short(at)}"


def wanted_in_words(measure: Measure) -> str:
    """Where it began and where it should be; a guardrail only must not get worse."""
    if measure.kind == Measure.Kind.BALANCING:
        return "Must not get worse"
    parts = []
    if measure.baseline is not None:
        parts.append(f"from {in_figures(measure.baseline)}")
    if measure.target is not None:
        parts.append(f"to {in_figures(measure.target)}")
    if parts and measure.unit_name:
        parts.append(measure.unit_name)
    return " ".join(parts)
