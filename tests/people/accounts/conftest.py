from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from people.models import Organisation, OrgUnit, Person
from tests.factories import PersonFactory, RoleGrantFactory

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nobody_has_tried_before(settings: Settings) -> None:
    """Tries at signing in are counted in the cache, which outlives a test: each has its own."""
    mine = settings.CACHES["default"] | {"KEY_PREFIX": uuid.uuid4().hex}
    settings.CACHES = {"default": mine}


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def newcomer(root: OrgUnit) -> Person:
    """Somebody with an email address and no account."""
    return PersonFactory.create(name="Ben Tate", email="Ben.Tate@northvale.example")


@pytest.fixture
def admin(person: Person, inside: Organisation) -> Person:
    """The signed-in person, as an administrator."""
    RoleGrantFactory.create(person=person, role="org_admin")
    return person


@pytest.fixture
def at_desk(client: Client, admin: Person) -> Client:
    """An administrator, signed in."""
    assert admin.account is not None
    client.force_login(admin.account)
    return client
