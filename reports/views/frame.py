"""What stands round the figures on every report's page: as of when, how to have newer ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from objectives.models import Cycle
from people.addresses import address
from people.finder import as_number
from people.http import PersonRequest
from people.policy import Action
from reports import queries
from reports.forms import CompareForm, RunForm
from reports.models import ReportRun
from reports.queries.runs import Results
from reports.wording.runs import Progress, counted_words, failure_words, progress
from ui.http import wants_fragment

PAGES = {
    ReportRun.Kind.COVERAGE: "reports:coverage",
    ReportRun.Kind.ALIGNMENT: "reports:alignment",
}


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`missing` says what there has to be first: a cycle, a strategy or a run; "" for nothing."""

    kind: str
    missing: str
    run: ReportRun | None
    confirmed_at: datetime | None
    earlier: ReportRun | None
    under_way: ReportRun | None
    progress: Progress | None
    failure: str
    counted: str
    run_form: RunForm
    compare_form: CompareForm | None
    may_run: bool

    @property
    def page_url(self) -> str:
        return address(PAGES[ReportRun.Kind(self.kind)])

    @property
    def run_url(self) -> str:
        return address("reports:run", self.kind)

    @property
    def progress_url(self) -> str:
        """Asked every two seconds, as long as somebody is at work."""
        if self.under_way is None or self.progress is None or not self.progress.is_watched:
            return ""
        return address("reports:progress", self.under_way.pk)


def frame_of(request: PersonRequest, kind: str) -> Frame:
    cycle = queries.current_cycle()
    found = queries.results(kind=kind, cycle=cycle) if cycle else Results.none()
    run = found.run
    return Frame(
        kind=kind,
        missing=_missing(cycle, run),
        run=run,
        confirmed_at=found.confirmed_at,
        earlier=_earlier(request, kind, run),
        under_way=found.under_way,
        progress=progress(found.under_way, now=timezone.now()) if found.under_way else None,
        failure=failure_words(found.failed, has_figures=run is not None) if found.failed else "",
        counted=counted_words(run) if run else "",
        run_form=RunForm(initial={"next": request.get_full_path()}),
        compare_form=_compare_form(request, found),
        may_run=request.standing.may(Action.RUN_REPORTS),
    )


def _missing(cycle: Cycle | None, run: ReportRun | None) -> str:
    """A run that found no priorities has nothing to show."""
    if cycle is None:
        return "cycle"
    if run is not None and run.summary["priorities"]:
        return ""
    return "run" if queries.has_strategy_in_force() else "strategy"


def _earlier(request: PersonRequest, kind: str, run: ReportRun | None) -> ReportRun | None:
    """The run that an address asks to compare with; 404 where there is none."""
    asked = request.GET.get("earlier", "")
    if not asked or run is None:
        return None
    runs = queries.runs_with_figures(kind).filter(cycle=run.cycle_id)
    earlier = runs.filter(pk=as_number(asked)).first()
    if earlier is None:
        raise Http404
    return earlier


def _compare_form(request: PersonRequest, found: Results) -> CompareForm | None:
    if not found.earlier:
        return None
    return CompareForm(runs=found.earlier, chosen=as_number(request.GET.get("earlier", "")))


def instead(request: PersonRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page that stands in for the figures; htmx, which asked for a piece, loads all of it."""
    if wants_fragment(request):
        return redirect(request.get_full_path())
    return render(request, template, context)
