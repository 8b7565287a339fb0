"""A leader in the middle puts offers beside expectations; no draft is sent unseen."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from objectives.figures.bridging import AT_MOST, bridge
from objectives.models import ContributionLink, Cycle
from objectives.queries.matching import expected_for, offers_for
from people.addresses import address
from tests.factories import (
    ContributionLinkFactory,
    ExpectedContributionFactory,
    ObjectiveFactory,
    ObjectiveVersionFactory,
)
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, standing, written


@pytest.mark.parametrize(
    ("why", "expected", "sentence"),
    [
        (
            "A fall can end a life at home",
            "Safe care",
            "Ward 7 offers “Fewer falls with harm” towards “Safe care”. "
            "Why it matters: A fall can end a life at home.",
        ),
        (
            "",
            "Halve harm from falls",
            "Ward 7 offers “Fewer falls with harm” towards “Halve harm from falls”. "
            "Both are about falls and harm.",
        ),
        ("", "Fair pay", "Ward 7 offers “Fewer falls with harm” towards “Fair pay”."),
    ],
)
def test_the_draft_is_made_of_both_wordings(why: str, expected: str, sentence: str) -> None:
    assert (
        bridge(unit="Ward 7", offered="Fewer falls with harm.", why=why, expected=expected)
        == sentence
    )


def test_the_longest_words_still_fit_into_a_rationale() -> None:
    drafted = bridge(unit="U" * 200, offered="o" * 280, why="w" * 600, expected="e" * 280)

    assert len(drafted) <= AT_MOST and drafted.endswith("…")


def test_offers_nearest_to_what_is_expected_come_first(world: World, cycle: Cycle) -> None:
    make = ObjectiveFactory.create
    make(unit=world.ward, cycle=cycle, state="live", title="Letters on the same day")
    make(unit=world.ward, cycle=cycle, state="live", title="Kind words at every handover")
    make(unit=world.ward, cycle=cycle, state="draft", title="Safe, kind care in draft")
    make(unit=world.surgery, cycle=cycle, state="live", title="Safe, kind care elsewhere")
    there = make(unit=world.ward, cycle=cycle, state="live", title="Kind care already")
    ContributionLinkFactory.create(child=there, parent_priority=world.safe)

    page = offers_for(
        "priority:SAFE", unit=world.medicine, standing=standing(world.manager), cycle=cycle
    )

    assert page is not None
    assert [line.title for line in page.lines] == [
        "Kind words at every handover",
        "Letters on the same day",
    ]
    assert [(one.load.name, one.load.open) for one in page.asking] == [("Ward 7", 3)]
    assert page.asking[0].href == address("objectives:ask", world.ward.pk, "SAFE")


def test_what_is_expected_stands_beside_an_offer(world: World, cycle: Cycle) -> None:
    for priority in (world.fair, world.safe):
        ExpectedContributionFactory.create(unit=world.medicine, priority=priority)
    offer = ObjectiveFactory.create(
        unit=world.ward, cycle=cycle, state="live", title="Kind words at handover"
    )

    page = expected_for(offer, unit=world.medicine, standing=standing(world.manager), cycle=cycle)

    assert [line.title for line in page.lines] == ["Safe, kind care", "Fair outcomes"]
    assert page.lines[0].act_href.endswith(f"/{offer.pk}/serve/?serves=priority:SAFE&draft=yes")


def test_a_draft_is_shown_and_only_what_was_sent_is_kept(world: World, cycle: Cycle) -> None:
    offer = ObjectiveFactory.create(
        unit=world.ward, cycle=cycle, state="live", title="Kind words at handover"
    )
    manager, serve = client_of(world.manager), address("objectives:serve", offer.pk)

    shown = manager.get(f"{serve}?serves=priority:SAFE&draft=yes")
    before = ContributionLink.objects.count()
    manager.post(
        serve, sent(serves="priority:SAFE", strength="direct", rationale="In my own words")
    )

    assertContains(shown, "Ward 7 offers “Kind words at handover” towards “Safe, kind care”.")
    assertContains(shown, "drafted from both wordings")
    assert before == 0
    assert ContributionLink.objects.get().rationale == "In my own words"
    assertNotContains(manager.get(f"{serve}?serves=priority:SAFE"), "Ward 7 offers")


def test_what_does_not_exist_or_is_not_theirs_is_not_matched(world: World, cycle: Cycle) -> None:
    page = address("objectives:match", world.medicine.pk)
    elsewhere = ObjectiveFactory.create(unit=world.surgery, cycle=cycle, state="live")
    manager = client_of(world.manager)

    for asked in ("?to=priority:NONE", "?to=objective:NONE", "", f"?offer={elsewhere.pk}"):
        assert manager.get(page + asked).status_code == 404
    assert client_of(world.nurse).get(page + "?to=priority:SAFE").status_code == 403
    assertContains(manager.get(page + "?to=priority:SAFE"), "Ask Ward 7")


def test_it_costs_as_many_queries_for_100_offers_as_for_7(world: World, cycle: Cycle) -> None:
    def cost(count: int) -> int:
        for _ in range(count):
            ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
        reader = standing(world.manager)
        with CaptureQueriesContext(connection) as captured:
            offers_for("priority:SAFE", unit=world.medicine, standing=reader, cycle=cycle)
        return len(captured)

    written(world.sister, world.ward, world.safe, now=NOON)
    ObjectiveVersionFactory.create(title="Another")

    assert cost(7) == cost(100)
