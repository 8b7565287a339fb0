"""Having a report computed, and how far it is."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from reports import queries, services
from reports.forms import RunForm
from reports.models import ReportRun
from reports.views.frame import PAGES
from reports.wording.runs import progress as progress_of
from ui import notices
from ui.http import is_own_address, wants_fragment


@require_POST
@needs(Action.SEE_REPORTS)
@needs(Action.RUN_REPORTS, seen=True)
@creates_once
def run(request: PersonRequest, kind: str) -> HttpResponse:
    """Asks for newer figures; one report is computed once however many ask."""
    if kind not in ReportRun.Kind.values:
        raise Http404
    page = address(PAGES[ReportRun.Kind(kind)])
    cycle = queries.current_cycle()
    if cycle is None:
        notices.notice(request, "There is no year yet to report on.")
        return redirect(page)
    services.ask_for_report(
        kind=kind,
        cycle=cycle,
        cause=ReportRun.Cause.ASKED,
        now=timezone.now(),
        asked_by=request.person,
    )
    form = RunForm(request.POST)
    back_to = form.cleaned_data["next"] if form.is_valid() else ""
    return redirect(back_to if back_to and is_own_address(request, back_to) else page)


@require_safe
@needs(Action.SEE_REPORTS)
def progress(request: PersonRequest, run_id: int) -> HttpResponse:
    """How far a run is, for a page that asks again; a browser without script gets the page."""
    found = get_object_or_404(queries.runs_visible(), pk=run_id)
    if not wants_fragment(request):
        return redirect(address(PAGES[ReportRun.Kind(found.kind)]))
    how_far = progress_of(found, now=timezone.now()) if found.is_under_way else None
    is_watched = how_far is not None and how_far.is_watched
    context = {
        "run": found,
        "progress": how_far,
        "poll_url": address("reports:progress", found.pk) if is_watched else "",
    }
    return render(request, "reports/_progress.html", context)
