from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from people.addresses import address
from people.models import Organisation, OrgUnit, Person
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    OrganisationFactory,
    PersonFactory,
)

FACTS = {"name": "Ben Tate", "kind": "employee", "email": "ben@example.org", "staff_id": "77"}
BOTH = pytest.mark.parametrize("headers", [{}, HTMX])


def new() -> dict[str, str]:
    return FACTS | {"idempotency_key": str(uuid4())}


@pytest.fixture
def ben(root: OrgUnit) -> Person:
    return PersonFactory.create(name="Ben Tate", email="ben@private.example", staff_id="B-77")


@pytest.fixture
def stranger(root: OrgUnit) -> Person:
    with acting_in(OrganisationFactory.create()):
        return PersonFactory.create(name="Theirs")


def test_everybody_sees_who_works_here_without_addresses(
    signed_in: Client, ben: Person, root: OrgUnit
) -> None:
    AssignmentFactory.create(person=ben, unit=root, role_title="Matron", pay_band="8a")

    for page in (address("people:people"), address("people:person", ben.pk)):
        response = signed_in.get(page)
        assertContains(response, "Ben Tate")
        assertContains(response, "Matron")
        for hidden in ("ben@private.example", "B-77", "8a", "Add a p", "Make inactive", "Invite"):
            assertNotContains(response, hidden)


