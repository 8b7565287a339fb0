from __future__ import annotations

from django.test import Client
from pytest_django.asserts import (
    assertContains,
    assertNotContains,
    assertTemplateUsed,
)

from people.addresses import address
from tests.conftest import HTMX
from tests.factories import (
    AskedObjectiveFactory,
    ExpectedContributionFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import (
    World,
    agreed,
    written,
)


def test_a_team_page_shows_its_people_its_work_and_its_gaps(world: World) -> None:
    agreed(world)
    ExpectedContributionFactory.create(unit=world.ward, priority=world.fair)

    response = client_of(world.sister).get(address("objectives:team", world.ward.pk))

    assertContains(response, "2 people. Led by Sam Sister.")
    assertContains(response, "Priorities with no objective here yet")
    assertContains(response, "?unit=W7&amp;serves=priority:FAIR")
    assertNotContains(response, "serves=priority:SAFE")
    assertContains(response, "Expected")


def test_whoever_may_not_write_there_asks_the_lead(world: World) -> None:
    client, url = client_of(world.stranger), address("objectives:team", world.ward.pk)

    assertContains(client.get(url), address("objectives:ask", world.ward.pk, "FAIR"))

    AskedObjectiveFactory.create(unit=world.ward, priority=world.fair)
    response = client.get(url)
    assertNotContains(response, address("objectives:ask", world.ward.pk, "FAIR"))
    assertContains(response, "Asked on 2 May 2026")


def test_a_priority_not_expected_of_a_team_is_no_gap(world: World) -> None:
    ExpectedContributionFactory.create(
        unit=world.ward, priority=world.fair, expectation="not_expected"
    )

    page = client_of(world.sister).get(address("objectives:team", world.ward.pk)).context["page"]

    assert [gap.ref for gap in page.gaps] == ["SAFE"]


def test_what_a_unit_below_serves_is_no_gap_of_the_unit_above(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    written(world.sister, world.ward, above)

    client = client_of(world.nurse)
    gaps = [
        [gap.ref for gap in client.get(address("objectives:team", pk)).context["page"].gaps]
        for pk in (world.ward.pk, world.medicine.pk, world.surgery.pk)
    ]

    assert gaps == [["FAIR"], ["FAIR"], ["SAFE", "FAIR"]]


def test_a_team_works_with_those_it_shares_links_with(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    written(world.sister, world.ward, above)

    page = client_of(world.nurse).get(address("objectives:team", world.ward.pk)).context["page"]

    assert [(line.name, line.objectives) for line in page.works_with] == [("Medicine", 1)]


def test_teams_are_mine_first_then_those_a_search_finds(world: World) -> None:
    client = client_of(world.nurse)

    page = client.get(address("objectives:teams"))
    found = client.get(address("objectives:teams") + "?q=surg", headers=HTMX)

    assert [line.name for line in page.context["mine"]] == ["Ward 7"]
    assert len(page.context["page"].object_list) == 4
    assertTemplateUsed(found, "objectives/_teams.html")
    assert [line.name for line in found.context["page"].object_list] == ["Surgery"]


def test_a_team_that_is_not_there_is_missing(signed_in: Client) -> None:
    assert signed_in.get(address("objectives:team", 404)).status_code == 404
