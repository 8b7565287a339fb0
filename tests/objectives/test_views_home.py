from __future__ import annotations

from datetime import timedelta

from django.test import Client
from pytest_django.asserts import (
    assertContains,
)

from people.addresses import address
from people.models import Person
from tests.factories import (
    RoleGrantFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import (
    NOON,
    World,
    agreed,
    words,
    written,
)


def test_home_lists_what_waits_oldest_first(world: World) -> None:
    later = written(world.nurse, world.ward, world.safe, title="A later proposal of ours")
    earlier = written(
        world.nurse,
        world.ward,
        world.fair,
        title="An earlier proposal of ours",
        now=NOON - timedelta(days=3),
    )

    text = client_of(world.sister).get(address("objectives:home")).text

    assert text.index(words(earlier).title) < text.index(words(later).title)
    assert address("objectives:answer", earlier.pk) in text


def test_home_says_how_the_teams_work_reaches_the_board(world: World) -> None:
    agreed(world)

    response = client_of(world.nurse).get(address("objectives:home"))

    assertContains(response, "1 agreed objective serves 1 of the Board’s 2 priorities")
    assertContains(response, f"{address('objectives:objectives')}?priority=SAFE")


def test_home_of_somebody_new_gives_one_clear_next_step(world: World) -> None:
    response = client_of(world.stranger).get(address("objectives:home"))

    assertContains(response, "Nothing waits for you")
    assertContains(response, address("objectives:write"))


def test_home_of_an_administrator_leads_on_with_the_set_up(
    person: Person, signed_in: Client
) -> None:
    RoleGrantFactory.create(person=person, role="org_admin")

    response = signed_in.get(address("objectives:home"))

    assertContains(response, address("people:set_up_tasks"))


def test_home_lists_the_first_objectives_one_leads_and_leads_to_all(world: World) -> None:
    for number in range(11):
        written(world.sister, world.ward, world.safe, title=f"Our objective number {number}")

    client = client_of(world.sister)
    response = client.get(address("objectives:home"))

    assertContains(response, "All 11 objectives you lead")
    assertContains(client.get(address("objectives:objectives") + "?mine=on"), "11 objectives")
