"""How far we agree, and what stands on words that have since changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.forms import LinkAnswerForm
from objectives.queries import drift, standing
from objectives.queries.adopting import began_with_a_team
from objectives.queries.seen import current_cycle
from people.http import PersonRequest, needs
from people.policy import Action
from ui.http import page_or_fragment

A_PAGE = 10
LINES = 25


@require_safe
@needs(Action.SEE_OBJECTIVES)
def agreement(request: PersonRequest) -> HttpResponse:
    me, now, cycle = request.standing, timezone.now(), current_cycle()
    page = Paginator(drift.stale_links(me), A_PAGE).get_page(request.GET.get("page"))
    lines = drift.drift_lines(list(page.object_list), standing=me, now=now)
    context = {
        "cycle": cycle,
        "began_below": began_with_a_team(me, cycle=cycle),
        "how_far": standing.how_far(me, cycle=cycle),
        "concerns": _a_page(request, "concerns", standing.concerns(me, cycle=cycle)),
        "ahead": standing.goings_ahead(me, cycle=cycle),
        "stalled": _a_page(request, "stalled", standing.stalled(me, cycle=cycle, now=now)),
        "page": page,
        "lines": [(line, LinkAnswerForm(auto_id=False)) for line in lines],
        "by_unit": drift.debt_by_unit(me, now=now),
        "by_priority": drift.debt_by_priority(me, now=now),
    }
    return page_or_fragment(
        request,
        page="objectives/agreement.html",
        fragment="objectives/_drift.html",
        context=context,
    )


def _a_page(request: PersonRequest, name: str, lines: Sequence[Any]) -> Page[Any]:
    """Each list of the page turns its own pages."""
    return Paginator(lines, LINES).get_page(request.GET.get(name))
