"""The four lights of many objectives, to take away."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.figures.lights import Quality
from objectives.queries.lists import ObjectiveLine, ObjectiveLines, objective_lines
from objectives.queries.seen import current_cycle
from objectives.views.pages import wanted_in
from people.http import PersonRequest, needs
from people.imports.writing import csv_bytes
from people.policy import Action

NAMES = tuple(quality.value.capitalize() for quality in Quality)
HEADER = ("Reference", "Team", "Objective", "State", *NAMES, *(f"{name}: why" for name in NAMES))
AT_ONCE = 500


@require_safe
@needs(Action.EXPORT)
def lights_file(request: PersonRequest) -> HttpResponse:
    """The rows a list shows, all of them, with what each light says: never a number."""
    found = objective_lines(
        standing=request.standing,
        cycle=current_cycle(),
        wanted=wanted_in(request),
        now=timezone.now(),
    )
    packed = csv_bytes(header=HEADER, rows=[_row(line) for line in _all(found)])
    response = HttpResponse(packed, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="four-lights.csv"'
    return response


def _all(found: ObjectiveLines) -> Iterator[ObjectiveLine]:
    for start in range(0, len(found), AT_ONCE):
        yield from found[start : start + AT_ONCE]


def _row(line: ObjectiveLine) -> tuple[str, ...]:
    return (
        line.ref,
        line.unit,
        line.title,
        line.state.words,
        *(mark.words for mark in line.marks),
        *(mark.verdict for mark in line.marks),
    )
