from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from people.accounts.services import close_account, end_sessions, leave_security_letter
from people.models import Account, Errand, Organisation, Person
from people.tenancy import acting_in
from tests.factories import AccountFactory
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db


def sign_in(account: Account) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/accounts/").status_code == 200


def test_a_closed_account_is_signed_out_everywhere() -> None:
    account = AccountFactory.create()
    here, there = sign_in(account), sign_in(account)
    assert is_signed_in(here)
    assert is_signed_in(there)

    close_account(account=account)

    assert not is_signed_in(here)
    assert not is_signed_in(there)
    assert not is_signed_in(sign_in(account))


def test_ending_sessions_leaves_other_accounts_signed_in() -> None:
    account = AccountFactory.create()
    theirs, mine = sign_in(AccountFactory.create()), sign_in(account)

    end_sessions(account=account)

    assert is_signed_in(theirs)
    assert not is_signed_in(mine)
    assert is_signed_in(sign_in(account))


def test_a_letter_leaves_in_the_name_of_an_organisation_that_knows_the_person(
    person: Person, organisation: Organisation, noon: datetime
) -> None:
    assert person.account is not None

    leave_security_letter(account=person.account, subject="Changed", body="Words", now=noon)

    with acting_in(organisation):
        errand = Errand.objects.get()
    assert errand.arguments == {
        "to": person.account.email,
        "subject": "Changed",
        "body": "Words",
        "is_about_signing_in": True,
    }


def test_nobody_writes_to_an_account_that_no_organisation_knows(noon: datetime) -> None:
    leave_security_letter(account=AccountFactory.create(), subject="A", body="B", now=noon)

    assert not Errand._base_manager.exists()
