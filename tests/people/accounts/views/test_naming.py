from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from people.accounts.services import rename_organisation
from people.addresses import address
from people.models import Organisation
from tests.conftest import HTMX
from tests.people.accounts.conftest import NOW

pytestmark = pytest.mark.django_db


def where() -> str:
    return address("people:rename_organisation")


def words(**other: str) -> dict[str, str]:
    return {"name": "Northvale Trust", "ods_code": "rx1", "version": "1"} | other


def test_the_set_up_list_and_the_organisations_page_lead_to_its_name(at_desk: Client) -> None:
    assertContains(at_desk.get(address("people:set_up_tasks")), where())
    assertContains(at_desk.get(address("people:organisation")), where())


def test_the_form_starts_from_what_it_is_called(at_desk: Client) -> None:
    page = at_desk.get(where())

    assertContains(page, 'value="Northvale Care"')
    assertContains(page, '<input type="hidden" name="version" value="1"')


def test_a_new_name_is_everywhere_at_once(at_desk: Client) -> None:
    response = at_desk.post(where(), words())

    assertRedirects(response, address("people:organisation"))
    assertContains(at_desk.get(address("people:organisation")), "<h1>Northvale Trust</h1>")
    assert Organisation.objects.get().ods_code == "RX1"


def test_the_short_name_stays_whatever_is_sent(at_desk: Client) -> None:
    at_desk.post(where(), words(slug="elsewhere", small_group_floor="12"))

    organisation = Organisation.objects.get()
    assert (organisation.slug, organisation.small_group_floor) == ("northvale", 11)


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"name": " "}, "Enter the name of the organisation"),
        ({"name": "x" * 201}, "Enter a name of at most 200 characters"),
        ({"ods_code": "RX 1"}, "An ODS code is 1 to 9 letters and digits"),
    ],
)
def test_wrong_words_come_back_with_what_to_put_right(
    at_desk: Client, bad: dict[str, str], sentence: str
) -> None:
    for headers in ({}, HTMX):
        response = at_desk.post(where(), words(**bad), headers=headers)
        assertContains(response, sentence, status_code=422)
    assert Organisation.objects.get().name == "Northvale Care"


def test_a_stale_name_shows_both_and_overwrites_nothing(
    at_desk: Client, inside: Organisation
) -> None:
    rename_organisation(organisation=inside, edition=1, name="Theirs", ods_code="", now=NOW)

    response = at_desk.post(where(), words())

    assertContains(response, "saved what the organisation is called", status_code=409)
    for both in ("Theirs", "Northvale Trust"):
        assertContains(response, both, status_code=409)
    assertContains(response, '<input type="hidden" name="version" value="2"', status_code=409)
    assert Organisation.objects.get().name == "Theirs"
    assertRedirects(at_desk.post(where(), words(version="2")), address("people:organisation"))


def test_others_may_look_at_the_organisation_but_not_name_it(signed_in: Client) -> None:
    assert signed_in.get(where()).status_code == 403
    assert signed_in.post(where(), words()).status_code == 403
    assert where() not in signed_in.get(address("people:organisation")).text


def test_the_record_says_who_named_it_and_what_it_was_before(at_desk: Client) -> None:
    at_desk.post(where(), words())

    page = at_desk.get(f"{address('people:record')}?kind=people.organisation&label=changed")

    assertContains(page, "Amina Okafor")
    assertContains(page, "Northvale Care")
    assertContains(page, "Northvale Trust")
