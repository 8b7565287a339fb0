"""The map of one objective's cone: picture, list and conversation of the same things."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from objectives.models import ContributionLink, Cycle, Objective
from objectives.queries.cone import Cone, cone_of
from objectives.queries.cone.picture import (
    BOXES_AT_MOST,
    branches,
    cone_columns,
    cone_in_words,
    talks,
)
from people.addresses import address
from people.models import OrgUnit
from people.tenancy import organisation_in_force
from tests.factories import (
    CheckInFactory,
    ContributionLinkFactory,
    ObjectiveFactory,
    OrgUnitFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, standing


@pytest.fixture
def middle(world: World, cycle: Cycle) -> Objective:
    """Medicine's objective: it serves "Safe, kind care", and Ward 7's serves it."""
    middle = made(world.medicine, cycle, "Halve harm from falls")
    linked(middle, parent_priority=world.safe, state="accepted")
    below = made(world.ward, cycle, "Falls down by a fifth", state="proposed")
    linked(below, parent_objective=middle)
    return middle


def made(unit: OrgUnit, cycle: Cycle, title: str, *, state: str = "live") -> Objective:
    objective: Objective = ObjectiveFactory.create(
        unit=unit, cycle=cycle, title=title, state=state, agreed_at=NOON
    )
    return objective


def linked(child: Objective, **facts: object) -> None:
    ContributionLinkFactory.create(child=child, **facts)


def shown(world: World, objective: Objective, *, unit_code: str = "") -> Cone:
    return cone_of(objective, standing=standing(world.nurse), now=NOON, unit_code=unit_code)


def test_a_cone_goes_up_to_priorities_and_down_to_what_serves_it(
    world: World, middle: Objective
) -> None:
    linked(made(world.surgery, middle.cycle, "Beside it"), parent_priority=world.safe)

    cone = shown(world, middle)

    assert [(box.level, box.title) for box in cone.boxes] == [
        (0, "Safe, kind care"),
        (1, "Halve harm from falls"),
        (2, "Falls down by a fifth"),
    ]
    assert cone_in_words(cone) == "2 objectives, 1 of them agreed. 1 link waits to be confirmed."


def test_agreement_and_confidence_are_in_words_and_line_style(
    world: World, middle: Objective
) -> None:
    CheckInFactory.create(objective=middle, confidence=4, checked_in_at=NOON)

    columns = cone_columns(shown(world, middle))

    assert [box.words for box in columns.boxes] == [
        "Board priority",
        "Medicine · Live · Confident · this one",
        "Ward 7 · Proposed",
    ]
    assert [(edge.is_dashed) for edge in sorted(columns.edges, key=lambda e: e.is_dashed)] == [
        False,
        True,
    ]
    assert columns.boxes[2].is_dashed


def test_the_list_says_the_same_as_the_picture(world: World, middle: Objective) -> None:
    columns = cone_columns(shown(world, middle))

    [top] = branches(columns)

    assert top.title == "Safe, kind care"
    assert top.branches[0].branches[0].words == "Ward 7 · Proposed · link not confirmed yet"


def test_the_conversation_puts_what_is_still_talked_about_first(
    world: World, middle: Objective
) -> None:
    groups = [
        (talk.heading, [(box.title, waiting) for box, waiting in talk.boxes])
        for talk in talks(shown(world, middle))
    ]

    assert groups == [
        ("Not agreed yet: the talk goes on", [("Falls down by a fifth", 1)]),
        ("Agreed by both sides", [("Halve harm from falls", 0)]),
    ]


def test_drafts_one_may_not_see_and_what_hangs_on_them_are_not_there(
    world: World, middle: Objective
) -> None:
    secret = made(world.surgery, middle.cycle, "A secret draft", state="draft")
    linked(secret, parent_objective=middle)
    linked(made(world.surgery, middle.cycle, "Hangs on it"), parent_objective=secret)

    client = client_of(world.nurse)
    for view in ("map", "list", "conversation"):
        response = client.get(f"{address('objectives:cone', middle.pk)}?view={view}")
        assertContains(response, "Falls down by a fifth")
        assertNotContains(response, "secret draft")
        assertNotContains(response, "Hangs on it")


def test_withdrawn_and_ended_are_not_on_the_map(world: World, middle: Objective) -> None:
    linked(made(world.ward, middle.cycle, "Gone", state="withdrawn"), parent_objective=middle)
    linked(made(world.ward, middle.cycle, "Parted"), parent_objective=middle, state="ended")

    assert len(shown(world, middle).boxes) == 3


def test_a_unit_narrows_it_and_keeps_the_way_up(world: World, middle: Objective) -> None:
    linked(made(world.surgery, middle.cycle, "Theatre floors dry"), parent_objective=middle)

    cone = shown(world, middle, unit_code="W7")

    assert [box.title for box in cone.boxes] == [
        "Safe, kind care",
        "Halve harm from falls",
        "Falls down by a fifth",
    ]
    assert ("SUR", "Surgery") in cone.units


def test_one_address_has_three_ways_to_see_it(world: World, middle: Objective) -> None:
    client, url = client_of(world.nurse), address("objectives:cone", middle.pk)

    assertContains(client.get(url), '<svg class="app-columns"')
    assertNotContains(client.get(f"{url}?view=list"), '<svg class="app-')
    assertContains(client.get(f"{url}?view=conversation"), "Not agreed yet")
    assertContains(client.get(f"{url}?view=nonsense"), '<svg class="app-columns"')
    assertContains(client.get(f"{url}?view=list&unit=W7"), "?view=map&amp;unit=W7")
    assertContains(client.get(address("objectives:objective", middle.pk)), url)


def many(world: World, under: Objective, count: int) -> None:
    units = [OrgUnitFactory.create(name=f"Ward {count}-{n}", parent=world.ward) for n in range(10)]
    rows = [
        ObjectiveFactory.create(unit=units[n % 10], cycle=under.cycle, state="live")
        for n in range(count)
    ]
    ContributionLink.objects.bulk_create(
        ContributionLink(
            organisation=organisation_in_force(),
            child=row,
            parent_objective=rows[n // 4] if n >= 4 else under,
            state="accepted",
        )
        for n, row in enumerate(rows)
    )


def cost(world: World, objective: Objective) -> int:
    who = standing(world.nurse)
    with CaptureQueriesContext(connection) as captured:
        cone_columns(cone_of(objective, standing=who, now=NOON))
    return len(captured)


def test_a_map_of_700_objectives_folds_and_costs_no_more_queries_than_one_of_7(
    world: World, middle: Objective
) -> None:
    many(world, middle, 7)
    little = cost(world, middle)
    many(world, middle, 700)

    columns = cone_columns(shown(world, middle))

    assert cost(world, middle) == little
    assert len(columns.boxes) <= BOXES_AT_MOST
    assert sum(box.holds for box in columns.boxes) == 710
    assert all(box.href.startswith("/northvale/objectives/") for box in columns.boxes)
    assert {(talk.heading, talk.total, talk.more) for talk in talks(shown(world, middle))} == {
        ("Not agreed yet: the talk goes on", 1, 0),
        ("Agreed by both sides", 708, 658),
    }
    assert len(columns.draw(id="cone")) < 200_000
