"""The four lights of many objectives, to take away."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.figures.lights import Quality
from objectives.queries.lists import ObjectiveLine, objective_lines
from objectives.queries.seen import current_cycle
from objectives.views.pages import wanted_in
from people.http import PersonRequest, needs
from people.imports.writing import csv_bytes
from people.policy import Action

NAMES = tuple(quality.value.capitalize() for quality in Quality)
HEADER = ("Reference", "Team", "Objective", "State", *NAMES, *(f"{name}: why" for name in NAMES))
AT_MOST = 20_000  # rows of a file, all read at once: as many queries for 10 as for 10,000


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
    packed = csv_bytes(header=HEADER, rows=[_row(line) for line in found[:AT_MOST]])
    response = HttpResponse(packed, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="four-lights.csv"'
    return response


def _row(line: ObjectiveLine) -> tuple[str, ...]:
    return (
        line.ref,
        line.unit,
        line.title,
        line.state.words,
        *(mark.words for mark in line.marks),
        *(mark.verdict for mark in line.marks),
    )
