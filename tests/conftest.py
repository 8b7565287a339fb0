from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client, TransactionTestCase
from pytest_django import DjangoDbBlocker

from people.models import Organisation, OrgUnit, Person
from people.tenancy import acting_in
from tests import databases
from tests.factories import AccountFactory, OrganisationFactory, OrgUnitFactory, PersonFactory

HTMX = {"HX-Request": "true"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this run's own, made by the owner and used by the application's role."""
    with django_db_blocker.unblock(), databases.one_for_this_run(settings.TEST_DATABASE):
        yield


def _empty_every_table(self: TransactionTestCase) -> None:
    """After a test that commits."""
    databases.empty_every_table()


setattr(TransactionTestCase, "_fixture_teardown", _empty_every_table)  # noqa: B010  # not in its types


@pytest.fixture
def noon() -> datetime:
    return datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def organisation(db: None) -> Organisation:
    return OrganisationFactory.create(name="Northvale Care", slug="northvale")


@pytest.fixture
def inside(organisation: Organisation) -> Iterator[Organisation]:
    """The test acts inside the organisation, as a request or a task would."""
    with acting_in(organisation, cause="test"):
        yield organisation


@pytest.fixture
def root(inside: Organisation) -> OrgUnit:
    return OrgUnitFactory.create(code="BOARD", name="The Board", kind="organisation", parent=None)


@pytest.fixture
def person(root: OrgUnit) -> Person:
    """Someone with a sign-in and no role beyond being a member."""
    return PersonFactory.create(name="Amina Okafor", account=AccountFactory.create())


@pytest.fixture
def signed_in(client: Client, person: Person) -> Client:
    assert person.account is not None
    client.force_login(person.account)
    return client
