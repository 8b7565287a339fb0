from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from people.models import Account, Organisation
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def test_where_there_is_a_demonstration_nothing_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    OrganisationFactory.create(slug="northvale", is_demonstration=True)

    call_command("seed_demonstration")

    assert capsys.readouterr().out == "The demonstration is there already\n"
    assert Account.objects.count() == 0


def test_a_site_that_people_reach_refuses_it(settings: Settings) -> None:
    settings.HTTPS, settings.DEMO = True, False

    with pytest.raises(CommandError, match="known to everybody"):
        call_command("seed_demonstration")


def test_a_site_that_is_there_to_show_it_does_not(settings: Settings) -> None:
    settings.HTTPS, settings.DEMO = True, True
    OrganisationFactory.create(is_demonstration=True)

    call_command("seed_demonstration")


def test_it_takes_no_real_organisations_address() -> None:
    OrganisationFactory.create(slug="northvale")

    with pytest.raises(CommandError, match="not made up"):
        call_command("seed_demonstration")

    assert Organisation.objects.count() == 1
