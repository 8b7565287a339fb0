"""What each role takes away of objectives and links: what its pages show, and nothing more."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from objectives.models import ContributionLink, Objective
from objectives.queries.seen import links_visible_to
from people.addresses import address
from people.imports.reading import read_table
from people.intake import services
from people.intake.orders import Order
from people.models import Organisation, Person
from people.queries import standing_of
from tests.access.world import ROLES, World, settle
from tests.factories import ContributionLinkFactory, ObjectiveFactory

SEES_STAFF_NUMBERS = {"admin", "od", "secretary"}
SEES_DRAFT = {"member", "lead", "division_lead", "od"}


@pytest.fixture
def world(inside: Organisation) -> World:
    """Besides what is there, a draft of W7 that serves the live objective, and is served itself."""
    world = settle(inside)
    draft = Objective.objects.get(pk=world.ids["draft_objective"])
    live = Objective.objects.get(pk=world.ids["live"])
    ContributionLinkFactory.create(child=draft, parent_objective=live, rationale="secret up")
    ContributionLinkFactory.create(
        child=ObjectiveFactory.create(ref="SUR-1", state="proposed"),
        parent_objective=draft,
        rationale="secret down",
    )
    assert live.current is not None
    Person.objects.filter(account=world.accounts["division_lead"]).update(staff_id="00471")
    return world


def taken(world: World, role: str, kind: str) -> tuple[str, list[dict[str, str]]]:
    client = Client()
    client.force_login(world.accounts[role])
    response = client.get(address("people:export", kind, "csv"))
    assert response.status_code == 200
    text = response.content.decode("utf-8-sig")
    return text, list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("role", ROLES)
def test_everybody_takes_away_the_objectives_they_may_open(world: World, role: str) -> None:
    standing = standing_of(Person.objects.get(account=world.accounts[role]))

    text, rows = taken(world, role, "objectives")

    seen = Objective.objects.visible_to(standing).values_list("ref", flat=True)
    assert [row["ref"] for row in rows] == sorted(seen)
    assert ("W7-2" in text) is (role in SEES_DRAFT)


@pytest.mark.parametrize("role", ROLES)
def test_a_link_is_taken_away_only_with_both_its_ends(world: World, role: str) -> None:
    standing = standing_of(Person.objects.get(account=world.accounts[role]))

    text, rows = taken(world, role, "links")

    assert len(rows) == links_visible_to(standing).count()
    assert ("W7-2" in text) is (role in SEES_DRAFT)
    assert ("secret" in text) is (role in SEES_DRAFT)


@pytest.mark.parametrize("role", ROLES)
def test_staff_numbers_are_for_those_who_take_everything_out(world: World, role: str) -> None:
    live = Objective.objects.select_related("current").get(pk=world.ids["live"])
    person = Person.objects.get(staff_id="00471")
    ObjectiveFactory.create(ref="A-1", unit=live.unit, state="live", answerable=person)

    text, _ = taken(world, role, "objectives")

    assert ("00471" in text) is (role in SEES_STAFF_NUMBERS)
    assert ("answerable_staff_id" in text) is (role in SEES_STAFF_NUMBERS)


@pytest.mark.parametrize("kind", ["objectives", "links"])
def test_what_a_member_of_staff_took_away_changes_nothing_when_imported(
    world: World, inside: Organisation, noon: datetime, kind: str
) -> None:
    live = Objective.objects.get(pk=world.ids["live"])
    person = Person.objects.get(staff_id="00471")
    ObjectiveFactory.create(ref="A-1", unit=live.unit, state="live", answerable=person)
    text, _ = taken(world, "auditor", kind)
    table = read_table(text.encode(), filename=f"{kind}.csv")
    order = Order(kind=kind, tables={"file": table}, imported_by="Test", now=noon)

    again = services.import_now(
        organisation=inside, order=order, file_names={"file": "a.csv"}, dry_run=False
    )

    assert again.document["problems"] == []
    assert again.outcome.changes_nothing


def test_the_page_of_exports_offers_each_role_what_it_may_take(world: World) -> None:
    for role in ROLES:
        client = Client()
        client.force_login(world.accounts[role])
        page = client.get(address("people:exports")).text
        offered = {
            kind
            for kind in ("units", "people", "priorities", "objectives", "links", "expectations")
            if address("people:export", kind, "xlsx") in page
        }
        whole = {"units", "priorities", "expectations"} if role in SEES_STAFF_NUMBERS else set()
        people = {"people"} if role == "admin" else set()
        assert offered == {"objectives", "links"} | whole | people, role


def test_the_command_exports_everything(
    world: World, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    call_command("export_data", "links", organisation=world.organisation.slug)

    said = capfdbinary.readouterr().out.decode("utf-8-sig")
    assert len(said.splitlines()) == ContributionLink.objects.count() + 1
    assert "secret up" in said and "secret down" in said


def test_exporting_costs_as_many_queries_however_much_there_is(world: World) -> None:
    def cost(kind: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            taken(world, "member", kind)
        return len(captured)

    little = [cost("objectives"), cost("links")]
    live = Objective.objects.get(pk=world.ids["live"])
    for number in range(8):
        child = ObjectiveFactory.create(ref=f"B-{number}", state="live")
        ContributionLinkFactory.create(child=child, parent_objective=live)

    assert [cost("objectives"), cost("links")] == little
