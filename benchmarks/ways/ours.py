"""The real path: both reports asked for, then computed as a worker does."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from benchmarks.ways.counts import Counts, Measured
from people.tenancy import acting_in
from reports import services
from reports.figures.cells import StoredCells
from reports.figures.standings import STANDINGS, decode
from reports.models import ReportRun
from strategy.models import Priority


@dataclass(frozen=True, kw_only=True)
class Runs:
    alignment: ReportRun
    coverage: ReportRun


def ask(measured: Measured) -> list[int]:
    """Two runs that wait, none before them: the same input would not be computed again."""
    with acting_in(measured.organisation, cause="benchmark"):
        ReportRun.objects.all().delete()
        runs = [
            services.ask_for_report(
                kind=kind, cycle=measured.cycle, cause=ReportRun.Cause.ASKED, now=timezone.now()
            )
            for kind in (ReportRun.Kind.ALIGNMENT, ReportRun.Kind.COVERAGE)
        ]
    return [run.pk for run in runs]


def compute(measured: Measured, run_ids: list[int]) -> None:
    """The first run's errand computes the other with it, and the other's finds it done."""
    services.compute(run_id=run_ids[0], organisation=measured.organisation)


def computed(measured: Measured) -> Runs:
    with acting_in(measured.organisation, cause="benchmark"):
        done = {run.kind: run for run in ReportRun.objects.done()}
    return Runs(alignment=done["alignment"], coverage=done["coverage"])


def counts(measured: Measured, runs: Runs) -> Counts:
    """Read back from what was stored."""
    standings = decode(bytes(runs.alignment.stored))
    cells = StoredCells(bytes(runs.coverage.stored)).everything()
    with acting_in(measured.organisation, cause="benchmark"):
        ids = dict(Priority.objects.values_list("ref", "pk"))
    priorities = runs.alignment.summary["priorities"]
    return Counts(
        standings={word: len(standings.ids(code)) for code, word in enumerate(STANDINGS)},
        strength=float(standings.strengths().sum()),
        reaching={ids[line["ref"]]: line["objectives"] for line in priorities},
        covered=int(cells.covered.sum()),
        objectives=int(cells.objectives.sum()),
        gaps=int(cells.gaps.sum()),
        connected=runs.coverage.summary["line_of_sight"]["connected"],
    )
