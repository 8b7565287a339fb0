from __future__ import annotations

import pytest
from django.test import Client

from people.models import Organisation, Person
from tests.factories import RoleGrantFactory


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
