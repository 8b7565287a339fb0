from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from people.addresses import address
from people.models import Account, OrgUnit, Person, RoleGrant
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import (
    AccountFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)

BOTH = pytest.mark.parametrize("headers", [{}, HTMX])


@pytest.fixture
def ben(root: OrgUnit) -> Person:
    return PersonFactory.create(name="Ben Tate", account=AccountFactory.create())


def form(person: Person, role: str = "auditor", unit: object = "") -> dict[str, object]:
    key = str(uuid4())
    return {"idempotency_key": key, "person": person.pk, "role": role, "unit": unit}


def test_the_page_says_who_holds_what_and_who_held_it(at_desk: Client, ben: Person) -> None:
    RoleGrantFactory.create(person=ben, role="auditor")

    response = at_desk.get(address("people:roles"))

    for words in ("Organisation administrator", "Amina Okafor", "Auditor (reads only)", "Ben Tate"):
        assertContains(response, words)


def test_the_person_is_searched_for_and_the_rest_of_the_address_kept(
    at_desk: Client, ben: Person, root: OrgUnit
) -> None:
    grant = address("people:grant_role")

    start = f"{grant}?role=team_lead&unit={root.pk}"

    found = at_desk.get(f"{start}&q=tate")
    chosen = at_desk.get(f"{start}&person={ben.pk}")

    assertContains(found, f"role=team_lead&amp;unit={root.pk}&amp;person={ben.pk}")
    assertContains(chosen, 'value="team_lead" checked')
    assertContains(chosen, f'<option value="{root.pk}" selected')


def test_a_role_is_granted_once(at_desk: Client, ben: Person, admin: Person) -> None:
    sent = form(ben)

    answers = [at_desk.post(address("people:grant_role"), sent) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {address("people:roles")}
    assert RoleGrant.objects.get(person=ben).granted_by == admin


@BOTH
@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        ("", "Select the role"),
        ("board_member", "Select a role from the list"),
        ("team_lead", "Select the unit that they lead"),
    ],
)
def test_a_role_that_cannot_be_granted_says_why(
    at_desk: Client, ben: Person, role: str, sentence: str, headers: dict[str, str]
) -> None:
    response = at_desk.post(address("people:grant_role"), form(ben, role), headers=headers)

    assertContains(response, sentence, status_code=422)
    assert not RoleGrant.objects.filter(person=ben).exists()


def test_running_the_service_is_not_an_administrators_to_grant(
    at_desk: Client, ben: Person
) -> None:
    response = at_desk.post(address("people:grant_role"), form(ben, "operator"))

    assert response.status_code == 403
    assert not Account.objects.filter(is_operator=True).exists()


def test_a_person_or_unit_of_another_organisation_is_not_there(
    at_desk: Client, ben: Person
) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs, unit = PersonFactory.create(), OrgUnitFactory.create()

    to_theirs = at_desk.post(address("people:grant_role"), form(theirs))
    for_theirs = at_desk.post(address("people:grant_role"), form(ben, "team_lead", unit.pk))

    assert (to_theirs.status_code, for_theirs.status_code) == (404, 422)
    assert RoleGrant.objects.count() == 1


def test_a_lost_role_is_refused_on_the_very_next_request(at_desk: Client, ben: Person) -> None:
    held = RoleGrantFactory.create(person=ben, role="auditor")
    browser = Client()
    browser.force_login(Account.objects.get(persons=ben))
    assert browser.get(address("people:record")).status_code == 200

    at_desk.post(address("people:end_role", held.pk))

    for headers in ({}, HTMX):
        for name in ("record", "record_file"):
            assert browser.get(address(f"people:{name}"), headers=headers).status_code == 404


def test_the_last_administrator_is_told_why_the_role_stays(at_desk: Client, admin: Person) -> None:
    own = RoleGrant.objects.get(person=admin)

    at_desk.post(address("people:end_role", own.pk))
    response = at_desk.get(address("people:roles"))

    assertContains(response, "Amina Okafor is the last administrator who can sign in")


def test_an_administrator_who_ends_their_own_role_lands_where_they_may_be(
    at_desk: Client, admin: Person, ben: Person
) -> None:
    RoleGrantFactory.create(person=ben, role="org_admin")
    own = RoleGrant.objects.get(person=admin)

    response = at_desk.post(address("people:end_role", own.pk), follow=True)

    assert response.redirect_chain == [(address("people:organisation"), 302)]
    assert response.status_code == 200


@pytest.mark.parametrize("name", ["roles", "grant_role"])
def test_members_find_no_page_of_roles(signed_in: Client, name: str) -> None:
    assert signed_in.get(address(f"people:{name}")).status_code == 404


def test_members_end_no_role(signed_in: Client, ben: Person) -> None:
    held = RoleGrantFactory.create(person=ben)

    assert signed_in.post(address("people:end_role", held.pk)).status_code == 404
    assert RoleGrant.objects.current().filter(pk=held.pk).exists()


def test_a_role_in_another_organisation_is_not_there(at_desk: Client) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = RoleGrantFactory.create()

    assert at_desk.post(address("people:end_role", theirs.pk)).status_code == 404
