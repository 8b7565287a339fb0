"""One's own letters, and the people whom letters do not reach."""

from __future__ import annotations

from datetime import time

import pytest
from django.test import Client

from people.models import Errand, Invitation, LetterChoices, OrgUnit, Person, RoleGrant
from tests.conftest import HTMX
from tests.factories import (
    AssignmentFactory,
    ErrandFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)

LETTERS, REACH = "/northvale/letters/", "/northvale/letters/out-of-reach/"
NIGHTS = {
    "version": 1,
    "at_once": "yes",
    "digest_day": "4",
    "quiet_from": "09:00",
    "quiet_until": "17.30",
}


@pytest.fixture
def silent(root: OrgUnit) -> Person:
    """Leads a ward and cannot sign in."""
    silent = PersonFactory.create(name="Silent Sister", email="silent@example.org")
    ward = OrgUnitFactory.create(name="Ward 7", parent=root)
    AssignmentFactory.create(person=silent, unit=ward, is_lead=True)
    return silent


@pytest.fixture
def admin(signed_in: Client, person: Person) -> Client:
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.ORG_ADMIN)
    return signed_in


def test_the_account_page_leads_to_the_letters(signed_in: Client) -> None:
    assert LETTERS in signed_in.get("/accounts/").text


def test_the_page_begins_with_the_usual_choices(signed_in: Client) -> None:
    page = signed_in.get(LETTERS).text

    assert 'value="19:00"' in page
    assert 'value="07:00"' in page
    assert '<option value="0" selected' in page


def test_a_person_chooses_for_themselves(signed_in: Client, person: Person) -> None:
    said = signed_in.post(LETTERS, NIGHTS, follow=True).text

    choices = LetterChoices.objects.get()
    assert (choices.person, choices.digest_day, choices.is_told_at_once) == (person, 4, True)
    assert (choices.quiet_from, choices.quiet_until) == (time(9), time(17, 30))
    assert "Saved. Your letters come as you chose." in said


def test_never_and_not_at_once(signed_in: Client) -> None:
    signed_in.post(LETTERS, NIGHTS | {"digest_day": "never", "at_once": "no"})

    choices = LetterChoices.objects.get()
    assert (choices.digest_day, choices.is_told_at_once) == (None, False)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    signed_in: Client, headers: dict[str, str]
) -> None:
    answer = signed_in.post(LETTERS, NIGHTS | {"quiet_from": "late"}, headers=headers)

    assert answer.status_code == 422
    assert "Enter a time, like 19:00" in answer.text
    assert 'value="late"' in answer.text
    assert ("<html" in answer.text) == (not headers)


def test_choices_made_elsewhere_meanwhile_are_shown_beside(signed_in: Client) -> None:
    signed_in.post(LETTERS, NIGHTS)

    answer = signed_in.post(LETTERS, NIGHTS | {"quiet_from": "10:00"})

    assert answer.status_code == 409
    assert "10:00" in answer.text
    assert LetterChoices.objects.get().quiet_from == time(9)


def test_an_administrator_invites_from_the_list(admin: Client, silent: Person) -> None:
    page = admin.get(REACH).text
    assert "Silent Sister" in page
    assert "Ward 7" in page
    key = page.split('name="idempotency_key" value="')[1].split('"')[0]

    admin.post(f"/northvale/people/{silent.pk}/invite/", {"idempotency_key": key})

    assert Invitation.objects.get().person == silent


def test_others_read_only_of_the_units_they_lead(
    signed_in: Client, person: Person, silent: Person, root: OrgUnit
) -> None:
    assert "Silent Sister" not in signed_in.get(REACH).text

    AssignmentFactory.create(person=person, unit=root, is_lead=True)

    page = signed_in.get(REACH).text
    assert "Silent Sister" in page
    assert "Ask an administrator" in page
    assert "Invite<" not in page
    assert "given up" not in page


def test_an_administrator_has_a_letter_tried_again(admin: Client) -> None:
    errand = ErrandFactory.create(
        state="dead", trouble="TimeoutError after 24 tries", arguments={"subject": "Your week"}
    )
    assert "TimeoutError after 24 tries" in admin.get(REACH).text

    said = admin.post(f"/northvale/letters/{errand.pk}/again/", follow=True).text

    assert "It is tried again." in said
    assert Errand.objects.get(pk=errand.pk).state == "waiting"
    assert (
        "on its way already"
        in admin.post(f"/northvale/letters/{errand.pk}/again/", follow=True).text
    )
