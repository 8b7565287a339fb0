"""What a report keeps: its summary and its packed arrays, worked out from a cascade."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from people.models import Organisation
from people.tenancy import acting_in
from reports import queries
from reports.figures import alignment, cells, coverage, standings
from reports.figures.cascade import Cascade
from reports.figures.counted import counted
from reports.figures.documents import Document, Names, alignment_summary, coverage_summary
from reports.models import ReportRun


def figures_of(
    kind: str, cascade: Cascade, names: Names, *, organisation: Organisation
) -> tuple[Document, bytes]:
    """A report's summary, with what was counted for it, and its packed arrays."""
    report = REPORTS[ReportRun.Kind(kind)]
    summary, stored = report(cascade, names, organisation)
    return summary | {"counted": counted(cascade)}, stored


def _alignment(
    cascade: Cascade, names: Names, organisation: Organisation
) -> tuple[Document, bytes]:
    figures = alignment.figures(cascade)
    in_loops = [objective for loop in figures.loops for objective in loop]
    if in_loops:
        with acting_in(organisation, cause="report"):
            refs = queries.names(objectives=in_loops).objectives
        names = replace(names, objectives=refs)
    return alignment_summary(figures, names), standings.encode(figures.standings)


def _coverage(cascade: Cascade, names: Names, _: Organisation) -> tuple[Document, bytes]:
    figures = coverage.figures(cascade)
    return coverage_summary(figures, names), cells.encode(figures.cells)


Report = Callable[[Cascade, Names, Organisation], tuple[Document, bytes]]

REPORTS: dict[ReportRun.Kind, Report] = {
    ReportRun.Kind.ALIGNMENT: _alignment,
    ReportRun.Kind.COVERAGE: _coverage,
}
