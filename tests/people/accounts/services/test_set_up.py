from datetime import datetime
from typing import Any

import pytest
from django.apps import apps

from people.accounts.services import AlreadySetUp, OrganisationRefused, create_organisation, set_up
from people.models import Account, Organisation, Person, RoleGrant
from people.tenancy import acting_in
from tests.factories import AccountFactory
from tests.parallel import at_once

pytestmark = pytest.mark.django_db

WORDS = {
    "organisation_name": "Northvale Care",
    "slug": "northvale",
    "name": "Amina Okafor",
    "email": "Amina@northvale.example",
    "password": "rain on slate",
}


def do_set_up(now: datetime, **other: Any) -> tuple[Account, Organisation]:
    return set_up(**(WORDS | other), now=now)


def test_the_first_account_administers_its_organisation(noon: datetime) -> None:
    account, organisation = do_set_up(noon)

    assert account.email == "amina@northvale.example"
    assert account.check_password("rain on slate")
    with acting_in(organisation):
        grant = RoleGrant.objects.get()
        assert (grant.role, grant.unit_id, grant.started_on) == ("org_admin", None, noon.date())
        assert grant.person == Person.objects.get(account=account, name="Amina Okafor")


def test_who_set_it_up_is_in_the_record(noon: datetime) -> None:
    account, organisation = do_set_up(noon)

    with acting_in(organisation):
        event = apps.get_model("people", "PersonEvent")._base_manager.get()
        assert event.pgh_context["account"] == account.pk


def test_an_organisation_made_by_command_is_taken_up(noon: datetime) -> None:
    made = create_organisation(name="Northvale by command", slug="northvale")

    _, organisation = do_set_up(noon)

    assert organisation == made
    assert Organisation.objects.get().name == "Northvale by command"


def test_nothing_is_kept_when_a_word_is_refused(noon: datetime) -> None:
    with pytest.raises(OrganisationRefused):
        do_set_up(noon, slug="set-up")

    assert not Account.objects.exists()


def test_there_is_one_first_account_only(noon: datetime) -> None:
    AccountFactory.create()

    with pytest.raises(AlreadySetUp):
        do_set_up(noon)

    assert not Organisation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_people_at_once_one_sets_up(noon: datetime) -> None:
    def attempt(who: str) -> str:
        try:
            do_set_up(noon, slug=who, email=f"{who}@northvale.example")
        except AlreadySetUp:
            return "told"
        return "done"

    outcomes = at_once(lambda: attempt("amina"), lambda: attempt("ben"), lambda: attempt("cai"))

    assert sorted(outcomes) == ["done", "told", "told"]
    assert Account.objects.count() == 1
    assert Organisation.objects.count() == 1
