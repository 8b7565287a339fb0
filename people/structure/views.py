from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.addresses import address
from people.finder import Finder, as_number, show_finder, words_of
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.models import OrgUnit
from people.policy import Action
from people.refusals import Refused, SavedMeanwhile
from people.stale import stale_save
from people.structure import queries, services
from people.structure.forms import CloseForm, MoveForm, NewUnitForm, UnitForm
from people.structure.history import history_of
from people.structure.keeping_open import what_keeps_open
from ui import notices
from ui.http import page_or_fragment
from ui.parts import StaleSave, StaleText

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@needs(Action.SEE_STRUCTURE)
def units(request: PersonRequest) -> HttpResponse:
    """The tree, or the units that a search finds."""
    words = request.GET.get("q", "").strip()[:200]
    with_closed = "closed" in request.GET
    found = queries.find_units(words, with_closed=with_closed) if words else []
    context = {
        "words": words,
        "with_closed": with_closed,
        "all_open": "open" in request.GET,
        "found": queries.a_page(found, request.GET.get("page")),
        "tree": [] if words else queries.tree(with_closed=with_closed),
        "root": queries.root_unit(),
        "may_manage": request.standing.may(Action.MANAGE_STRUCTURE),
        "may_export": request.standing.may(Action.EXPORT),
    }
    return page_or_fragment(
        request,
        page="people/structure/units.html",
        fragment="people/structure/_units.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_STRUCTURE)
def unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    found = _unit(unit_id)
    page = queries.unit_page(found)
    context = {
        "page": page,
        "unit": found,
        "people": queries.people_here(found).get_page(request.GET.get("page")),
        "history": history_of(found, names=page.names),
        "may_manage": request.standing.may(Action.MANAGE_STRUCTURE),
        "may_grant": request.standing.may(Action.GRANT_ROLES),
        "may_see_record": request.standing.may(Action.SEE_RECORD),
    }
    return render(request, "people/structure/unit.html", context)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
@creates_once
def add_unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    """A new unit below this one."""
    parent = _unit(unit_id)
    form = NewUnitForm(posted(request))
    if form.is_valid():
        try:
            added = services.add_unit(
                parent=parent,
                facts=form.facts(),
                opened_on=timezone.localdate(),
                now=timezone.now(),
            )
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            return _done(request, added, f"{added} added to {parent}.")
    about = _about(parent, heading="Add a unit", button="Add unit", caption=f"Within {parent}")
    return show_form(request, form, about)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def edit_unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    found, stale = _unit(unit_id), None
    is_root = found.parent_id is None
    form = UnitForm(posted(request), initial=_begun(found), is_root=is_root)
    if form.is_valid():
        edition = form.cleaned_data["version"]
        try:
            services.edit_unit(unit=found, edition=edition, facts=form.facts(), now=timezone.now())
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            stale = _stale(form, unit_id)
        else:
            return _done(request, found, "Saved.")
    return show_form(request, form, _about(found, heading="Change this unit"), stale=stale)


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def move_unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    """Search for the unit to move to, then move: all below comes along."""
    found, stale = _unit(unit_id), None
    to = request.POST.get("parent") or request.GET.get("to", "")
    if not to:
        return _find_parent(request, found)
    parent = get_object_or_404(queries.open_units(), pk=as_number(to))
    begun = {"version": found.edition, "parent": parent.pk}
    form = MoveForm(posted(request), initial=begun)
    if form.is_valid():
        edition = form.cleaned_data["version"]
        try:
            services.move_unit(unit=found, edition=edition, parent=parent, now=timezone.now())
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            stale = _stale_move(form, unit_id, parent)
        else:
            return _done(request, found, f"{found} moved to {parent}.")
    return show_form(request, form, _about_move(found, parent), stale=stale)


def _find_parent(request: PersonRequest, unit: OrgUnit) -> HttpResponse:
    about = Finder(
        heading="Which unit does it move to?",
        caption=unit.name,
        lead=f"It is in {unit.parent or 'no other unit'} now. All within it moves too.",
        label="Find the unit by name or code",
        chosen="to",
        nothing="Nothing that it could move to has a name or code with",
        back_url=address("people:unit", unit.pk),
        back_text=unit.name,
    )
    return show_finder(request, about, queries.possible_parents(unit, words=words_of(request)))


@read_or_send
@needs(Action.MANAGE_STRUCTURE, seen=True)
def close_unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    found, form = _unit(unit_id), CloseForm(posted(request))
    if form.is_valid():
        try:
            services.close_unit(unit=found, closed_on=timezone.localdate(), now=timezone.now())
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            undo_url = address("people:reopen_unit", unit_id)
            return _done(
                request, found, f"{found} is closed. Its history stays.", undo_url=undo_url
            )
    about = FormPage(
        heading=f"Close {found}?",
        button="Close this unit",
        back_url=address("people:unit", unit_id),
        back_text=found.name,
        page="people/structure/close.html",
        fragment="people/structure/_close.html",
        more={"unit": found, "in_the_way": what_keeps_open(found)},
    )
    return show_form(request, form, about)


@require_POST
@needs(Action.MANAGE_STRUCTURE, seen=True)
def reopen_unit(request: PersonRequest, unit_id: int) -> HttpResponse:
    found = _unit(unit_id)
    try:
        services.reopen_unit(unit=found, now=timezone.now())
    except Refused as refusal:
        notices.notice(request, str(refusal))
        return redirect(address("people:unit", unit_id))
    return _done(request, found, f"{found} is open again.")


def _unit(unit_id: int) -> OrgUnit:
    return get_object_or_404(queries.units(), pk=unit_id)


def _begun(unit: OrgUnit) -> dict[str, Any]:
    """What a form starts from: the unit as it is now, and its edition."""
    facts = {name: getattr(unit, name) for name in services.UnitFacts.__dataclass_fields__}
    return facts | {"version": unit.edition}


def _stale(form: UnitForm, unit_id: int) -> StaleSave:
    now = _unit(unit_id)
    return stale_save(
        form,
        row=now,
        theirs=_begun(now),
        edition=now.edition,
        what="this unit",
        start_again_url=address("people:edit_unit", unit_id),
    )


def _stale_move(form: MoveForm, unit_id: int, parent: OrgUnit) -> StaleSave:
    now = _unit(unit_id)
    return stale_save(
        form,
        row=now,
        theirs={},
        edition=now.edition,
        what="this unit",
        start_again_url=address("people:unit", unit_id),
        texts=[StaleText(label="It is in", yours=str(parent), theirs=str(now.parent or ""))],
    )


def _about(
    unit: OrgUnit, *, heading: str, button: str = "Save", caption: str = "", lead: str = ""
) -> FormPage:
    return FormPage(
        heading=heading,
        caption=caption or unit.name,
        lead=lead,
        button=button,
        back_url=address("people:unit", unit.pk),
        back_text=unit.name,
    )


def _about_move(unit: OrgUnit, parent: OrgUnit) -> FormPage:
    lead = f"From {unit.parent or 'the top'} to {parent}. All within it moves too; history stays."
    return _about(unit, heading=f"Move to {parent}", button="Move unit", lead=lead)


def _done(
    request: PersonRequest, unit: OrgUnit, sentence: str, *, undo_url: str = ""
) -> HttpResponse:
    notices.success(request, sentence, undo_url=undo_url)
    return redirect(address("people:unit", unit.pk))
