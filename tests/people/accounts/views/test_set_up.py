from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from people.accounts import services
from people.accounts.tokens import set_up_code
from people.models import Account, Organisation, Person
from tests.factories import AccountFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

GOOD = {
    "organisation_name": "Northvale Care",
    "slug": "northvale",
    "name": "Amina Okafor",
    "email": "amina@northvale.example",
    "password": "rain on slate",
}


def send(client: Client, **other: str) -> Any:
    return client.post("/set-up/", GOOD | {"code": set_up_code()} | other)


@pytest.mark.parametrize("address", ["/", "/accounts/login/", "/northvale/", "/demo/"])
def test_while_nobody_can_sign_in_every_page_leads_to_the_set_up(
    client: Client, address: str
) -> None:
    assertRedirects(client.get(address), "/set-up/")


def test_the_console_says_the_code_once(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    client.get("/")
    client.get("/set-up/")

    said = capsys.readouterr().err
    assert said.count(set_up_code()) == 1
    assert "http://localhost:8000/set-up/" in said


def test_the_code_is_not_on_the_page(client: Client) -> None:
    response = client.get("/set-up/")

    assertContains(response, "Set up Throughline")
    assert set_up_code() not in response.text


def test_the_first_person_is_signed_in_and_led_to_the_steps(client: Client) -> None:
    response = send(client)

    assertRedirects(response, "/northvale/set-up/", fetch_redirect_response=False)
    assert client.session["_auth_user_id"] == str(Account.objects.get().pk)
    assert Organisation.objects.get().name == "Northvale Care"


def test_a_wrong_code_comes_back_and_makes_nothing(client: Client) -> None:
    response = send(client, code="AAAA-BBBB-CCCC-DDDD")

    assertContains(response, "this one differs", status_code=422)
    assertContains(response, 'value="Northvale Care"', status_code=422)
    assert not Account.objects.exists()


def test_codes_cannot_be_tried_for_ever(client: Client) -> None:
    for _ in range(20):
        assert send(client, code="AAAA-BBBB-CCCC-DDDD").status_code == 422

    response = send(client)

    assertContains(response, "Wait a few minutes", status_code=429)
    assert not Account.objects.exists()


def test_a_word_the_site_needs_is_refused_beside_its_field(client: Client) -> None:
    response = send(client, slug="accounts")

    assertContains(response, "this site needs “accounts”", status_code=422)


def test_the_loser_of_two_at_once_is_told_kindly(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(**words: object) -> None:
        raise services.AlreadySetUp

    monkeypatch.setattr(services, "set_up", too_late)

    assertContains(send(client), "Throughline is set up already", status_code=409)


def test_when_somebody_can_sign_in_there_is_no_such_page(client: Client) -> None:
    AccountFactory.create()

    assert client.get("/set-up/").status_code == 404
    assert send(client).status_code == 404
    assert Account.objects.count() == 1


def test_health_and_static_files_do_not_wait_for_the_set_up(client: Client) -> None:
    assert client.get("/health/live").status_code == 200


def test_an_organisation_made_beforehand_is_taken_up(client: Client) -> None:
    OrganisationFactory.create(slug="northvale", name="Made by command")

    assertRedirects(send(client), "/northvale/set-up/", fetch_redirect_response=False)
    assert Organisation.objects.get().name == "Made by command"


def tasks_url() -> str:
    return reverse("people:set_up_tasks", args=("northvale",))


def test_an_administrator_sees_the_steps(at_desk: Client) -> None:
    response = at_desk.get(tasks_url())

    assertContains(response, "Set up Northvale Care")
    states = [(task.title, task.status) for task in response.context["tasks"]]
    assert states == [
        ("Name the organisation", "Completed"),
        ("Import the structure", "Not started"),
        ("Name the board", "Not started"),
        ("Write the priorities", "Not started"),
    ]


def test_others_find_no_steps(signed_in: Client) -> None:
    assert signed_in.get(tasks_url()).status_code == 404


def test_the_steps_ask_for_a_sign_in(client: Client, person: Person) -> None:
    response = client.get(tasks_url())

    assertRedirects(response, f"/accounts/login/?next={tasks_url()}", fetch_redirect_response=False)
