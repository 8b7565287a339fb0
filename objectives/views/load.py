"""How much teams and people carry, for those who lead them; and the organisation's limits."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.figures.load import RULE
from objectives.forms.load import LimitsForm
from objectives.queries import load as load_queries
from objectives.queries.teams import units_seen
from objectives.services import limiting
from objectives.views.acting import only_if, read_or_send
from people.addresses import address
from people.form_pages import FormPage, posted, show_form
from people.http import PersonRequest, needs
from people.policy import Action
from people.stale import stale_save
from ui import notices

KINDS = (
    "team_objectives",
    "team_promises",
    "person_objectives",
    "person_check_ins",
    "person_roles",
)


@require_safe
@needs(Action.SEE_LOAD)
def load(request: PersonRequest) -> HttpResponse:
    """Where this person begins."""
    unit = load_queries.first_unit(request.standing)
    if unit is None:
        raise Http404
    return redirect(address("objectives:load_of", unit.pk))


@require_safe
@needs(Action.SEE_LOAD, seen=True)
def load_of(request: PersonRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(units_seen(), pk=unit_id)
    only_if(load_queries.may_see(request.standing, unit_id=unit.pk))
    page = load_queries.load_page(unit, standing=request.standing, now=timezone.now())
    context = {
        "page": page,
        "rule": RULE,
        "may_limit": request.standing.may(Action.MANAGE_STRUCTURE),
    }
    return render(request, "objectives/load.html", context)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def limits(request: PersonRequest) -> HttpResponse:
    """The organisation's own limits; who came second sees both."""
    form, stale = LimitsForm(posted(request), initial=_begun()), None
    if form.is_valid():
        try:
            limiting.set_limits(
                limits=form.limits(),
                edition=form.cleaned_data["version"],
                standing=request.standing,
            )
        except services.WordsChanged:
            row = load_queries.limits_row()
            if row is None:
                raise
            stale = stale_save(
                form,
                row=row,
                theirs=_begun(),
                edition=row.edition,
                what="the limits",
                start_again_url=address("objectives:limits"),
            )
        else:
            notices.success(request, "Saved. The limits count from now on.")
            return redirect(address("objectives:limits"))
    about = FormPage(
        heading="How much is too much?",
        lead="What do you think one team, or one person, can carry well at once? People are told "
        "calmly before they add more than that. Nobody is stopped, and nobody is ranked.",
        back_url=address("people:organisation"),
        back_text="Organisation",
    )
    return show_form(request, form, about, stale=stale)


def _begun() -> dict[str, Any]:
    found, row = load_queries.limits_in_force(), load_queries.limits_row()
    return {kind: getattr(found, kind) for kind in KINDS} | {"version": row.edition if row else 0}
