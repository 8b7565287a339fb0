from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from people.models import Organisation
from tests.factories import AccountFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_it_makes_the_organisation_and_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("create_organisation", "Northvale Care", "--slug", "northvale")

    assert Organisation.objects.get().name == "Northvale Care"
    said = capsys.readouterr().out
    assert "Northvale Care is made, at /northvale/." in said
    assert "open /set-up/ and name northvale there" in said


def test_once_somebody_can_sign_in_it_does_not_speak_of_the_set_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    AccountFactory.create()

    call_command("create_organisation", "Northvale Care", "--slug", "northvale")

    assert "set-up" not in capsys.readouterr().out


def test_in_json_it_prints_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    call_command(
        "create_organisation", "Northvale", "--slug", "northvale", "--ods-code", "RX1", "--json"
    )

    assert json.loads(capsys.readouterr().out) == {
        "organisation": "northvale",
        "name": "Northvale",
        "ods_code": "RX1",
        "created": True,
    }


def test_a_refusal_exits_with_1_and_keeps_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    OrganisationFactory.create(slug="northvale")

    with pytest.raises(CommandError, match="belongs to another organisation") as refusal:
        call_command("create_organisation", "Northvale", "--slug", "northvale", "--json")

    assert refusal.value.returncode == 1
    document = json.loads(capsys.readouterr().out)
    assert document["created"] is False
    assert "belongs to another organisation" in document["problem"]
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("words", [["Northvale"], ["--slug", "northvale"], ["A", "--slug"]])
def test_wrong_words_exit_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        execute_from_command_line(["manage.py", "create_organisation", *words])

    assert stop.value.code == 2
    assert not Organisation.objects.exists()
