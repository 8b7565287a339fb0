"""A leader in the middle brings together what is expected and what is offered."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.queries import matching
from objectives.queries.seen import current_cycle
from objectives.queries.teams import units_seen
from objectives.views.acting import only_if
from people.finder import as_number
from people.http import PersonRequest, needs
from people.models import OrgUnit
from people.policy import Action


@require_safe
@needs(Action.SEE_OBJECTIVES)
def match(request: PersonRequest, unit_id: int) -> HttpResponse:
    """One begins with what is expected (`to`) or with what is offered (`offer`)."""
    unit = get_object_or_404(units_seen(), pk=unit_id)
    only_if(request.standing.may(Action.ANSWER_FOR_OWNER, unit_id=unit.pk))
    found = _matching(request, unit)
    if found is None:
        raise Http404
    context = {"page": found, "unit": unit, "is_expected": "to" in request.GET}
    return render(request, "objectives/match.html", context | {"now": timezone.now()})


def _matching(request: PersonRequest, unit: OrgUnit) -> matching.Matching | None:
    standing, cycle = request.standing, current_cycle()
    if "to" in request.GET:
        value = request.GET["to"][:80]
        return matching.offers_for(value, unit=unit, standing=standing, cycle=cycle)
    number = as_number(request.GET.get("offer", ""))
    offer = matching.offer_below(number, unit=unit, standing=standing, cycle=cycle)
    if offer is None:
        return None
    return matching.expected_for(offer, unit=unit, standing=standing, cycle=cycle)
