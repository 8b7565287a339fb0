"""From above and from below: the page of whoever leads in the middle."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.queries.between import between as between_of
from objectives.queries.seen import current_cycle
from objectives.queries.teams import units_seen
from objectives.views.acting import only_if
from people.http import PersonRequest, needs
from people.policy import Action


@require_safe
@needs(Action.SEE_OBJECTIVES)
def between(request: PersonRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(units_seen(), pk=unit_id)
    only_if(request.standing.may(Action.ANSWER_FOR_OWNER, unit_id=unit.pk))
    page = between_of(unit, standing=request.standing, cycle=current_cycle())
    return render(request, "objectives/between.html", {"page": page, "now": timezone.now()})
