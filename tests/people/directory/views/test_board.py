from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from people.addresses import address
from people.models import Board, BoardMembership, OrgUnit, Person
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import BoardMembershipFactory, OrganisationFactory, PersonFactory

BEGAN = {"started_on_0": "1", "started_on_1": "4", "started_on_2": "2026"}
BOTH = pytest.mark.parametrize("headers", [{}, HTMX])


@pytest.fixture
def ben(root: OrgUnit) -> Person:
    return PersonFactory.create(name="Ben Tate")


@pytest.fixture
def seat(root: OrgUnit) -> BoardMembership:
    return BoardMembershipFactory.create(person__name="Mara Lindqvist", seat="chair")


def form(person: Person, seat: str = "executive_director") -> dict[str, object]:
    key = str(uuid4())
    return BEGAN | {"idempotency_key": key, "person": person.pk, "seat": seat, "portfolio": "Nurse"}


def test_everybody_sees_the_board_and_its_warnings(
    signed_in: Client, seat: BoardMembership
) -> None:
    BoardMembershipFactory.create()

    response = signed_in.get(address("people:board"))

    assertContains(response, "Mara Lindqvist")
    assertContains(response, "0 of the 1 voting members, the chair aside, are independent")
    for words in ("Add a member", "End", "Change"):
        assertNotContains(response, words)


def test_an_empty_board_says_what_will_be_here(at_desk: Client, root: OrgUnit) -> None:
    response = at_desk.get(address("people:board"))

    assertContains(response, "Who sits on the board will be here")
    assertContains(response, f'href="{address("people:add_board_member")}"')


def test_the_person_is_searched_for_then_seated_once(at_desk: Client, ben: Person) -> None:
    add = address("people:add_board_member")
    assertContains(at_desk.get(add, {"q": "tate"}), f'href="{add}?person={ben.pk}"')
    sent = form(ben)

    answers = [at_desk.post(add, sent) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {address("people:board")}
    assert BoardMembership.objects.get(person=ben).portfolio == "Nurse"


@BOTH
def test_a_second_chair_is_refused_in_words(
    at_desk: Client, ben: Person, seat: BoardMembership, headers: dict[str, str]
) -> None:
    add = address("people:add_board_member")

    response = at_desk.post(add, form(ben, "chair"), headers=headers)

    assertContains(response, "Mara Lindqvist chairs the board", status_code=422)
    assert BoardMembership.objects.count() == 1


@BOTH
def test_a_bad_seat_comes_back_with_words_and_input(
    at_desk: Client, ben: Person, headers: dict[str, str]
) -> None:
    add = address("people:add_board_member")

    response = at_desk.post(add, form(ben, ""), headers=headers)

    assertContains(response, "Select the seat", status_code=422)
    assertContains(response, 'value="Nurse"', status_code=422)


def test_a_seat_is_changed(at_desk: Client, seat: BoardMembership) -> None:
    change = address("people:change_seat", seat.pk)

    at_desk.post(change, BEGAN | {"version": "1", "seat": "executive_director"})

    seat.refresh_from_db()
    assert (seat.seat, seat.edition) == ("executive_director", 2)


@BOTH
def test_a_stale_seat_shows_both_texts(
    at_desk: Client, seat: BoardMembership, headers: dict[str, str]
) -> None:
    change = address("people:change_seat", seat.pk)
    first = BEGAN | {"version": "1", "seat": "chair", "portfolio": "What she wrote"}
    at_desk.post(change, first)

    response = at_desk.post(change, first | {"portfolio": "What I wrote"}, headers=headers)

    for words in ("What she wrote", "What I wrote"):
        assertContains(response, words, status_code=409)


def test_a_seat_ends(at_desk: Client, seat: BoardMembership) -> None:
    last_day = {"ended_on_0": "3", "ended_on_1": "4", "ended_on_2": "2026"}

    response = at_desk.post(address("people:end_membership", seat.pk), last_day, follow=True)

    assertContains(response, "Mara Lindqvist has left the board.")
    assertContains(response, "Earlier members")


@BOTH
def test_a_last_day_before_the_first_is_refused(
    at_desk: Client, seat: BoardMembership, headers: dict[str, str]
) -> None:
    before = {"ended_on_0": "3", "ended_on_1": "3", "ended_on_2": "2026"}

    response = at_desk.post(address("people:end_membership", seat.pk), before, headers=headers)

    assertContains(response, "must not be before the first", status_code=422)


def test_the_board_is_named(at_desk: Client, root: OrgUnit) -> None:
    assertContains(at_desk.get(address("people:name_board")), 'value="The Board"')

    at_desk.post(address("people:name_board"), {"version": "1", "name": "Trust Board"})

    assertContains(at_desk.get(address("people:board")), "<h1>Trust Board</h1>", html=True)


@BOTH
def test_a_stale_name_shows_both(at_desk: Client, root: OrgUnit, headers: dict[str, str]) -> None:
    page = address("people:name_board")
    at_desk.post(page, {"version": "1", "name": "Hers"})

    response = at_desk.post(page, {"version": "1", "name": "Mine"}, headers=headers)

    for words in ("Hers", "Mine"):
        assertContains(response, words, status_code=409)
    assert Board.objects.get().name == "Hers"


@pytest.mark.parametrize("name", ["change_seat", "end_membership"])
def test_a_seat_in_another_organisation_is_not_there(at_desk: Client, name: str) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = BoardMembershipFactory.create()

    assert at_desk.get(address(f"people:{name}", theirs.pk)).status_code == 404


def test_a_person_of_another_organisation_gets_no_seat(at_desk: Client, root: OrgUnit) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = PersonFactory.create()

    response = at_desk.post(address("people:add_board_member"), form(theirs))

    assert response.status_code == 404
    assert not BoardMembership.objects.exists()


def test_members_change_nothing_about_the_board(
    signed_in: Client, seat: BoardMembership, person: Person
) -> None:
    pages = [
        address("people:name_board"),
        address("people:add_board_member"),
        address("people:change_seat", seat.pk),
        address("people:end_membership", seat.pk),
    ]

    assert {signed_in.post(page).status_code for page in pages} == {403}
