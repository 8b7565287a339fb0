"""From above and from below: what is unmatched, and one thing to do on each row."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from objectives.models import ContributionLink, Cycle, Objective
from objectives.queries.between import OPEN_AT_MOST, Between, between
from people.addresses import address
from people.tenancy import organisation_in_force
from tests.factories import (
    AskedObjectiveFactory,
    ContributionLinkFactory,
    ExpectedContributionFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PromiseFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, standing, written


def page_of(world: World) -> Between:
    return between(
        world.medicine, standing=standing(world.manager), cycle=Cycle.objects.current().first()
    )


def test_a_priority_expected_of_a_unit_is_unmatched_until_something_serves_it(
    world: World, cycle: Cycle
) -> None:
    ExpectedContributionFactory.create(unit=world.medicine, priority=world.safe)
    ExpectedContributionFactory.create(
        unit=world.medicine, priority=world.fair, expectation="not_expected"
    )
    before = page_of(world)
    written(world.sister, world.ward, world.safe)
    after = page_of(world)

    [line] = before.expected
    assert (line.title, line.is_matched) == ("Safe, kind care", False)
    assert line.act_href == address("objectives:match", world.medicine.pk) + "?to=priority:SAFE"
    [line] = after.expected
    assert (line.is_matched, line.act, after.unmatched_above) == (True, "See what serves it", 0)


def test_objectives_of_the_unit_above_that_nobody_serves_come_first(
    world: World, cycle: Cycle
) -> None:
    served = ObjectiveFactory.create(unit=world.board, cycle=cycle, state="agreed", title="A")
    ObjectiveFactory.create(unit=world.board, cycle=cycle, state="agreed", title="B", ref="B-1")
    ours = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="agreed")
    ContributionLinkFactory.create(child=ours, parent_objective=served)
    ObjectiveFactory.create(unit=world.board, cycle=cycle, state="draft", title="A secret draft")

    lines = page_of(world).expected

    assert [(line.title, line.is_matched) for line in lines] == [("B", False), ("A", True)]
    assert lines[0].act_href.endswith("/between/match/?to=objective:B-1")


def test_what_is_asked_of_the_unit_is_answered_from_its_row(world: World, cycle: Cycle) -> None:
    asked = AskedObjectiveFactory.create(unit=world.medicine, priority=world.safe)

    [line] = page_of(world).expected

    assert line.act_href == address("objectives:asked", asked.pk)


def test_offers_needs_and_questions_from_below_are_there_longest_wait_first(
    world: World, cycle: Cycle
) -> None:
    ours = ObjectiveFactory.create(unit=world.medicine, cycle=cycle, state="agreed")
    offered = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="agreed")
    link = ContributionLinkFactory.create(child=offered, parent_objective=ours, proposed_at=NOON)
    need = PromiseFactory.create(
        objective=offered,
        promiser=world.medicine,
        words="Two hours a week",
        asked_at=NOON - timedelta(days=3),
    )
    asked = AskedObjectiveFactory.create(
        unit=world.ward, priority=world.fair, asked_at=NOON - timedelta(days=9)
    )

    lines = page_of(world).offered

    assert [line.act_href for line in lines] == [
        address("objectives:asked", asked.pk),
        address("objectives:promise", need.pk),
        address("objectives:answer_link", link.pk),
    ]
    assert "Ward 7" in lines[2].facts


def test_words_still_talked_about_are_answered_with_their_link(world: World, cycle: Cycle) -> None:
    ours = ObjectiveFactory.create(unit=world.medicine, cycle=cycle, state="agreed")
    offered = written(world.sister, world.ward, ours)

    [line] = page_of(world).offered

    assert line.act_href == address("objectives:answer", offered.pk)


def test_an_objective_below_that_serves_nothing_is_unmatched(world: World, cycle: Cycle) -> None:
    lost = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", local_reason="Our roof")
    served = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
    ContributionLinkFactory.create(child=served, parent_priority=world.safe)

    lines = page_of(world).offered

    match = address("objectives:match", world.medicine.pk)
    assert [line.act_href for line in lines] == [f"{match}?offer={lost.pk}"]


@pytest.mark.parametrize(("count", "is_over"), [(OPEN_AT_MOST, False), (OPEN_AT_MOST + 1, True)])
def test_more_than_seven_open_objectives_are_too_many(
    world: World, cycle: Cycle, count: int, is_over: bool
) -> None:
    for _ in range(count):
        ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="draft")
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="achieved")

    loads = page_of(world).loads

    assert [(load.name, load.open, load.is_over) for load in loads] == [
        ("Ward 7", count, is_over),
        ("Medicine", 0, False),
    ]


def test_a_team_page_leads_its_leads_there(world: World, cycle: Cycle) -> None:
    team = address("objectives:team", world.ward.pk)
    page = address("objectives:between", world.ward.pk)

    assertContains(client_of(world.sister).get(team), page)
    assertContains(client_of(world.manager).get(page), "Expected from above")
    assertNotContains(client_of(world.nurse).get(team), page)
    assert client_of(world.nurse).get(page).status_code == 403


def test_it_costs_as_many_queries_for_700_objectives_as_for_7(world: World, cycle: Cycle) -> None:
    ExpectedContributionFactory.create(unit=world.medicine, priority=world.safe)
    ours = ObjectiveFactory.create(unit=world.medicine, cycle=cycle, state="agreed")

    def many(count: int) -> None:
        rows = [
            ObjectiveFactory.create(
                unit=(world.ward, world.board, world.medicine)[number % 3],
                cycle=cycle,
                state="live",
            )
            for number in range(count)
        ]
        ContributionLink.objects.bulk_create(
            ContributionLink(organisation=organisation_in_force(), child=row, parent_objective=ours)
            for row in rows[::2]
        )
        OrgUnitFactory.create(name=f"Another of {count}", parent=world.medicine)

    def cost() -> int:
        now = standing(world.manager)
        with CaptureQueriesContext(connection) as captured:
            between(world.medicine, standing=now, cycle=cycle)
        return len(captured)

    many(7)
    little = cost()
    many(700)

    assert cost() == little
    assert Objective.objects.count() > 700
