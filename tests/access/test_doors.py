"""Every address and every role (trust.md A01 to A03)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from people.models import Organisation, Person, RoleGrant
from people.tenancy import acting_in
from tests.access.routes import DOORS, Door
from tests.access.world import ROLES, World, settle
from tests.factories import OrganisationFactory, PersonFactory

OPEN_TO_ALL = {
    "account_login", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key_done", "live", "ready", "accessibility", "privacy",
    "socialaccount_login_cancelled", "account_inactive",
}  # fmt: skip
SLUG = "<slug:organisation_slug>/"
NUMBERED = {
    "unit", "person", "place", "seat", "grant", "wording", "value", "live", "proposed",
    "draft_objective", "link", "asked", "coverage", "import", "check_in", "note",
    "cycle", "closing", "delegation",
}  # fmt: skip


@pytest.fixture
def world(organisation: Organisation) -> World:
    return settle(organisation)


@pytest.fixture
def elsewhere(world: World) -> World:
    """A second organisation of the same shape."""
    return settle(OrganisationFactory.create(name="Southmere Care", slug="southmere"))


def address(world: World, door: Door) -> str:
    values = [arg.removeprefix("#") if arg.startswith("#") else world.ids[arg] for arg in door.args]
    return reverse(door.name, args=(world.organisation.slug, *values)) + door.query


def answer(client: Client, world: World, door: Door) -> Any:
    where = address(world, door)
    return client.post(where) if door.posts else client.get(where)


def named_routes() -> dict[str, str]:
    """Every address that belongs to an organisation, by its name."""
    found: dict[str, str] = {}

    def walk(resolver: URLResolver, prefix: str, namespace: str) -> None:
        for pattern in resolver.url_patterns:
            where = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                inner = f"{pattern.namespace}:" if pattern.namespace else ""
                walk(pattern, where, namespace + inner)
            elif isinstance(pattern, URLPattern):
                found[f"{namespace}{pattern.name}"] = where

    walk(get_resolver(), "", "")
    return found


def test_every_address_has_a_row() -> None:
    inside = {name for name, where in named_routes().items() if where.startswith(SLUG)}

    assert inside - {door.name for door in DOORS} == set()


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(DOORS) * len(ROLES) >= 400


def test_each_role_gets_what_the_table_says(world: World) -> None:
    wrong = {}
    for role in ROLES:
        client = Client()
        client.force_login(world.accounts[role])
        for door in DOORS:
            with transaction.atomic():
                status = answer(client, world, door).status_code
                transaction.set_rollback(True)  # the next one finds everything in its place
            expected = door.expected(role)
            is_right = status not in (403, 404) if expected == 200 else status == expected
            if not is_right or status >= 500:
                wrong[role, door.name, door.args] = (status, expected)

    assert wrong == {}


def test_the_signed_out_are_led_to_the_sign_in_page(world: World) -> None:
    client = Client()
    for door in DOORS:
        for send in (client.get, client.post):
            response = send(address(world, door))
            assert response.status_code == 302, door
            assert response["Location"].startswith("/accounts/login/"), door


@pytest.mark.django_db(databases=["default", "relay"])
def test_few_pages_are_open_to_everyone(world: World) -> None:
    client = Client()
    opened = set()
    for name, where in named_routes().items():
        if "<" in where or "(" in where:
            continue
        for send in (client.get, client.post):
            if send(f"/{where}").status_code == 200:
                opened.add(name)

    assert opened <= OPEN_TO_ALL
    assert len(opened) <= 12


def body(response: Any) -> str:
    """The page without what differs each time."""
    return re.sub(r'(csrfmiddlewaretoken" value=|x-csrftoken": ")"?[\w-]+', "", response.text)


def test_the_same_role_elsewhere_finds_nothing_here(world: World, elsewhere: World) -> None:
    for role in ROLES:
        client = Client()
        client.force_login(elsewhere.accounts[role])
        nowhere = body(client.get(f"/{world.organisation.slug}/no/such/page/"))
        for door in DOORS:
            response = answer(client, world, door)
            assert response.status_code == 404, (role, door)
            assert body(response) == nowhere, (role, door)


def test_an_id_of_another_organisation_is_not_there(world: World, elsewhere: World) -> None:
    """One's own address with somebody else's number in it (A05)."""
    for role in ("admin", "board", "od"):
        client = Client()
        client.force_login(world.accounts[role])
        for door in DOORS:
            if not set(door.args) & NUMBERED or "put_back" in door.name:
                continue  # what is put back is looked for among what was taken out of one's own
            where = address(replace(world, ids=elsewhere.ids), door)
            for send in (client.get, client.post):
                assert send(where).status_code in (403, 404, 405, 422), (role, where)


def test_no_page_shows_another_organisations_words(world: World, elsewhere: World) -> None:
    for role in ROLES:
        client = Client()
        client.force_login(world.accounts[role])
        seen = 0
        for door in DOORS:
            content = client.get(address(world, door)).content.decode(errors="replace")
            seen += world.secrets[0] in content
            assert elsewhere.secrets[0] not in content, (role, door)
        assert seen > 20  # our own canary is there, so the other's would be found


def test_somebody_in_both_organisations_sees_each_in_its_own_place(
    world: World, elsewhere: World
) -> None:
    account = world.accounts["member"]
    with acting_in(elsewhere.organisation):
        PersonFactory.create(name="The same person elsewhere", account=account)
    client = Client()
    client.force_login(account)

    here = client.get("/northvale/people/").text
    there = client.get("/southmere/people/").text

    assert (world.secrets[0] in here, elsewhere.secrets[0] in here) == (True, False)
    assert (world.secrets[0] in there, elsewhere.secrets[0] in there) == (False, True)


def test_a_role_that_has_ended_is_refused_at_once(world: World) -> None:
    client = Client()
    client.force_login(world.accounts["admin"])
    assert client.get("/northvale/roles/").status_code == 200

    with acting_in(world.organisation):
        RoleGrant.objects.filter(person__account=world.accounts["admin"]).update(
            ended_on="2026-11-03"
        )

    assert client.get("/northvale/roles/").status_code == 404


def test_somebody_made_inactive_is_out_at_once(world: World) -> None:
    client = Client()
    client.force_login(world.accounts["member"])
    assert client.get("/northvale/").status_code == 200

    with acting_in(world.organisation):
        Person.objects.filter(account=world.accounts["member"]).update(is_active=False)

    assert client.get("/northvale/").status_code == 404
