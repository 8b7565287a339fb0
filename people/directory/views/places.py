from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from people.addresses import address
from people.directory.forms import EndPlaceForm, MovePlaceForm, NewPlaceForm, PlaceForm
from people.directory.queries import persons as queries
from people.directory.services import places as services
from people.directory.views.common import back_to_person, chosen, person_or_404, read_or_send
from people.finder import Finder, show_finder, words_of
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.models import Assignment, OrgUnit, Person
from people.policy import Action
from people.refusals import Refused, SavedMeanwhile
from people.stale import stale_save
from people.structure.queries import open_units, unit_choices
from ui.forms import EditingForm
from ui.parts import StaleSave, StaleText


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
@creates_once
def add_place(request: PersonRequest, person_id: int) -> HttpResponse:
    """Search for the unit, then say what the person does there."""
    person, unit_id = person_or_404(request, person_id), chosen(request, "unit")
    if unit_id is None:
        return _find_unit(request, person, heading="Which unit do they work in?")
    unit = get_object_or_404(open_units(), pk=unit_id)
    today = timezone.localdate()
    begun = {"unit": unit.pk, "started_on": today}
    form = NewPlaceForm(posted(request), initial=begun, today=today)
    if form.is_valid():
        try:
            services.add_place(
                person=person,
                unit=unit,
                facts=form.facts(),
                started_on=form.cleaned_data["started_on"],
                now=timezone.now(),
            )
        except Refused as refusal:
            say_refusal(form, refusal)
        else:
            return back_to_person(request, person_id, f"{person} has a place in {unit}.")
    return show_form(request, form, _about(person, f"A place in {unit}", button="Add place"))


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
def change_place(request: PersonRequest, place_id: int) -> HttpResponse:
    place, stale = _place(place_id), None
    form = PlaceForm(posted(request), initial=_begun(place))
    form.keep_staff_group(place.staff_group)
    if form.is_valid():
        edition = form.cleaned_data["version"]
        try:
            services.change_place(
                place=place, edition=edition, facts=form.facts(), now=timezone.now()
            )
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            stale = _stale(form, _place(place_id))
        else:
            return back_to_person(request, place.person_id, "Saved.")
    about = _about(place.person, f"Change the place in {place.unit}")
    return show_form(request, form, about, stale=stale)


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
def move_place(request: PersonRequest, place_id: int) -> HttpResponse:
    """Search for the other unit, then say from which day."""
    place, unit_id, stale = _place(place_id), chosen(request, "unit"), None
    if unit_id is None:
        return _find_unit(request, place.person, heading="Which unit do they move to?")
    unit, today = get_object_or_404(open_units(), pk=unit_id), timezone.localdate()
    begun = {"version": place.edition, "unit": unit.pk, "day": today}
    form = MovePlaceForm(posted(request), initial=begun, today=today)
    if form.is_valid():
        words = form.cleaned_data
        try:
            services.move_place(
                place=place,
                edition=words["version"],
                unit=unit,
                moved_on=words["day"],
                now=timezone.now(),
            )
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            stale = _stale_day(form, place, unit)
        else:
            return back_to_person(request, place.person_id, f"{place.person} moved to {unit}.")
    about = _about(place.person, f"Move from {place.unit} to {unit}", button="Move")
    return show_form(request, form, about, stale=stale)


@read_or_send
@needs(Action.MANAGE_PEOPLE, seen=True)
def end_place(request: PersonRequest, place_id: int) -> HttpResponse:
    place, today, stale = _place(place_id), timezone.localdate(), None
    begun = {"version": place.edition, "day": today}
    form = EndPlaceForm(posted(request), initial=begun, today=today)
    if form.is_valid():
        words = form.cleaned_data
        try:
            main = services.end_place(
                place=place, edition=words["version"], ended_on=words["day"], now=timezone.now()
            )
        except Refused as refusal:
            say_refusal(form, refusal)
        except SavedMeanwhile:
            stale = _stale_day(form, place, None)
        else:
            return back_to_person(request, place.person_id, _ended(place, main))
    about = _about(place.person, f"End the place in {place.unit}", button="End place")
    return show_form(request, form, about, stale=stale)


def _ended(place: Assignment, main: Assignment | None) -> str:
    more = f" Their main place is now {main.unit}." if main else ""
    return f"The place in {place.unit} has ended.{more}"


def _place(place_id: int) -> Assignment:
    return get_object_or_404(queries.places_of_active(), pk=place_id)


def _begun(place: Assignment) -> dict[str, Any]:
    facts = {name: getattr(place, name) for name in services.PlaceFacts.__dataclass_fields__}
    return facts | {"version": place.edition}


def _stale(form: PlaceForm, now: Assignment) -> StaleSave:
    return stale_save(
        form,
        row=now,
        theirs=_begun(now),
        edition=now.edition,
        what="this place",
        start_again_url=address("people:change_place", now.pk),
    )


def _stale_day(form: EditingForm, place: Assignment, unit: OrgUnit | None) -> StaleSave:
    """What the place looks like now, where only its last day was being written."""
    now = _place(place.pk)
    theirs = ", ".join(part for part in (now.role_title, now.unit.name) if part)
    yours = f"Moves to {unit.name}" if unit else "Ends"
    return stale_save(
        form,
        row=now,
        theirs={},
        edition=now.edition,
        what="this place",
        start_again_url=address("people:person", now.person_id),
        texts=[StaleText(label="This place", yours=yours, theirs=theirs)],
    )


def _find_unit(request: PersonRequest, person: Person, *, heading: str) -> HttpResponse:
    about = Finder(
        heading=heading,
        caption=person.name,
        label="Find the unit by name or code",
        chosen="unit",
        nothing="No open unit has a name or code with",
        back_url=address("people:person", person.pk),
        back_text=person.name,
    )
    return show_finder(request, about, unit_choices(words_of(request)))


def _about(person: Person, heading: str, *, button: str = "Save") -> FormPage:
    return FormPage(
        heading=heading,
        caption=person.name,
        button=button,
        back_url=address("people:person", person.pk),
        back_text=person.name,
    )