def test_people_see_their_own_details(signed_in: Client, person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(email="amina@private.example")

    response = signed_in.get(address("people:person", person.pk))

    assertContains(response, "amina@private.example")


def test_administrators_see_details_and_what_they_may_do(at_desk: Client, ben: Person) -> None:
    response = at_desk.get(address("people:person", ben.pk))

    for words in ("ben@private.example", "B-77", "Invite to sign in", "Make inactive"):
        assertContains(response, words)


def test_the_list_answers_htmx_with_itself_alone(signed_in: Client, ben: Person) -> None:
    response = signed_in.get(address("people:people"), {"q": "tate"}, headers=HTMX)

    assertTemplateUsed(response, "people/directory/_people.html")
    assertContains(response, "Ben Tate")
    assert "<html" not in response.text


def test_a_search_that_finds_nobody_says_so(signed_in: Client, ben: Person) -> None:
    assertContains(signed_in.get(address("people:people"), {"q": "xyz"}), "Nobody is found by")


def test_a_page_number_beyond_the_last_shows_the_last(signed_in: Client, ben: Person) -> None:
    assertContains(signed_in.get(address("people:people"), {"page": "99"}), "Ben Tate")


def test_a_person_is_added_once(at_desk: Client, root: OrgUnit) -> None:
    form = new()

    answers = [at_desk.post(address("people:add_person"), form) for _ in range(2)]

    added = Person.objects.get(staff_id="77")
    assert {answer.headers["Location"] for answer in answers} == {
        address("people:person", added.pk)
    }


@BOTH
def test_a_bad_person_comes_back_with_words_and_input(
    at_desk: Client, headers: dict[str, str]
) -> None:
    bad = new() | {"email": "ben at home"}

    response = at_desk.post(address("people:add_person"), bad, headers=headers)

    assertContains(response, "in the correct format", status_code=422)
    assertContains(response, "ben at home", status_code=422)


@BOTH
def test_a_taken_staff_number_is_refused_at_its_field(
    at_desk: Client, ben: Person, headers: dict[str, str]
) -> None:
    taken = new() | {"staff_id": "B-77"}

    response = at_desk.post(address("people:add_person"), taken, headers=headers)

    assertContains(response, "Somebody else has the staff number B-77", status_code=422)
    assertContains(response, 'id="id_staff_id-error"', status_code=422)


@BOTH
def test_a_stale_edit_shows_both_texts(
    at_desk: Client, ben: Person, headers: dict[str, str]
) -> None:
    edit = address("people:edit_person", ben.pk)
    at_desk.post(edit, FACTS | {"version": "1", "name": "What she wrote"})

    mine = FACTS | {"version": "1", "name": "What I wrote"}
    response = at_desk.post(edit, mine, headers=headers)

    for words in ("saved this person while you were writing", "What she wrote", "What I wrote"):
        assertContains(response, words, status_code=409)
    assert Person.objects.get(pk=ben.pk).name == "What she wrote"


def test_a_person_is_made_inactive_and_active_again(at_desk: Client, ben: Person) -> None:
    page = address("people:make_inactive", ben.pk)
    assertContains(at_desk.get(page), "They lead nothing")

    done = at_desk.post(page, {"ends_all": "yes"}, follow=True)

    assertContains(done, "Ben Tate is no longer active.")
    assertContains(done, address("people:make_active", ben.pk))
    at_desk.post(address("people:make_active", ben.pk))
    assert Person.objects.get(pk=ben.pk).is_active


@BOTH
def test_making_inactive_asks_and_refuses_in_place(
    at_desk: Client, admin: Person, ben: Person, headers: dict[str, str]
) -> None:
    unsaid = at_desk.post(address("people:make_inactive", ben.pk), headers=headers)
    oneself = at_desk.post(
        address("people:make_inactive", admin.pk), {"ends_all": "no"}, headers=headers
    )

    assertContains(unsaid, "Select what happens to their places", status_code=422)
    assertContains(oneself, "You cannot make yourself inactive", status_code=422)


def test_somebody_inactive_is_out_at_their_very_next_request(
    at_desk: Client, root: OrgUnit, organisation: Organisation
) -> None:
    account, browser = AccountFactory.create(), Client()
    leaver = PersonFactory.create(account=account)
    browser.force_login(account)
    assert browser.get(address("people:people")).status_code == 200

    at_desk.post(address("people:make_inactive", leaver.pk), {"ends_all": "no"})

    assert browser.get(address("people:people")).status_code == 404


def test_the_organisations_page_leads_on(at_desk: Client, client: Client) -> None:
    response = at_desk.get(address("people:organisation"))

    for name in ("units", "people", "board", "roles", "record"):
        assertContains(response, f'href="{address(f"people:{name}")}"')


def test_members_find_no_way_to_what_is_not_theirs(signed_in: Client) -> None:
    response = signed_in.get(address("people:organisation"))

    for name in ("roles", "record"):
        assertNotContains(response, f'href="{address(f"people:{name}")}"')


@pytest.mark.parametrize("name", ["edit_person", "make_inactive", "add_place"])
def test_members_see_people_and_change_none(signed_in: Client, ben: Person, name: str) -> None:
    for method in (signed_in.get, signed_in.post):
        assert method(address(f"people:{name}", ben.pk)).status_code == 403


def test_members_add_nobody(signed_in: Client) -> None:
    assert signed_in.post(address("people:add_person"), new()).status_code == 403


@pytest.mark.parametrize("name", ["person", "edit_person", "make_inactive", "add_place"])
def test_people_of_another_organisation_do_not_exist(
    at_desk: Client, stranger: Person, name: str
) -> None:
    assert at_desk.get(address(f"people:{name}", stranger.pk)).status_code == 404


def test_fields_that_the_form_does_not_have_change_nothing(at_desk: Client, ben: Person) -> None:
    more = {"is_active": "", "edition": "9", "account": "1", "organisation": "2", "is_staff": "on"}

    at_desk.post(address("people:edit_person", ben.pk), FACTS | more | {"version": "1"})

    changed = Person.objects.get(pk=ben.pk)
    assert (changed.is_active, changed.edition, changed.account_id) == (True, 2, None)
    assert changed.organisation == ben.organisation


def test_signed_out_people_are_asked_to_sign_in(client: Client, person: Person) -> None:
    response = client.get(address("people:people"), headers=HTMX)

    assert response.status_code == 401
