"""The four lights counted together: no average, no ranking, no draft."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from objectives.figures.lights import Light, Lights, Quality, Shown
from objectives.models import Cycle
from people.addresses import address
from people.models import OrgUnit
from reports.queries.lights import FourLights, counted, four_lights
from reports.wording.lights import lights_finding, what_stands_out
from tests.factories import CycleFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, accepted, make_world, written

YES, NO, UNKNOWN, NOT_ASKED = Shown.YES, Shown.NO, Shown.UNKNOWN, Shown.NOT_ASKED


@pytest.fixture
def world(root: OrgUnit) -> World:
    return make_world(root)


@pytest.fixture
def cycle(root: OrgUnit) -> Cycle:
    return CycleFactory.create(state=Cycle.State.AGREEING)


def showing(*shown: Shown) -> Lights:
    made = [
        Light(quality=quality, shown=says, verdict="")
        for quality, says in zip(Quality, shown, strict=True)
    ]
    return Lights(clear=made[0], aligned=made[1], agreed=made[2], challenging=made[3])


def of(*many: Lights) -> FourLights:
    return counted(many, as_of=NOON)


def test_each_pattern_is_counted_and_what_stands_out_is_said() -> None:
    easy, hard = showing(YES, YES, YES, NO), showing(YES, NO, NO, YES)
    found = of(easy, easy, hard, showing(YES, YES, YES, YES), showing(YES, YES, YES, UNKNOWN))

    assert [(line.pattern, line.count) for line in found.together][0] == (
        (YES, YES, YES, NO), 2,
    )  # fmt: skip
    assert found.alone[Quality.CHALLENGING] == {YES: 2, NO: 2, UNKNOWN: 1, NOT_ASKED: 0}
    assert (found.all_four, found.all_known, found.of) == (1, 4, 5)
    assert what_stands_out(found) == [
        "2 are agreed, but not challenging: was it agreed because it was easy?",
        "1 is challenging, but not agreed: what would make it possible to say yes?",
    ]
    assert lights_finding(found) == (
        "1 of 5 objectives is clear, aligned, agreed and challenging. "
        "Of 1 it is not known yet: somebody has still to answer."
    )


def test_patterns_beyond_ten_are_summed_up() -> None:
    every = [showing(a, b, c, YES) for a in Shown for b in Shown for c in (YES, NO)]

    found = of(*every)

    assert (len(found.together), found.others) == (10, len(every) - 10)


def test_where_nothing_is_known_nothing_is_claimed() -> None:
    said = lights_finding(of(showing(*[UNKNOWN] * 4)))

    assert said.startswith("None of 1 objective is clear") and "Of 1 it is not known" in said
    assert what_stands_out(of()) == []


def test_the_page_counts_what_was_put_forward_and_no_draft(world: World, cycle: Cycle) -> None:
    nurse, page = client_of(world.nurse), address("reports:lights")
    accepted(written(world.sister, world.ward, world.safe), "parent_owner", world.director)
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="draft")
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="withdrawn")

    shown = nurse.get(page)

    assertContains(shown, "of 1 objective that was put forward")
    assertContains(shown, "Each light is judged apart")
    assertNotContains(shown, "%")
    assertContains(nurse.get(address("objectives:agreement")), page)


def test_before_anything_is_put_forward_it_says_what_will_be_here(world: World) -> None:
    assertContains(client_of(world.nurse).get(address("reports:lights")), "will be here")


def test_it_is_remembered_for_a_while_and_says_as_of_when(world: World, cycle: Cycle) -> None:
    nurse, page = client_of(world.nurse), address("reports:lights")
    written(world.sister, world.ward, world.safe)
    first = nurse.get(page)
    written(world.sister, world.ward, world.fair, title="Fewer falls on nights")
    again = nurse.get(page)

    assertContains(first, "As of ")
    assert again.context["found"] == first.context["found"]


def test_seventy_objectives_take_as_many_queries_as_seven(world: World, cycle: Cycle) -> None:
    def cost(more: int) -> int:
        for _ in range(more):
            ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
        with CaptureQueriesContext(connection) as captured:
            four_lights(cycle=cycle, now=NOON)
        return len(captured)

    assert cost(7) == cost(63)
