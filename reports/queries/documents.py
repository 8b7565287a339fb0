"""Report documents, made from what their runs stored."""

from __future__ import annotations

from collections.abc import Iterable

from objectives.models import Objective
from people.models import OrgUnit
from reports.figures.cells import StoredCells
from reports.figures.documents import (
    Document,
    Heading,
    Names,
    alignment_document,
    coverage_document,
)
from reports.figures.standings import decode
from reports.models import ReportRun
from strategy.models import Priority


def names(
    *,
    priorities: Iterable[int] = (),
    objectives: Iterable[int] = (),
    units: Iterable[int] = (),
) -> Names:
    """What people call these ids."""
    refs = Objective.objects.filter(pk__in=[int(n) for n in objectives])
    priority_refs = Priority.objects.filter(pk__in=[int(n) for n in priorities])
    codes = OrgUnit.objects.filter(pk__in=[int(n) for n in units])
    return Names(
        objectives=dict(refs.values_list("pk", "ref")),
        priorities=dict(priority_refs.values_list("pk", "ref")),
        units=dict(codes.values_list("pk", "code")),
    )


def document(run: ReportRun) -> Document:
    """The whole report document of a run, as the interchange contract has it."""
    summary = {key: value for key, value in run.summary.items() if key != "counted"}
    heading = Heading(
        organisation=run.organisation.slug,
        cycle=run.cycle.name,
        as_of=run.as_of.isoformat(),
        input_hash=run.input_hash,
        run=run.pk,
        seconds=run.seconds,
    )
    if run.kind == ReportRun.Kind.ALIGNMENT:
        standings = decode(bytes(run.stored))
        words = names(objectives=standings.objectives.tolist())
        figures = alignment_document(summary, standings, words)
    else:
        cells = StoredCells(bytes(run.stored)).everything()
        words = names(priorities=cells.priorities.tolist(), units=cells.units.tolist())
        figures = coverage_document(summary, cells, words)
    return heading.over(run.kind, figures)
