from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.addresses import address
from people.http import PersonRequest, needs
from people.policy import Action
from strategy import queries
from strategy.views.common import draft_of


@require_safe
def strategy(request: PersonRequest) -> HttpResponse:
    in_force = queries.version_in_force()
    context = {
        "page": queries.strategy_page(in_force) if in_force else None,
        "draft": queries.draft_visible_to(request.standing),
        "versions": queries.version_lines(),
        "coverage_url": address("reports:coverage"),
        "may_edit": request.standing.may(Action.EDIT_STRATEGY),
    }
    return render(request, "strategy/strategy.html", context)


@require_safe
def version(request: PersonRequest, number: int) -> HttpResponse:
    found = queries.version_visible_to(request.standing, number=number)
    if found is None:
        raise Http404
    return render(request, "strategy/version.html", {"page": queries.strategy_page(found)})


@require_safe
@needs(Action.SEE_STRATEGY_DRAFT)
def draft(request: PersonRequest) -> HttpResponse:
    context = {
        "page": queries.strategy_page(draft_of(request)),
        "may_edit": request.standing.may(Action.EDIT_STRATEGY),
        "may_record": request.standing.may(Action.RECORD_DECISION),
    }
    return render(request, "strategy/draft.html", context)
