"""Home, the list, one objective, teams: what each person finds there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import (
    assertContains,
    assertRedirects,
    assertTemplateUsed,
)

from objectives import services
from objectives.models import Objective
from objectives.services import Words
from people.addresses import address
from people.models import Person
from tests.conftest import HTMX
from tests.factories import (
    AskedObjectiveFactory,
    ContributionLinkFactory,
    CycleFactory,
    ObjectiveFactory,
    OrgUnitFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import (
    NOON,
    World,
    accepted,
    agreed,
    standing,
    words,
    written,
)


@pytest.mark.parametrize(
    "name", ["home", "objectives", "write", "parents", "teams", "expectations"]
)
def test_signed_out_people_are_sent_to_client_of(client: Client, person: Person, name: str) -> None:
    url = address(f"objectives:{name}")

    response = client.get(url)

    assertRedirects(response, f"{reverse('account_login')}?next={url}")


@pytest.fixture
def several(world: World) -> list[Objective]:
    CycleFactory.create(state="agreeing")
    return [
        ObjectiveFactory.create(unit=world.ward, title="Falls down by a fifth", state="live"),
        ObjectiveFactory.create(unit=world.surgery, title="Theatre starts on time", ref="SUR-9"),
        ObjectiveFactory.create(
            unit=world.medicine, title="Halve harm from falls", state="proposed"
        ),
        ObjectiveFactory.create(unit=world.ward, title="Was ours once", state="withdrawn"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Falls down by a fifth", "Halve harm from falls"}),
        ("q=falls", {"Falls down by a fifth", "Halve harm from falls"}),
        ("q=fifth+falls", {"Falls down by a fifth"}),
        ("state=live", {"Falls down by a fifth"}),
        ("state=withdrawn", {"Was ours once"}),
        ("state=nonsense", {"Falls down by a fifth", "Halve harm from falls"}),
        ("unit=MED", {"Falls down by a fifth", "Halve harm from falls"}),
        ("unit=W7", {"Falls down by a fifth"}),
        ("unit=NOWHERE", set()),
        ("priority=SAFE", {"Falls down by a fifth", "Halve harm from falls"}),
        ("priority=FAIR", set()),
        ("mine=on", {"Falls down by a fifth"}),
        ("q=theatre", set()),  # a draft of another team
        ("q=SUR-9", set()),
    ],
)
def test_the_list_is_narrowed_to_what_is_looked_for(
    world: World, several: list[Objective], query: str, found: set[str]
) -> None:
    ContributionLinkFactory.create(child=several[2], parent_priority=world.safe)
    ContributionLinkFactory.create(child=several[0], parent_objective=several[2])

    response = client_of(world.sister).get(f"{address('objectives:objectives')}?{query}")

    assert {line.title for line in response.context["page"].object_list} == found


def test_the_list_is_sorted_both_ways(world: World, several: list[Objective]) -> None:
    client = client_of(world.sister)

    def titles(sort: str) -> list[str]:
        page = client.get(f"{address('objectives:objectives')}?sort={sort}").context["page"]
        return [line.title for line in page.object_list]

    assert titles("title") == ["Falls down by a fifth", "Halve harm from falls"]
    assert titles("-title") == ["Halve harm from falls", "Falls down by a fifth"]


def test_htmx_gets_the_list_alone(world: World, several: list[Objective]) -> None:
    response = client_of(world.sister).get(address("objectives:objectives"), headers=HTMX)

    assertTemplateUsed(response, "objectives/_objectives.html")
    assert "<html" not in response.text
    assert "HX-Request" in response.headers["Vary"]


def test_pages_of_another_organisation_do_not_exist(world: World) -> None:
    objective = agreed(world)
    url = address("objectives:objective", objective.pk).replace("northvale", "elsewhere")

    assert client_of(world.sister).get(url).status_code == 404


def fill_lists(world: World, how_many: int) -> None:
    for number in range(how_many):
        objective = written(
            world.nurse, world.ward, world.safe, title=f"Our objective number {number}"
        )
        if number % 2:
            accepted(objective, "parent_owner", world.director)
        AskedObjectiveFactory.create(
            unit=OrgUnitFactory.create(parent=world.ward), priority=world.fair
        )


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


PAGES: list[tuple[str, Callable[[World], list[Any]], str]] = [
    ("home", lambda world: [], "sister"),
    ("home", lambda world: [], "director"),
    ("objectives", lambda world: [], "nurse"),
    ("teams", lambda world: [], "nurse"),
    ("team", lambda world: [world.ward.pk], "nurse"),
    ("team", lambda world: [world.medicine.pk], "manager"),
]


@pytest.mark.parametrize(("name", "ids", "who"), PAGES, ids=lambda v: v if v is str else None)
def test_a_page_costs_as_many_queries_for_much_as_for_little(
    world: World,
    name: str,
    ids: Callable[[World], list[Any]],
    who: str,
) -> None:
    client, url = client_of(getattr(world, who)), address(f"objectives:{name}", *ids(world))
    fill_lists(world, 1)
    client.get(url)
    little = queries_of(client, url)

    fill_lists(world, 9)

    assert queries_of(client, url) == little


def test_an_objectives_page_costs_as_many_queries_for_much_as_for_little(world: World) -> None:
    objective = agreed(world)
    client, url = client_of(world.sister), address("objectives:objective", objective.pk)

    def grow(times: int) -> None:
        for number in range(times):
            written(world.sister, world.ward, objective, title=f"Our objective number {number}")
            services.word_anew(
                objective=objective,
                words=Words(title=f"Falls down by {number} and {times} in a hundred"),
                number=words(objective).number,
                by=world.sister,
                standing=standing(world.sister),
                now=NOON,
            )
            ContributionLinkFactory.create(child=objective, state="declined", reason="No")

    grow(1)
    client.get(url)
    little = queries_of(client, url)
    grow(9)

    assert queries_of(client, url) == little


def test_the_list_leads_to_the_same_objectives_as_a_file(
    world: World, several: list[Objective]
) -> None:
    url = address("people:export", "objectives", "csv")

    assertContains(client_of(world.nurse).get(address("objectives:objectives")), url)
    assertContains(client_of(world.nurse).get(url), "Falls down by a fifth")
