"""The values of one objective's measures, each with its run in words and as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.safestring import SafeString

from objectives.figures.check_ins import (
    has_got_worse,
    in_figures,
    run_of,
    where_it_is,
)
from objectives.models import Measure, MeasuredValue, Objective
from objectives.queries.check_ins.cards import series_of, wanted_in_words
from ui.parts import LegendEntry
from ui.svgkit import Run
from ui.wording import in_short

AT_MOST = 400  # values read for one objective's page: the newest
MEANINGS = {
    "app-run__baseline": "Where it began",
    "app-run__target": "Where it should be",
    "app-run__middle": "Median",
}


@dataclass(frozen=True, kw_only=True)
class ValueLine:
    """One value, and who said it when."""

    measure: str
    unit_name: str
    value: Decimal
    at: datetime
    by: str

    @property
    def figures(self) -> str:
        return in_figures(self.value)


@dataclass(frozen=True, kw_only=True)
class Series:
    """A measure of the newest words with its values, oldest first."""

    measure_id: int
    name: str
    unit_name: str
    wanted: str
    is_guardrail: bool
    lines: list[ValueLine]
    says: list[str]
    picture: SafeString
    legend: list[LegendEntry]

    @property
    def newest_first(self) -> list[ValueLine]:
        return self.lines[::-1]


def value_lines(objective: Objective) -> list[tuple[tuple[str, str], ValueLine]]:
    """Every value that counts, oldest first, by the measure it belongs to: one query."""
    rows = (
        MeasuredValue.objects.filter(check_in__objective=objective, check_in__undone_at=None)
        .select_related("measure", "check_in__person")
        .order_by("-check_in__checked_in_at", "-pk")[:AT_MOST]
    )
    return [
        (
            series_of(row.measure),
            ValueLine(
                measure=row.measure.name,
                unit_name=row.measure.unit_name,
                value=row.value,
                at=row.check_in.checked_in_at,
                by=row.check_in.person.name,
            ),
        )
        for row in reversed(rows)
    ]


def series_for(objective: Objective, measures: Iterable[Measure]) -> list[Series]:
    """One for each of these measures, which are those of the newest words: one query."""
    lines = value_lines(objective)
    return [
        _series(one, [line for key, line in lines if key == series_of(one)]) for one in measures
    ]


def _series(measure: Measure, lines: list[ValueLine]) -> Series:
    is_guardrail = measure.kind == Measure.Kind.BALANCING
    says = _says(measure, lines, is_guardrail=is_guardrail) if lines else []
    levels = _levels(measure, lines, is_guardrail=is_guardrail)
    picture = SafeString("")
    if len(lines) > 1:
        picture = Run(
            title=f"{measure.name}, {len(lines)} values",
            description=" ".join(says),
            points=[(line.at, float(line.value)) for line in lines],
            levels=levels,
        ).draw(id=f"run-{measure.pk}")
    return Series(
        measure_id=measure.pk,
        name=measure.name,
        unit_name=measure.unit_name,
        wanted=wanted_in_words(measure),
        is_guardrail=is_guardrail,
        lines=lines,
        says=says,
        picture=picture,
        legend=[LegendEntry(css_class=css, meaning=MEANINGS[css]) for css, _ in levels],
    )


def _levels(
    measure: Measure, lines: Sequence[ValueLine], *, is_guardrail: bool
) -> list[tuple[str, float]]:
    middle = run_of([line.value for line in lines]).middle
    found = [
        ("app-run__baseline", measure.baseline),
        ("app-run__target", None if is_guardrail else measure.target),
        ("app-run__middle", middle),
    ]
    return [(css, float(value)) for css, value in found if value is not None]


def _says(measure: Measure, lines: Sequence[ValueLine], *, is_guardrail: bool) -> list[str]:
    """The run in sentences: they stand in for the picture, too."""
    first, last = lines[0], lines[-1]
    unit = f" {measure.unit_name}" if measure.unit_name else ""
    says = [f"Now {last.figures}{unit}, {in_short(last.at)}."]
    if len(lines) > 1:
        says.append(f"It was {first.figures} on {in_short(first.at)}.")
    says.append(_where(measure, last.value, is_guardrail=is_guardrail))
    run = run_of([line.value for line in lines])
    if run.side and run.middle is not None:
        says.append(
            f"The last {run.length} values are all {run.side} the median of "
            f"{in_figures(run.middle)}: something has changed."
        )
    return [sentence for sentence in says if sentence]


def _where(measure: Measure, latest: Decimal, *, is_guardrail: bool) -> str:
    way, start = measure.direction, measure.baseline
    if is_guardrail:
        is_worse = has_got_worse(direction=way, baseline=start, latest=latest)
        return "It has got worse." if is_worse else "It has not got worse."
    where = where_it_is(direction=way, baseline=start, target=measure.target, latest=latest)
    return f"{where}." if where else ""
