from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from people.accounts.forms import InviteForm
from people.accounts.queries import sign_in_of
from people.addresses import address
from people.directory.forms import InactiveForm, NewPersonForm, PersonForm
from people.directory.queries import persons as queries
from people.directory.services import persons as services
from people.directory.views.common import back_to_person, person_or_404, read_or_send
from people.finder import words_of
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.models import Person
from people.policy import Action
from people.refusals import Refused, SavedMeanwhile
from people.stale import stale_save
from ui import notices
from ui.http import page_or_fragment
from ui.parts import StaleSave


@require_safe
@needs(Action.SEE_STRUCTURE)
def people(request: PersonRequest) -> HttpResponse:
    words, with_inactive = words_of(request), "inactive" in request.GET
    found = queries.directory(
        standing=request.standing,
        words=words,
        sort=request.GET.get("sort", "name"),
        with_inactive=with_inactive,
    )
    context = {
        "people": found.get_page(request.GET.get("page")),
        "words": words,
        "with_inactive": with_inactive,
        "may_manage": request.standing.may(Action.MANAGE_PEOPLE),
    }
    return page_or_fragment(
        request,
        page="people/directory/people.html",
        fragment="people/directory/_people.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_STRUCTURE)
def person(request: PersonRequest, person_id: int) -> HttpResponse:
    found = person_or_404(request, person_id)
    may_manage = request.standing.may(Action.MANAGE_PEOPLE)
    context = {
        "page": queries.person_page(found, standing=request.standing),
        "person": found,
        "may_manage": may_manage,
        "may_grant": request.standing.may(Action.GRANT_ROLES),
        "may_see_record": request.standing.may(Action.SEE_RECORD),
    }
    if may_manage:
        context |= {
            "sign_in": sign_in_of(found, now=timezone.now()),
            "invite_form": InviteForm(),
        }
    return render(request, "people/directory/person.html", context)


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
@creates_once
def add_person(request: PersonRequest) -> HttpResponse:
    form = NewPersonForm(posted(request))
    if form.is_valid():
        try:
            added = services.add_person(facts=form.facts(), now=timezone.now())
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            return back_to_person(request, added.pk, f"{added} added. Give them a place next.")
    about = FormPage(
        heading="Add a person",
        button="Add person",
        back_url=address("people:people"),
        back_text="People",
    )
    return show_form(request, form, about)


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
def edit_person(request: PersonRequest, person_id: int) -> HttpResponse:
    found, stale = person_or_404(request, person_id), None
    form = PersonForm(posted(request), initial=_begun(found))
    if form.is_valid():
        edition = form.cleaned_data["version"]
        try:
            services.edit_person(person=found, edition=edition, facts=form.facts())
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            stale = _stale(request, form, person_id)
        else:
            return back_to_person(request, person_id, "Saved.")
    return show_form(request, form, _about(found, heading="Change this person"), stale=stale)


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
def make_inactive(request: PersonRequest, person_id: int) -> HttpResponse:
    """Says what the person leads and holds before anything ends."""
    found = person_or_404(request, person_id)
    form = InactiveForm(posted(request))
    if form.is_valid():
        try:
            services.make_inactive(
                person=found,
                by=request.person,
                ends_all=form.cleaned_data["ends_all"],
                now=timezone.now(),
            )
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            undo_url = address("people:make_active", person_id)
            return back_to_person(
                request, person_id, f"{found} is no longer active.", undo_url=undo_url
            )
    about = FormPage(
        heading=f"Make {found} inactive?",
        button="Make inactive",
        back_url=address("people:person", person_id),
        back_text=found.name,
        page="people/directory/make_inactive.html",
        more={"person": found, "holds": queries.what_they_hold(found)},
    )
    return show_form(request, form, about)


@require_POST
@needs(Action.MANAGE_PEOPLE, seen=True)
def make_active(request: PersonRequest, person_id: int) -> HttpResponse:
    found = services.make_active(person=person_or_404(request, person_id), now=timezone.now())
    notices.success(request, f"{found} is active again. What ended stays ended.")
    return redirect(address("people:person", person_id))


def _begun(person: Person) -> dict[str, Any]:
    facts = {name: getattr(person, name) for name in services.PersonFacts.__dataclass_fields__}
    return facts | {"version": person.edition}


def _stale(request: PersonRequest, form: PersonForm, person_id: int) -> StaleSave:
    now = person_or_404(request, person_id)
    return stale_save(
        form,
        row=now,
        theirs=_begun(now),
        edition=now.edition,
        what="this person",
        start_again_url=address("people:edit_person", person_id),
    )


def _about(person: Person, *, heading: str, button: str = "Save") -> FormPage:
    return FormPage(
        heading=heading,
        caption=person.name,
        button=button,
        back_url=address("people:person", person.pk),
        back_text=person.name,
    )
