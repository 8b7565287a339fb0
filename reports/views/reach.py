"""How one priority reaches teams."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from objectives.models import Cycle
from objectives.queries.cone.overview import OVERVIEW_LEGEND, overview
from people.addresses import address
from people.http import PersonRequest, needs
from people.policy import Action
from reports import queries
from reports.forms import ReachForm
from reports.pictures.reach import COLUMNS_ON_A_SCREEN, WIDTH, branches, reach_columns, reach_legend
from reports.queries.called import UnitName
from reports.queries.reach import ReachPage, reach_page
from reports.views.remembering import remembered
from reports.wording.reach import reach_finding


@require_safe
@needs(Action.SEE_REPORTS)
def reach(request: PersonRequest, ref: str) -> HttpResponse:
    """The priority on the left, its objectives level by level: as links in a picture and a list."""
    unit = request.GET.get("unit", "")
    other = request.GET.get("priority", ref)
    if other != ref:
        query = f"?unit={quote(unit, safe='')}" if unit else ""
        return redirect(f"{address('reports:reach', other)}{query}")
    cycle = queries.current_cycle()
    made = remembered(
        request,
        "reach",
        ref,
        unit,
        cycle and cycle.pk,
        make=lambda: _made(request, ref, unit, cycle=cycle),
    )
    return render(request, "reports/reach.html", made)


def _made(request: PersonRequest, ref: str, unit: str, *, cycle: Cycle | None) -> dict[str, Any]:
    """The picture, the list and their heading; at a large trust it is read of 15,000 links."""
    page = reach_page(ref, standing=request.standing, cycle=cycle, unit_code=unit)
    if page is None:
        raise Http404
    columns, here = reach_columns(page), address("reports:reach", ref)
    context = {
        "page": page,
        "finding": reach_finding(page),
        "form": ReachForm(
            priorities=page.priorities, units=_choices(page), priority=ref, unit=unit
        ),
        "overview": overview(
            page.everywhere, href=lambda code: f"{here}?unit={quote(code, safe='')}"
        ),
        "overview_legend": OVERVIEW_LEGEND,
        "columns": columns,
        "is_long": len(columns.headings) > COLUMNS_ON_A_SCREEN,
        "legend": reach_legend(columns),
        "branches": branches(columns),
        "here": here,
        "ref_in_url": quote(ref, safe=""),
    }
    return {
        "title": page.priority.title,
        "is_wide": columns.width > WIDTH,
        "main": render_to_string("reports/_reach.html", context, request),
    }


def _choices(page: ReachPage) -> list[UnitName]:
    """The divisions, and what is open where that is no division."""
    opened = page.opened
    if opened is None or opened in page.divisions:
        return page.divisions
    return [*page.divisions, opened]
