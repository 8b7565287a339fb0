"""Single sign-on: an account opens by it where an invitation said so, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from allauth.core import context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from pytest_django.asserts import assertContains

from people.accounts.services import invite
from people.accounts.tokens import invitation_token
from people.adapters import MfaAdapter
from people.models import Account, OrgUnit, Person
from tests.factories import AccountFactory, PersonFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
WORK = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "work",
                "name": "Northvale sign-in",
                "client_id": "throughline",
                "secret": "secret",
                "settings": {"server_url": "https://sign-in.example.org"},
            }
        ],
    }
}


@pytest.fixture
def newcomer(root: OrgUnit) -> Person:
    return PersonFactory.create(name="Ben Tate", email="ben.tate@northvale.example")


@pytest.fixture(autouse=True)
def single_sign_on() -> Iterator[None]:
    with override_settings(SOCIALACCOUNT_PROVIDERS=WORK), time_machine.travel(NOW, tick=False):
        yield


def come_back_from_work(*, next_page: str = "", process: str = "login") -> HttpResponse:
    """What happens once the identity provider has vouched for somebody it calls ben-7."""
    request: Any = RequestFactory().get("/")
    request.session = SessionStore()
    request.user = AnonymousUser()
    request._messages = FallbackStorage(request)
    login = SocialLogin(
        user=Account(email="ben.tate@northvale.example"),
        account=SocialAccount(provider="work", uid="ben-7", extra_data={}),
    )
    login.state = {"next": next_page, "process": process}
    with context.request_context(request):
        login.provider = get_adapter().get_provider(request, "work")
        response: HttpResponse = complete_login(request, login)
    return response


def link_of(person: Person) -> str:
    invitation = invite(person=person, invited_by=None, now=NOW)
    token = invitation_token(person_id=person.pk, expires_at=invitation.expires_at)
    return reverse("entrance:invitation", args=("northvale", token))


def test_the_invited_person_gets_an_account_that_single_sign_on_opens(
    newcomer: Person,
) -> None:
    link = link_of(newcomer)

    response = come_back_from_work(next_page=link)

    newcomer.refresh_from_db()
    account = newcomer.account
    assert account is not None
    assert response.headers["Location"] == link
    assert not account.has_usable_password()
    assert SocialAccount.objects.get().user == account


def test_the_second_time_the_same_account_opens(newcomer: Person) -> None:
    come_back_from_work(next_page=link_of(newcomer))

    response = come_back_from_work()

    assert response.headers["Location"] == "/"
    assert SocialAccount.objects.count() == 1


def test_without_an_invitation_no_account_is_made(person: Person) -> None:
    before = Account.objects.count()

    response = come_back_from_work()

    assertContains(response, "You need an invitation")
    assert Account.objects.count() == before


def test_an_account_with_the_same_address_is_not_opened(person: Person) -> None:
    AccountFactory.create(email="ben.tate@northvale.example")

    assertContains(come_back_from_work(), "You need an invitation")
    assert not SocialAccount.objects.exists()


def test_an_invitation_opens_no_account_that_was_there_before(newcomer: Person) -> None:
    AccountFactory.create(email="ben.tate@northvale.example")
    link = link_of(newcomer)

    response = come_back_from_work(next_page=link)

    assert response.headers["Location"] == link
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("next_page", ["/invitations/northvale/guess/", "/invitations/x/y/", "/"])
def test_a_link_that_does_not_work_makes_nothing(person: Person, next_page: str) -> None:
    before = Account.objects.count()

    come_back_from_work(next_page=next_page)

    assert Account.objects.count() == before


def test_nobody_connects_a_sign_in_by_themselves(newcomer: Person) -> None:
    response = come_back_from_work(next_page=link_of(newcomer), process="connect")

    assert response.headers["Location"] == reverse("entrance:account")
    assert not SocialAccount.objects.exists()


def test_the_sign_in_page_offers_it_by_name(client: Client, person: Person) -> None:
    assertContains(client.get("/accounts/login/"), "Sign in with Northvale sign-in")


def test_the_invitations_page_offers_it_too(client: Client, newcomer: Person) -> None:
    AccountFactory.create()
    link = link_of(newcomer)

    page = client.get(link)

    assertContains(page, "Sign in with Northvale sign-in")
    assertContains(page, f"next={link.replace('/', '%2F')}")


def test_codes_are_kept_under_the_sites_key_and_read_after_it_changes() -> None:
    kept = MfaAdapter().encrypt("a secret")

    with override_settings(SECRET_KEY="a new one" * 6, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert MfaAdapter().decrypt(kept) == "a secret"
    assert "a secret" not in kept
