"""One database connection, used in turn by two organisations (trust.md A08)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from people.structure import queries
from people.structure.figures import TreeLine
from people.tenancy import acting_in
from tests.factories import AccountFactory, OrganisationFactory, OrgUnitFactory, PersonFactory

REQUESTS = 200
ONE_IN = 5


@pytest.fixture
def pool_of_one(transactional_db: None) -> Iterator[None]:
    """Every request borrows the same connection and gives it back, as under load."""
    wrapper: Any = connection
    options: dict[str, Any] = connection.settings_dict["OPTIONS"]
    connection.close()
    options["pool"] = {"min_size": 1, "max_size": 1, "timeout": 5}
    yield
    connection.close()
    wrapper.close_pool()
    del options["pool"]


@pytest.fixture
def fails_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fifth tree is read and then lost, in the middle of its view."""
    read: Callable[..., list[TreeLine]] = queries.tree
    turn = iter(range(1, REQUESTS + 1))

    def tree(*, with_closed: bool) -> list[TreeLine]:
        lines = read(with_closed=with_closed)
        if next(turn) % ONE_IN == 0:
            raise RuntimeError("in the middle of a view")
        return lines

    monkeypatch.setattr(queries, "tree", tree)


def an_organisation(slug: str) -> tuple[Client, str, str]:
    """Somebody signed in, their address and the name that only their units carry."""
    canary, account, client = f"canary-of-{slug}", AccountFactory.create(), Client()
    with acting_in(OrganisationFactory.create(slug=slug)):
        top = OrgUnitFactory.create(name=canary, parent=None)
        OrgUnitFactory.create(name=f"{canary}-ward", parent=top)
        PersonFactory.create(account=account)
    client.force_login(account)
    client.raise_request_exception = False
    return client, f"/{slug}/units/", canary


def left_behind() -> tuple[int, str]:
    """The connection's process, and the organisation that still stands in its settings."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid(), current_setting('app.organisation', true)")
        [(pid, organisation)] = cursor.fetchall()
    return pid, organisation or ""


@pytest.mark.usefixtures("pool_of_one", "fails_now_and_then")
def test_two_organisations_in_turn_see_their_own_rows_and_no_others() -> None:
    north, south = an_organisation("north"), an_organisation("south")
    statuses, processes = [], set()

    for number in range(REQUESTS):
        (client, address, own), (_, _, foreign) = (
            (north, south) if number % 2 == 0 else (south, north)
        )
        response = client.get(address)
        connection.close()
        pid, organisation = left_behind()
        connection.close()

        statuses.append(response.status_code)
        processes.add(pid)
        assert organisation == ""
        assert foreign not in response.text
        assert (response.text.count(own) >= 2) == (response.status_code == 200)

    assert statuses.count(500) == REQUESTS // ONE_IN
    assert statuses.count(200) == REQUESTS - REQUESTS // ONE_IN
    assert len(processes) == 1
