from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from people.accounts.services import invite, leave_password_reset_letter, withdraw_invitation
from people.accounts.tasks import send_invitation, send_password_reset
from people.models import Account, Errand, Organisation, Person

pytestmark = pytest.mark.django_db


def only_errand() -> dict[str, int]:
    errand = Errand.objects.get()
    return {"errand_id": errand.pk, "organisation_id": errand.organisation_id}


def link_in(letter: EmailMessage) -> str:
    found = re.search(r"http://localhost:8000(/\S+)", str(letter.body))
    assert found
    return found[1]


def test_the_letter_of_invitation_leads_to_its_page(
    newcomer: Person, noon: datetime, mailoutbox: list[EmailMessage], client: Client
) -> None:
    invite(person=newcomer, invited_by=None, now=noon)

    send_invitation(**only_errand(), from_newer_callers=True)

    [letter] = mailoutbox
    assert letter.to == ["ben.tate@northvale.example"]
    assert letter.subject == "Your invitation to Throughline at Northvale Care"
    assert "until 10 November 2026 at midday" in letter.body
    assert link_in(letter).startswith("/invitations/northvale/")


def test_a_second_delivery_sends_no_second_letter(
    newcomer: Person, noon: datetime, mailoutbox: list[EmailMessage]
) -> None:
    invite(person=newcomer, invited_by=None, now=noon)

    send_invitation(**only_errand())
    send_invitation(**only_errand())

    assert len(mailoutbox) == 1


def test_an_invitation_withdrawn_while_it_waited_is_not_sent(
    newcomer: Person, noon: datetime, mailoutbox: list[EmailMessage]
) -> None:
    invite(person=newcomer, invited_by=None, now=noon)
    withdraw_invitation(person=newcomer, now=noon + timedelta(seconds=1))

    send_invitation(**only_errand())

    assert mailoutbox == []
    assert Errand.objects.get().state == Errand.State.DONE


def test_the_link_to_a_new_password_works_once_within_an_hour(
    person: Person, inside: Organisation, noon: datetime, mailoutbox: list[EmailMessage]
) -> None:
    assert person.account is not None
    leave_password_reset_letter(account=person.account, now=noon)

    send_password_reset(**only_errand())

    link = link_in(mailoutbox[0])
    assert "/accounts/password/reset/key/" in link
    assert link not in str(Errand.objects.values().get())


def test_a_closed_account_gets_no_link(
    person: Person, noon: datetime, mailoutbox: list[EmailMessage]
) -> None:
    assert person.account is not None
    leave_password_reset_letter(account=person.account, now=noon)
    Account.objects.update(is_active=False)

    send_password_reset(**only_errand())

    assert mailoutbox == []
