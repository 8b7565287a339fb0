from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.http import PersonRequest, needs
from people.intake.queries import exports_for
from people.policy import Action


@require_safe
@needs(Action.SEE_STRUCTURE)
def organisation(request: PersonRequest) -> HttpResponse:
    """Where everything about the organisation itself is found."""
    may = request.standing.may
    context = {
        "organisation": request.organisation,
        "may_manage": may(Action.MANAGE_STRUCTURE),
        "may_grant": may(Action.GRANT_ROLES),
        "may_import": may(Action.IMPORT),
        "may_export": bool(exports_for(request.standing)),
        "may_see_record": may(Action.SEE_RECORD),
    }
    return render(request, "people/directory/organisation.html", context)
