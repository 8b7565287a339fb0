from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from people.addresses import address
from people.directory.forms import GrantForm
from people.directory.queries import persons as persons_queries
from people.directory.queries import roles as queries
from people.directory.services import roles as services
from people.directory.views.common import chosen, person_or_404, read_or_send
from people.finder import Finder, show_finder, words_of
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.models import Person
from people.policy import Action
from people.refusals import Refused
from people.structure.queries import open_units
from ui import notices

RUNS_THE_SERVICE = "operator"  # an account's, not an organisation's to give


@require_safe
@needs(Action.GRANT_ROLES)
def roles(request: PersonRequest) -> HttpResponse:
    context = {"roles": queries.roles_held(), "ended": queries.roles_ended()}
    return render(request, "people/directory/roles.html", context)


@read_or_send
@needs(Action.GRANT_ROLES)
@creates_once
def grant_role(request: PersonRequest) -> HttpResponse:
    """Search for the person, then choose the role."""
    if request.POST.get("role") == RUNS_THE_SERVICE:
        raise PermissionDenied
    person_id = chosen(request, "person")
    if person_id is None:
        return _find_person(request)
    person = person_or_404(request, person_id)
    begun = {name: request.GET.get(name, "") for name in ("role", "unit")} | {"person": person.pk}
    form = GrantForm(posted(request), initial=begun, units=queries.units_to_lead())
    if form.is_valid() and _granted(request, form, person):
        notices.success(request, f"{person} holds the role from now on.")
        return redirect(address("people:roles"))
    about = FormPage(
        heading="Grant a role",
        caption=person.name,
        button="Grant role",
        back_url=address("people:roles"),
        back_text="Roles",
    )
    return show_form(request, form, about)


@require_POST
@needs(Action.GRANT_ROLES)
def end_role(request: PersonRequest, grant_id: int) -> HttpResponse:
    grant = get_object_or_404(queries.grants(), pk=grant_id)
    try:
        services.end_role(grant=grant, ended_on=timezone.localdate())
    except Refused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, f"{grant.person} no longer holds the role.")
    if grant.person_id == request.person.pk:
        return redirect(address("people:organisation"))
    return redirect(address("people:roles"))


def _granted(request: PersonRequest, form: GrantForm, person: Person) -> bool:
    words = form.cleaned_data
    try:
        services.grant_role(
            person=person,
            role=words["role"],
            unit=open_units().filter(pk=words["unit"]).first(),
            granted_by=request.person,
            started_on=timezone.localdate(),
        )
    except Refused as refusal:
        say_refusal(form, refusal)
        return False
    return True


def _find_person(request: PersonRequest) -> HttpResponse:
    about = Finder(
        heading="Who gets the role?",
        label="Find the person by name, role title or unit",
        chosen="person",
        nothing="Nobody active is found by",
        back_url=address("people:roles"),
        back_text="Roles",
    )
    choices = persons_queries.person_choices(words_of(request), standing=request.standing)
    return show_finder(request, about, choices)
