from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from people.accounts.services import invite, withdraw_invitation
from people.accounts.tokens import invitation_token
from people.models import Account, Invitation, Organisation, Person
from people.tenancy import acting_in
from tests.factories import AccountFactory, OrganisationFactory, PersonFactory
from tests.factories.people import PASSWORD
from tests.people.accounts.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "person")]


def link_of(person: Person) -> str:
    invitation = invite(person=person, invited_by=None, now=NOW)
    token = invitation_token(person_id=person.pk, expires_at=invitation.expires_at)
    return reverse("entrance:invitation", args=("northvale", token))


def home() -> str:
    return reverse("objectives:home", args=("northvale",))


def test_the_invited_person_sets_a_password_and_is_in(client: Client, newcomer: Person) -> None:
    link = link_of(newcomer)

    assertContains(client.get(link), "Join Northvale Care")
    response = client.post(link, {"password": "rain on slate"})

    assertRedirects(response, home(), fetch_redirect_response=False)
    newcomer.refresh_from_db()
    assert client.session["_auth_user_id"] == str(newcomer.account_id)


def test_a_weak_password_comes_back_with_a_sentence(client: Client, newcomer: Person) -> None:
    response = client.post(link_of(newcomer), {"password": "short"})

    assertContains(response, "Enter a password of at least 12 characters", status_code=422)
    assert not Account.objects.filter(email__startswith="ben").exists()


def test_the_same_link_again_takes_the_person_home(client: Client, newcomer: Person) -> None:
    link = link_of(newcomer)
    client.post(link, {"password": "rain on slate"})

    assertRedirects(client.get(link), home(), fetch_redirect_response=False)


def test_links_that_do_not_work_all_look_alike(client: Client, newcomer: Person) -> None:
    withdrawn = link_of(newcomer)
    withdraw_invitation(person=newcomer, now=NOW)
    answers = [
        client.get(withdrawn),
        client.get(reverse("entrance:invitation", args=("northvale", "x" * 43))),
        client.get(reverse("entrance:invitation", args=("nowhere", "x" * 43))),
    ]

    assert {response.status_code for response in answers} == {404}
    assert len({re.sub(r'"x-csrftoken": "\w+"', "", page.text) for page in answers}) == 1
    assert "ask an administrator of your organisation" in answers[0].text


def test_a_link_that_has_run_out_says_whom_to_ask(
    client: Client, newcomer: Person, clock: time_machine.Traveller
) -> None:
    link = link_of(newcomer)
    clock.shift(timedelta(days=7, seconds=-1))
    assert client.get(link).status_code == 200

    clock.shift(timedelta(seconds=1))

    response = client.post(link, {"password": "rain on slate"})
    assertContains(response, "This link no longer works", status_code=404)


def test_somebody_with_an_account_signs_in_and_joins(client: Client, newcomer: Person) -> None:
    account = AccountFactory.create(email="ben.tate@northvale.example")
    link = link_of(newcomer)

    page = client.get(link)
    assertContains(page, "Sign in to join")
    assertContains(page, f"{reverse('account_login')}?next={link.replace('/', '%2F')}")
    client.post(
        reverse("account_login"), {"login": account.email, "password": PASSWORD, "next": link}
    )
    assertContains(client.get(link), "Join with this account")
    response = client.post(link)

    assertRedirects(response, home(), fetch_redirect_response=False)
    newcomer.refresh_from_db()
    assert newcomer.account == account


def test_without_signing_in_no_password_is_set_over_an_account(
    client: Client, newcomer: Person
) -> None:
    account = AccountFactory.create(email="ben.tate@northvale.example")

    response = client.post(link_of(newcomer), {"password": "rain on slate"})

    assertContains(response, "Sign in to join")
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_an_account_from_another_organisation_joins_this_one(
    client: Client, newcomer: Person
) -> None:
    account = AccountFactory.create()
    with acting_in(OrganisationFactory.create()):
        PersonFactory.create(account=account)
    client.force_login(account)

    response = client.post(link_of(newcomer))

    assertRedirects(response, home(), fetch_redirect_response=False)
    newcomer.refresh_from_db()
    assert newcomer.account == account


def test_whoever_is_here_already_is_told_so(signed_in: Client, newcomer: Person) -> None:
    response = signed_in.post(link_of(newcomer))

    assertContains(response, "already signs in at Northvale Care", status_code=422)
    newcomer.refresh_from_db()
    assert newcomer.account_id is None


def invite_url(person: Person, name: str = "people:invite") -> str:
    return reverse(name, args=("northvale", person.pk))


@pytest.mark.usefixtures("inside")
def test_an_administrator_invites_once_however_often_they_click(
    at_desk: Client, newcomer: Person
) -> None:
    form = {"idempotency_key": str(uuid.uuid4())}

    for _ in range(2):
        response = at_desk.post(invite_url(newcomer), form)
        assert response.status_code == 302

    assert Invitation.objects.get().person == newcomer
    assert Invitation.objects.get().invited_by is not None


def test_an_invitation_that_cannot_be_says_why(at_desk: Client, inside: Organisation) -> None:
    nameless = PersonFactory.create(name="Cai Rees", email="")

    at_desk.post(invite_url(nameless), {"idempotency_key": str(uuid.uuid4())})

    said = [str(message) for message in at_desk.get("/accounts/").context["messages"]]
    assert said == ["Cai Rees has no email address. Add one, then invite them."]
    assert not Invitation.objects.exists()


def test_an_administrator_withdraws_an_invitation(at_desk: Client, newcomer: Person) -> None:
    link = link_of(newcomer)

    at_desk.post(invite_url(newcomer, "people:withdraw_invitation"))

    assert Client().get(link).status_code == 404


def test_others_find_no_such_button(signed_in: Client, newcomer: Person) -> None:
    for name in ("people:invite", "people:withdraw_invitation"):
        response = signed_in.post(
            invite_url(newcomer, name), {"idempotency_key": str(uuid.uuid4())}
        )
        assert response.status_code == 404

    assert not Invitation.objects.exists()


def test_a_person_of_another_organisation_cannot_be_invited(at_desk: Client) -> None:
    with acting_in(OrganisationFactory.create()):
        stranger = PersonFactory.create(email="stranger@example.org")

    response = at_desk.post(invite_url(stranger), {"idempotency_key": str(uuid.uuid4())})

    assert response.status_code == 404


def test_inviting_asks_for_a_sign_in(client: Client, newcomer: Person) -> None:
    response = client.post(invite_url(newcomer), {"idempotency_key": str(uuid.uuid4())})

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/accounts/login/")
    assert not Invitation.objects.exists()
