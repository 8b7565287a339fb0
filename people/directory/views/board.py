from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.addresses import address
from people.directory.forms import BoardNameForm, EndSeatForm, NewSeatForm, SeatForm
from people.directory.queries import board as queries
from people.directory.queries.persons import person_choices
from people.directory.services import board as services
from people.directory.views.common import chosen, person_or_404, read_or_send
from people.finder import Finder, show_finder, words_of
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.models import Board, BoardMembership
from people.policy import Action
from people.refusals import Refused, SavedMeanwhile
from people.stale import stale_save
from ui import notices
from ui.parts import StaleSave


@require_safe
@needs(Action.SEE_STRUCTURE)
def board(request: PersonRequest) -> HttpResponse:
    context = {
        "page": queries.board_page(today=timezone.localdate()),
        "may_manage": request.standing.may(Action.MANAGE_STRUCTURE),
    }
    return render(request, "people/directory/board.html", context)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def name_board(request: PersonRequest) -> HttpResponse:
    found, stale = queries.board(), None
    begun = {"name": found.name, "version": found.edition}
    form = BoardNameForm(posted(request), initial=begun)
    if form.is_valid():
        words = form.cleaned_data
        try:
            services.name_board(edition=words["version"], name=words["name"])
        except SavedMeanwhile:
            now = queries.board()
            stale = _stale(form, now, {"name": now.name}, "people:name_board")
        else:
            return _back(request, "Saved.")
    return show_form(request, form, _about("Name the board"), stale=stale)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
@creates_once
def add_board_member(request: PersonRequest) -> HttpResponse:
    """Search for the person, then say which seat is theirs."""
    person_id, today = chosen(request, "person"), timezone.localdate()
    if person_id is None:
        return _find_person(request)
    person = person_or_404(request, person_id)
    begun = {"person": person.pk, "started_on": today}
    form = NewSeatForm(posted(request), initial=begun, today=today)
    if form.is_valid():
        try:
            services.add_member(person=person, facts=form.facts())
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            return _back(request, f"{person} has a seat on the board.")
    about = _about("A seat on the board", caption=person.name, button="Add to the board")
    return show_form(request, form, about)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def change_seat(request: PersonRequest, membership_id: int) -> HttpResponse:
    found, stale = _membership(membership_id), None
    form = SeatForm(posted(request), initial=_begun(found), today=timezone.localdate())
    if form.is_valid():
        edition = form.cleaned_data["version"]
        try:
            services.change_seat(membership=found, edition=edition, facts=form.facts())
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            now = _membership(membership_id)
            stale = _stale(form, now, _begun(now), "people:change_seat", now.pk)
        else:
            return _back(request, "Saved.")
    about = _about("Change this seat", caption=found.person.name)
    return show_form(request, form, about, stale=stale)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def end_membership(request: PersonRequest, membership_id: int) -> HttpResponse:
    found, today = _membership(membership_id), timezone.localdate()
    form = EndSeatForm(posted(request), initial={"ended_on": today}, today=today)
    if form.is_valid():
        try:
            services.end_membership(membership=found, **form.cleaned_data)
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            return _back(request, f"{found.person} has left the board.")
    about = _about("End this seat", caption=found.person.name, button="End seat")
    return show_form(request, form, about)


def _membership(membership_id: int) -> BoardMembership:
    return get_object_or_404(queries.memberships(), pk=membership_id)


def _begun(membership: BoardMembership) -> dict[str, Any]:
    names = services.SeatFacts.__dataclass_fields__
    return {name: getattr(membership, name) for name in names} | {"version": membership.edition}


def _stale(
    form: BoardNameForm | SeatForm,
    row: Board | BoardMembership,
    theirs: dict[str, Any],
    *again: Any,
) -> StaleSave:
    return stale_save(
        form,
        row=row,
        theirs=theirs,
        edition=row.edition,
        what="this",
        start_again_url=address(*again),
    )


def _find_person(request: PersonRequest) -> HttpResponse:
    about = Finder(
        heading="Who joins the board?",
        label="Find the person by name, role title or unit",
        lead="Someone who is not listed yet is added to the people first.",
        chosen="person",
        nothing="Nobody active is found by",
        back_url=address("people:board"),
        back_text="The board",
    )
    choices = person_choices(words_of(request), standing=request.standing)
    return show_finder(request, about, choices)


def _about(heading: str, *, caption: str = "", button: str = "Save") -> FormPage:
    return FormPage(
        heading=heading,
        caption=caption,
        button=button,
        back_url=address("people:board"),
        back_text="The board",
    )


def _back(request: PersonRequest, sentence: str) -> HttpResponse:
    notices.success(request, sentence)
    return redirect(address("people:board"))
