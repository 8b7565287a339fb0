"""Coverage: which priorities have come to which parts of the organisation, and each gap."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.core.paginator import Page
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from people.addresses import address
from people.http import PersonRequest, needs
from people.policy import Action
from reports import queries
from reports.figures.cells import UnitNotCounted
from reports.models import ReportRun
from reports.pictures.coverage import (
    STRIP_LEGEND,
    coverage_legend,
    coverage_strips,
    coverage_table,
    gap_address,
    unit_address,
)
from reports.queries.called import UnitName, unit_coded
from reports.queries.coverage import (
    CoveragePage,
    PriorityTotal,
    coverage_page,
    uncovered_units,
)
from reports.queries.gaps import gap_page, priority_in_force
from reports.views.frame import Frame, frame_of, instead
from reports.views.remembering import remembered
from reports.wording.coverage import (
    change_sentence,
    coverage_finding,
    expectation_words,
    gap_heading,
    sight_sentence,
    total_change,
)
from reports.wording.numbers import percent
from ui.forms import CreatingForm
from ui.http import page_or_fragment
from ui.wording import listed

GAPS = "gaps"


@require_safe
@needs(Action.SEE_REPORTS)
def coverage(request: PersonRequest) -> HttpResponse:
    """One part of the organisation by priorities; the whole of it to begin with."""
    frame = frame_of(request, ReportRun.Kind.COVERAGE)
    unit = _unit(request)
    context: dict[str, Any] = {"frame": frame, "unit": unit}
    if frame.run is None or frame.missing or unit is None:
        return instead(request, "reports/nothing.html", context)
    is_gaps_only = request.GET.get("show") == GAPS
    try:
        made = remembered(
            request,
            "coverage",
            frame.run.pk,
            frame.earlier and frame.earlier.pk,
            request.GET.urlencode(),
            request.standing.may(Action.SET_EXPECTATIONS),
            make=lambda: _figures(request, frame, unit, is_gaps_only=is_gaps_only),
        )
    except UnitNotCounted:
        return instead(request, "reports/not_counted.html", context)
    return page_or_fragment(
        request,
        page="reports/coverage.html",
        fragment="reports/_coverage.html",
        context=context | made | {"is_gaps_only": is_gaps_only},
    )


def _figures(
    request: PersonRequest, frame: Frame, unit: UnitName, *, is_gaps_only: bool
) -> dict[str, Any]:
    """What a run says, as mark-up: a table of some thousand cells and all that stands below it."""
    run = frame.run
    if run is None:
        raise Http404
    page = coverage_page(
        run,
        unit,
        gaps_only=is_gaps_only,
        page=request.GET.get("page"),
        earlier=frame.earlier,
    )
    shown = _shown(page, frame)
    may_expect = request.standing.may(Action.SET_EXPECTATIONS)
    return {
        "finding": shown["finding"],
        "crumbs": shown["crumbs"],
        "figures": render_to_string(
            "reports/_coverage_figures.html",
            shown | {"frame": frame, "may_expect": may_expect},
            request,
        ),
    }


def _unit(request: PersonRequest) -> UnitName | None:
    """The unit an address names, or the root, which may not be there yet."""
    code = request.GET.get("unit", "")
    unit = unit_coded(code)
    if unit is None and code:
        raise Http404
    return unit


def _shown(page: CoveragePage, frame: Frame) -> dict[str, Any]:
    table = coverage_table(page)
    return {
        "page": page,
        "finding": coverage_finding(page),
        "table": table,
        "legend": coverage_legend(table),
        "strips": coverage_strips(page),
        "strip_legend": STRIP_LEGEND,
        "totals": [_total_shown(total) for total in page.totals],
        "sight": sight_sentence(page.run.summary["line_of_sight"]),
        "change": change_sentence(page, frame.earlier.as_of) if frame.earlier else "",
        "crumbs": [(unit.name, unit_address(unit)) for unit in page.above],
        "uncovered_url": unit_address(page.unit, name="reports:uncovered"),
    }


def _total_shown(total: PriorityTotal) -> dict[str, Any]:
    return {
        "total": total,
        "coverage": percent(total.coverage),
        "by_headcount": percent(total.coverage_headcount),
        "change": total_change(total),
    }


@require_safe
@needs(Action.SEE_REPORTS)
def uncovered(request: PersonRequest) -> HttpResponse:
    """Units with people and no aligned objective, 25 a page."""
    frame = frame_of(request, ReportRun.Kind.COVERAGE)
    unit = _unit(request)
    if frame.run is None or unit is None:
        raise Http404
    try:
        units: Page[Any] = uncovered_units(frame.run, unit, page=request.GET.get("page"))
    except UnitNotCounted:
        raise Http404 from None
    context = {"frame": frame, "unit": unit, "units": units, "back_url": unit_address(unit)}
    return page_or_fragment(
        request,
        page="reports/uncovered.html",
        fragment="reports/_uncovered.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_REPORTS)
def gap(request: PersonRequest) -> HttpResponse:
    """One unit and one priority: start an objective here, or ask whoever leads."""
    unit = unit_coded(request.GET.get("unit", ""))
    priority = priority_in_force(request.GET.get("priority", ""))
    if unit is None or priority is None:
        raise Http404
    cycle = queries.current_cycle()
    page = gap_page(
        standing=request.standing,
        unit=unit,
        priority=priority,
        cycle=cycle,
        run=queries.newest_figures(kind=ReportRun.Kind.COVERAGE, cycle=cycle) if cycle else None,
    )
    query = f"?serves=priority:{quote(priority.ref, safe='')}&unit={quote(unit.code, safe='')}"
    context = {
        "page": page,
        "heading": gap_heading(page),
        "expected": expectation_words(page),
        "may_write": not unit.is_closed
        and request.standing.may(Action.WRITE_OBJECTIVE, unit_id=unit.id),
        "write_url": address("objectives:write") + query,
        "may_ask": not unit.is_closed and request.standing.may(Action.ASK_FOR_OBJECTIVE),
        "asked_names": listed(page.leads),
        "ask_text": f"Ask {listed(page.leads)} to start one",
        "ask_form": CreatingForm(),
        "below": [(it.name, gap_address(it, priority)) for it in page.gaps_below],
        "back_url": unit_address(unit),
    }
    return render(request, "reports/gap.html", context)
