from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client
from pytest_django.asserts import assertContains
from redis.exceptions import ConnectionError as QueueDown

from people.models import Person
from tests.factories import AccountFactory
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

HALF = timedelta(hours=6)


@pytest.mark.parametrize(("late", "status"), [(-1, 200), (0, 302)])
def test_a_session_ends_twelve_hours_after_signing_in_however_busy_it_is(
    client: Client, clock: time_machine.Traveller, late: int, status: int
) -> None:
    account = AccountFactory.create()
    client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})
    clock.shift(HALF)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})  # writes to the session
    clock.shift(HALF + timedelta(seconds=late))

    assert client.get("/accounts/").status_code == status


def test_where_tries_cannot_be_counted_nobody_is_let_in(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = AccountFactory.create()

    def down(*args: Any, **kwargs: Any) -> None:
        raise QueueDown

    monkeypatch.setattr(caches["default"], "add", down)

    response = client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})

    assertContains(response, "not available for a moment", status_code=503)
    assert "_auth_user_id" not in client.session


def test_a_leaver_is_refused_at_the_next_request(at_desk: Client, admin: Person) -> None:
    assert at_desk.get("/northvale/people/").status_code == 200

    Person.objects.filter(pk=admin.pk).update(is_active=False)

    assert at_desk.get("/northvale/people/").status_code == 404
