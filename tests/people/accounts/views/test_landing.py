from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from people.models import Person
from people.tenancy import acting_in
from tests.factories import AccountFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/organisations/", "/accounts/"])
def test_each_page_asks_for_a_sign_in(client: Client, person: Person, address: str) -> None:
    assertRedirects(
        client.get(address), f"/accounts/login/?next={address}", fetch_redirect_response=False
    )


def test_somebody_of_one_organisation_goes_to_its_home(signed_in: Client) -> None:
    home = reverse("objectives:home", args=("northvale",))

    assertRedirects(signed_in.get("/"), home, fetch_redirect_response=False)


def test_somebody_of_several_chooses(signed_in: Client, person: Person) -> None:
    with acting_in(OrganisationFactory.create(name="Southdale Care", slug="southdale")):
        PersonFactory.create(account=person.account)

    assertRedirects(signed_in.get("/"), "/organisations/")
    page = signed_in.get("/organisations/")
    assertContains(page, "Northvale Care")
    assertContains(page, reverse("objectives:home", args=("southdale",)))


def test_somebody_of_none_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(AccountFactory.create(email="ben@example.org"))

    response = client.get("/", follow=True)

    assertContains(response, "You belong to no organisation yet")
    assertContains(response, "ben@example.org")


def test_a_leaver_belongs_to_none(signed_in: Client, person: Person) -> None:
    Person.objects.update(is_active=False)

    assertContains(signed_in.get("/", follow=True), "You belong to no organisation yet")


def test_the_account_page_says_how_one_signs_in(signed_in: Client, person: Person) -> None:
    response = signed_in.get("/accounts/")

    assert person.account is not None
    assertContains(response, person.account.email)
    assertContains(response, reverse("account_change_password"))
    assertContains(response, reverse("mfa_index"))
    assertContains(response, reverse("usersessions_list"))
    assertContains(response, "Northvale Care")


def test_signing_out_has_the_browser_forget(signed_in: Client) -> None:
    response = signed_in.post("/accounts/logout/")

    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "_auth_user_id" not in signed_in.session


def test_a_link_alone_does_not_sign_out(signed_in: Client) -> None:
    assertContains(signed_in.get("/accounts/logout/"), "Sign out?")

    assert "_auth_user_id" in signed_in.session
