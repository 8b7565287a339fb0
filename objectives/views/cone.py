"""The map of one objective's cone: map, list and conversation at one address."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.queries.cone import Cone, cone_of
from objectives.queries.cone.overview import OVERVIEW_LEGEND, overview
from objectives.queries.cone.picture import (
    BOXES_AT_MOST,
    COLUMNS_THAT_FIT,
    branches,
    cone_columns,
    cone_in_words,
    cone_legend,
    talks,
)
from objectives.views.acting import objective_seen
from people.addresses import address
from people.http import PersonRequest, needs
from people.policy import Action

VIEWS = {"map": "Map", "list": "List", "conversation": "Conversation"}


@require_safe
@needs(Action.SEE_OBJECTIVES)
def cone(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    now = timezone.now()
    unit_code = request.GET.get("unit", "")[:60]
    shown = cone_of(found, standing=request.standing, now=now, unit_code=unit_code)
    view = request.GET.get("view", "map")
    view = view if view in VIEWS else "map"
    context = {
        "cone": shown,
        "now": now,
        "view": view,
        "views": VIEWS.items(),
        "in_words": cone_in_words(shown),
        "is_folded": len(shown.boxes) > BOXES_AT_MOST and view != "conversation",
        **_content(shown, view),
        **_overview(shown, view),
    }
    return render(request, "objectives/cone.html", context)


def _overview(shown: Cone, view: str) -> dict[str, Any]:
    """Above the whole map; one that is narrowed shows a part of it already."""
    if view != "map" or shown.opened is not None:
        return {}
    here = address("objectives:cone", shown.objective_id)
    strips = overview(
        Counter(box.unit_code for box in shown.objectives),
        href=lambda code: f"{here}?view=map&unit={quote(code, safe='')}",
    )
    return {"overview": strips, "overview_legend": OVERVIEW_LEGEND}


def _content(shown: Cone, view: str) -> dict[str, Any]:
    if view == "conversation":
        return {"talks": talks(shown)}
    columns = cone_columns(shown)
    return {
        "columns": columns,
        "legend": cone_legend(columns),
        "branches": branches(columns),
        "is_wide": len(columns.headings) > COLUMNS_THAT_FIT,
    }
