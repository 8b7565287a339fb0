from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertRedirects

from people.accounts.demo import ROLES
from people.accounts.queries import demonstration_account
from people.models import Organisation, OrgUnit, Person
from people.tenancy import acting_in
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    BoardMembershipFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.DEMO = True


def _someone(email: str) -> Person:
    return PersonFactory.create(account=AccountFactory.create(email=email))


@pytest.fixture
def northvale() -> Organisation:
    """A demonstration with somebody for each role, and people who are there to mislead."""
    organisation = OrganisationFactory.create(
        name="Northvale", slug="northvale", is_demonstration=True
    )
    with acting_in(organisation):
        directorate = OrgUnitFactory.create()
        team = OrgUnitFactory.create(parent=directorate)
        chair = _someone("chair@northvale.example")
        AssignmentFactory.create(person=chair, unit=team, is_lead=True)
        BoardMembershipFactory.create(person=chair, seat="chair")
        PersonFactory.create()
        for role in ("board_secretary", "od_staff", "org_admin", "auditor"):
            RoleGrantFactory.create(person=_someone(f"{role}@northvale.example"), role=role)
        BoardMembershipFactory.create(person=_someone("director@northvale.example"))
        head = _someone("head@northvale.example")
        AssignmentFactory.create(person=head, unit=directorate, is_lead=True)
        lead = _someone("lead@northvale.example")
        AssignmentFactory.create(person=lead, unit=team, is_lead=True)
        AssignmentFactory.create(person=_someone("nurse@northvale.example"), unit=team)
    with acting_in(OrganisationFactory.create(slug="real")):
        RoleGrantFactory.create(person=_someone("admin@real.example"), role="org_admin")
    return organisation


WHO = {
    "chair": "chair@northvale.example",
    "board_member": "director@northvale.example",
    "board_secretary": "board_secretary@northvale.example",
    "od_staff": "od_staff@northvale.example",
    "directorate_lead": "head@northvale.example",
    "team_lead": "lead@northvale.example",
    "member": "nurse@northvale.example",
    "org_admin": "org_admin@northvale.example",
    "auditor": "auditor@northvale.example",
}


def test_somebody_of_the_demonstration_stands_for_each_role(northvale: Organisation) -> None:
    found = {
        role.value: demonstration_account(organisation=northvale, role=role.value) for role in ROLES
    }

    assert {role: account and account.email for role, account in found.items()} == WHO


def test_somebody_who_has_left_stands_for_nothing(northvale: Organisation) -> None:
    with acting_in(northvale):
        Person.objects.update(is_active=False)

    assert demonstration_account(organisation=northvale, role="chair") is None


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("role", WHO)
def test_one_click_signs_in_as_any_role(client: Client, northvale: Organisation, role: str) -> None:
    response = client.post("/demo/", {"role": role})

    assertRedirects(response, "/northvale/", fetch_redirect_response=False)
    assertContains(client.get("/accounts/"), WHO[role])


@pytest.mark.usefixtures("demo")
def test_one_can_change_whom_one_is(client: Client, northvale: Organisation) -> None:
    client.post("/demo/", {"role": "chair"})

    client.post("/demo/", {"role": "member"})

    assertContains(client.get("/accounts/"), "nurse@northvale.example")


@pytest.mark.usefixtures("demo")
def test_the_page_has_a_button_for_each_role_and_a_token(
    client: Client, northvale: Organisation
) -> None:
    response = client.get("/demo/")

    for role in ROLES:
        assertContains(response, f'value="{role.value}"')
    assertContains(response, "csrfmiddlewaretoken")
    assert Client(enforce_csrf_checks=True).post("/demo/", {"role": "chair"}).status_code == 403


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("role", ["", "operator"])
def test_a_role_there_is_not_signs_nobody_in(
    client: Client, northvale: Organisation, role: str
) -> None:
    client.post("/demo/", {"role": role})

    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("demo")
def test_every_page_says_that_it_is_made_up(client: Client, northvale: Organisation) -> None:
    for address in ("/accounts/login/", "/accounts/password/reset/", "/help/privacy/"):
        assertContains(client.get(address), "Everything here is made up")
    assertContains(client.get("/accounts/login/"), 'href="/demo/"')


@pytest.mark.parametrize("method", ["get", "post"])
def test_outside_the_demonstration_there_is_no_such_page(
    client: Client, northvale: Organisation, method: str
) -> None:
    response = getattr(client, method)("/demo/", {"role": "chair"})

    assert response.status_code == 404
    assert "_auth_user_id" not in client.session
    assert "Everything here is made up" not in client.get("/accounts/login/").text


@pytest.mark.usefixtures("demo")
def test_real_organisations_have_no_such_page(client: Client, root: OrgUnit) -> None:
    AccountFactory.create()

    assert client.post("/demo/", {"role": "chair"}).status_code == 404
