from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from people.accounts.demo import DEMO_PASSWORD
from people.accounts.tokens import set_up_code
from people.tenancy import acting_in
from tests.factories import (
    AccountFactory,
    OrganisationFactory,
    PersonFactory,
    RoleGrantFactory,
)

pytestmark = pytest.mark.django_db


def test_the_set_up_code_is_printed_again(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("set_up_code")

    assert f"with this code: {set_up_code()}" in capsys.readouterr().out


def test_there_is_no_code_once_somebody_can_sign_in() -> None:
    AccountFactory.create()

    with pytest.raises(CommandError, match="set up already"):
        call_command("set_up_code")


def test_each_role_there_is_somebody_for_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    organisation = OrganisationFactory.create(name="Northvale", is_demonstration=True)
    with acting_in(organisation):
        account = AccountFactory.create(email="secretary@northvale.example")
        RoleGrantFactory.create(
            person=PersonFactory.create(account=account), role="board_secretary"
        )

    call_command("demo_sign_ins")

    first, line = capsys.readouterr().out.splitlines()
    assert first == "Choose whom to be at /demo/, or sign in to Northvale as"
    assert line.split("  ")[1] == "Board secretary"
    assert "secretary@northvale.example" in line
    assert line.endswith(DEMO_PASSWORD)


def test_where_nothing_is_made_up_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    OrganisationFactory.create()

    call_command("demo_sign_ins")

    assert capsys.readouterr().out == ""
