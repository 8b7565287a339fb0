"""What a person checks in on: everything they lead that is agreed or live."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from objectives.figures.check_ins import due_at, in_figures
from objectives.models import Cycle, Measure, MeasuredValue, Objective
from objectives.queries.check_ins.stands import (
    UNDER_WAY,
    LastWord,
    begun_at,
    last_words,
    stand_of,
    stand_tag,
)
from objectives.queries.parts import Tag
from people.policy import Standing
from ui.wording import in_short

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
    led = Q(unit_id__in=standing.directly_led_unit_ids)
    return under_way().filter(led | Q(current__answerable_id=standing.person_id))


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


def cards_for(
    standing: Standing, *, now: datetime, only: Collection[int] | None = None
) -> list[Card]:
    """Due ones first, the longest silent before others: a fixed number of queries."""
    rows = led_by(standing)
    if only is not None:
        rows = rows.filter(pk__in=only)
    found = list(rows.order_by("current__title", "pk"))
    last = last_words([row.pk for row in found])
    due = {row.pk: stand_of(row, last.get(row.pk), now=now).is_due for row in found}
    asked = {row.pk: _asked_from(row, last.get(row.pk)) for row in found}
    found.sort(key=lambda row: (not due[row.pk], asked[row.pk] if due[row.pk] else now))
    lines = measure_lines(found)
    return [
        Card(
            objective_id=row.pk,
            title=row.current.title,
            unit=row.unit.name,
            number=row.current.number,
            stand=stand_tag(row, last.get(row.pk), now=now),
            last=last.get(row.pk),
            measures=lines.get(row.current.pk, []),
            is_due=due[row.pk],
            due_at=asked[row.pk],
        )
        for row in found
        if row.current is not None
    ]


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
                last=_last_in_words(value),
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


def _last_in_words(value: MeasuredValue | None) -> str:
    if value is None:
        return "No value yet"
    return f"Last: {in_figures(value.value)}, {in_short(value.check_in.checked_in_at)}"


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
