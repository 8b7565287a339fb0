from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from people.addresses import address
from people.models import Assignment, OrgUnit, Person
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import AssignmentFactory, OrganisationFactory, OrgUnitFactory, PersonFactory

DAY = {"day_0": "1", "day_1": "4", "day_2": "2026"}
BEGAN = {"started_on_0": "1", "started_on_1": "4", "started_on_2": "2026"}
BOTH = pytest.mark.parametrize("headers", [{}, HTMX])


@pytest.fixture
def ward(root: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Ward 7", code="W7")


@pytest.fixture
def clinic(root: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Clinic", code="C1")


@pytest.fixture
def ben(root: OrgUnit) -> Person:
    return PersonFactory.create(name="Ben Tate")


@pytest.fixture
def place(ben: Person, ward: OrgUnit) -> Assignment:
    return AssignmentFactory.create(person=ben, unit=ward, staff_group="Nursing")


@pytest.fixture
def foreign_unit(root: OrgUnit) -> OrgUnit:
    with acting_in(OrganisationFactory.create()):
        return OrgUnitFactory.create()


def new(unit: OrgUnit) -> dict[str, object]:
    return BEGAN | {"unit": unit.pk, "idempotency_key": str(uuid4()), "role_title": "Matron"}


def test_the_unit_is_searched_for_first(at_desk: Client, ben: Person, ward: OrgUnit) -> None:
    add = address("people:add_place", ben.pk)

    found = at_desk.get(add, {"q": "w7"})
    form = at_desk.get(add, {"unit": ward.pk})

    assertContains(found, f'href="{add}?unit={ward.pk}"')
    assertContains(form, "A place in Ward 7")


def test_a_search_answers_htmx_with_what_it_found(
    at_desk: Client, ben: Person, ward: OrgUnit
) -> None:
    response = at_desk.get(address("people:add_place", ben.pk), {"q": "none"}, headers=HTMX)

    assertContains(response, "No open unit has a name or code with “none”.")
    assert "<html" not in response.text


def test_a_place_is_added_once(at_desk: Client, ben: Person, ward: OrgUnit) -> None:
    form = new(ward)

    answers = [at_desk.post(address("people:add_place", ben.pk), form) for _ in range(2)]

    assert {a.headers["Location"] for a in answers} == {address("people:person", ben.pk)}
    assert Assignment.objects.get(person=ben).role_title == "Matron"


@BOTH
def test_a_bad_place_comes_back_with_words_and_input(
    at_desk: Client, ben: Person, ward: OrgUnit, headers: dict[str, str]
) -> None:
    bad = new(ward) | {"fte": "lots"}

    response = at_desk.post(address("people:add_place", ben.pk), bad, headers=headers)

    assertContains(response, "must be a number from 0 to 1.5", status_code=422)
    assertContains(response, 'value="lots"', status_code=422)


@BOTH
def test_a_second_place_in_a_unit_is_refused(
    at_desk: Client, place: Assignment, ward: OrgUnit, headers: dict[str, str]
) -> None:
    add = address("people:add_place", place.person_id)

    response = at_desk.post(add, new(ward), headers=headers)

    assertContains(response, "Ben Tate has a place in Ward 7 already", status_code=422)


def test_a_unit_of_another_organisation_is_not_there(
    at_desk: Client, ben: Person, place: Assignment, foreign_unit: OrgUnit
) -> None:
    added = at_desk.post(address("people:add_place", ben.pk), new(foreign_unit))
    moved = at_desk.post(
        address("people:move_place", place.pk), DAY | {"unit": foreign_unit.pk, "version": "1"}
    )

    assert (added.status_code, moved.status_code) == (404, 404)
    assert Assignment.objects.get() == place


def test_a_place_is_changed_and_keeps_a_staff_group_in_other_words(
    at_desk: Client, place: Assignment
) -> None:
    change = address("people:change_place", place.pk)
    assertContains(at_desk.get(change), "Nursing")

    at_desk.post(change, {"version": "1", "role_title": "Sister", "staff_group": "Nursing"})

    place.refresh_from_db()
    assert (place.role_title, place.staff_group, place.edition) == ("Sister", "Nursing", 2)


@BOTH
def test_a_stale_change_shows_both_texts(
    at_desk: Client, place: Assignment, headers: dict[str, str]
) -> None:
    change = address("people:change_place", place.pk)
    at_desk.post(change, {"version": "1", "role_title": "What she wrote"})

    response = at_desk.post(
        change, {"version": "1", "role_title": "What I wrote", "is_lead": "on"}, headers=headers
    )

    for words in ("What she wrote", "What I wrote", "saved this place"):
        assertContains(response, words, status_code=409)


def test_a_place_moves_to_the_unit_that_was_found(
    at_desk: Client, place: Assignment, clinic: OrgUnit
) -> None:
    move = address("people:move_place", place.pk)
    assertContains(at_desk.get(move, {"q": "clinic"}), f"unit={clinic.pk}")

    at_desk.post(move, DAY | {"unit": clinic.pk, "version": "1"})

    units = Assignment.objects.current().values_list("unit__name", flat=True)
    assert list(units) == ["Clinic"]


@BOTH
@pytest.mark.parametrize("name", ["move_place", "end_place"])
def test_a_stale_end_or_move_says_what_the_place_is_now(
    at_desk: Client, place: Assignment, clinic: OrgUnit, name: str, headers: dict[str, str]
) -> None:
    at_desk.post(address("people:change_place", place.pk), {"version": "1", "role_title": "New"})

    response = at_desk.post(
        address(f"people:{name}", place.pk),
        DAY | {"unit": clinic.pk, "version": "1"},
        headers=headers,
    )

    assertContains(response, "New, Ward 7", status_code=409)
    place.refresh_from_db()
    assert place.ended_on is None


def test_a_place_ends_and_the_next_main_one_is_named(
    at_desk: Client, ben: Person, place: Assignment, clinic: OrgUnit
) -> None:
    AssignmentFactory.create(person=ben, unit=clinic, is_primary=False)

    response = at_desk.post(
        address("people:end_place", place.pk), DAY | {"version": "1"}, follow=True
    )

    assertContains(response, "The place in Ward 7 has ended. Their main place is now Clinic.")


def test_an_ended_place_has_no_form(at_desk: Client, place: Assignment) -> None:
    at_desk.post(address("people:end_place", place.pk), DAY | {"version": "1"})

    for name in ("change_place", "move_place", "end_place"):
        assert at_desk.get(address(f"people:{name}", place.pk)).status_code == 404


@pytest.mark.parametrize("name", ["change_place", "move_place", "end_place"])
def test_members_change_no_place(signed_in: Client, place: Assignment, name: str) -> None:
    assert signed_in.post(address(f"people:{name}", place.pk)).status_code == 403


@pytest.mark.parametrize("name", ["change_place", "move_place", "end_place"])
def test_places_of_another_organisation_do_not_exist(at_desk: Client, name: str) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = AssignmentFactory.create()

    assert at_desk.get(address(f"people:{name}", theirs.pk)).status_code == 404
