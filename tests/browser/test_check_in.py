"""Checking in on five objectives on a phone, with fingers, with keys, and from a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, expect

from objectives.models import CheckIn, Objective
from objectives.services.check_in_letters import token_for
from people.models import Person
from people.tenancy import acting_in
from tests.browser.conftest import NARROW
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, lead, small_world
from tests.factories import (
    CheckInFactory,
    ContributionNoteFactory,
    MeasuredValueFactory,
    MeasureFactory,
    ObjectiveFactory,
    OrgUnitFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIVE = 5
CLICKS = 1 + FIVE + 1  # from home: open it, a word for each, save
KEYSTROKES = 20  # from the top of the page: to the content, a word for each, save


@dataclass(frozen=True, kw_only=True)
class Ward:
    world: World
    leader: Person
    objectives: list[Objective]


def ward_with(how_many: int) -> Ward:
    """A ward with objectives about which nobody has said anything for weeks."""
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        unit = OrgUnitFactory.create(code="W7", name="Ward 7 for older people")
        leader = lead("Leo Lead", unit)
        now = timezone.now()
        objectives = [
            ObjectiveFactory.create(
                unit=unit,
                state="live",
                title=f"Promise {number} to the people on our ward is kept by March",
                agreed_at=now - timedelta(days=90),
            )
            for number in range(1, how_many + 1)
        ]
        for objective in objectives:
            CheckInFactory.create(
                objective=objective, person=leader, checked_in_at=now - timedelta(days=40)
            )
    return Ward(world=world, leader=leader, objectives=objectives)


@dataclass
class Clicks:
    """A person's clicks, counted."""

    made: int = 0

    def on(self, wanted: Locator) -> None:
        wanted.click()
        self.made += 1


def said_since(ward: Ward) -> list[CheckIn]:
    with acting_in(ward.world.organisation, cause="test"):
        recent = timezone.now() - timedelta(days=1)
        return list(CheckIn.objects.filter(checked_in_at__gt=recent, undone_at=None))


def radio(visitor: Visitor, objective: Objective, words: str) -> Locator:
    group = visitor.page.locator(f"#objective-{objective.pk}")
    return group.get_by_text(words, exact=True)


@pytest.mark.parametrize("javascript", [True, False])
def test_five_objectives_take_a_click_each_and_two_more(
    new_visitor: NewVisitor, *, javascript: bool
) -> None:
    ward, clicks = ward_with(FIVE), Clicks()
    visitor = new_visitor(width=NARROW, javascript=javascript)
    visitor.sign_in(ward.world.account(ward.leader))
    visitor.sees("For you")

    clicks.on(visitor.page.get_by_role("link", name="Check in on 5 objectives"))
    visitor.sees("Check in on 5 objectives")
    for objective in ward.objectives[:4]:
        clicks.on(radio(visitor, objective, "No change: confident"))
    clicks.on(radio(visitor, ward.objectives[4], "Very confident"))
    clicks.on(visitor.page.get_by_role("button", name="Save", exact=True))
    visitor.sees("For you")

    visitor.reads("Saved: 5 check-ins.")
    visitor.reads("Nothing waits for you.")
    assert clicks.made == CLICKS
    assert len(said_since(ward)) == FIVE
    visitor.press("Undo")
    visitor.sees("Check in on 5 objectives")
    visitor.reads("Taken back.")
    assert said_since(ward) == []


def test_with_keys_alone_it_takes_few_strokes(new_visitor: NewVisitor) -> None:
    ward = ward_with(FIVE)
    visitor = new_visitor(width=NARROW)
    visitor.sign_in(ward.world.account(ward.leader))
    visitor.go("/willowbrook/check-in/")
    visitor.look()
    strokes = 0

    def strike(key: str) -> None:
        nonlocal strokes
        visitor.page.keyboard.press(key)
        strokes += 1

    strike("Tab")
    strike("Enter")  # skips to the content
    for _ in range(FIVE):
        strike("Tab")
        strike("Space")
        strike("Tab")  # past what is folded away
    strike("Tab")
    expect(visitor.page.get_by_role("button", name="Save", exact=True)).to_be_focused()
    strike("Enter")
    visitor.sees("For you")

    assert strokes <= KEYSTROKES
    assert [one.is_no_change for one in said_since(ward)] == [True] * FIVE


def test_a_mistake_keeps_everything_and_says_where(new_visitor: NewVisitor) -> None:
    ward = ward_with(2)
    first, second = ward.objectives
    with acting_in(ward.world.organisation, cause="test"):
        MeasureFactory.create(version=second.current, name="Falls a month", unit_name="falls")
    visitor = new_visitor(width=NARROW)
    visitor.sign_in(ward.world.account(ward.leader))
    visitor.go("/willowbrook/check-in/")
    radio(visitor, first, "Confident").click()
    radio(visitor, second, "Very confident").click()
    visitor.fill("Falls a month, now (falls)", "about ten")

    visitor.press("Save")
    summary = visitor.page.locator(".nhsuk-error-summary")
    expect(summary).to_contain_text("Falls a month must be a number")
    visitor.has_focus(summary)
    visitor.look()
    expect(visitor.field("Falls a month, now (falls)")).to_have_value("about ten")
    assert said_since(ward) == []
    visitor.fill("Falls a month, now (falls)", "10")
    visitor.press("Save")
    visitor.sees("For you")
    assert len(said_since(ward)) == 2


@pytest.mark.parametrize("javascript", [True, False])
def test_a_fall_is_followed_by_who_can_help(new_visitor: NewVisitor, *, javascript: bool) -> None:
    ward = ward_with(1)
    visitor = new_visitor(width=NARROW, javascript=javascript)
    visitor.sign_in(ward.world.account(ward.leader))
    visitor.go("/willowbrook/check-in/")
    radio(visitor, ward.objectives[0], "Mixed").click()
    visitor.press("Save")

    visitor.sees("Why, and who can help?")
    visitor.reads("It was confident, and is mixed now")
    visitor.fill("What got in the way?", "Two vacancies since July")
    visitor.fill("Who can help?", "Medicine, with a bank nurse")
    visitor.press("Save")

    visitor.sees("For you")
    assert [one.who_can_help for one in said_since(ward)] == ["Medicine, with a bank nurse"]


def test_a_letters_link_takes_two_clicks_and_no_sign_in(new_visitor: NewVisitor) -> None:
    ward, clicks = ward_with(1), Clicks()
    token = token_for(ward.leader, now=timezone.now())
    visitor = new_visitor(width=NARROW)
    visitor.go(reverse("from_letters:check_in", args=("willowbrook", token)))
    visitor.sees("Check in on 1 objective")

    clicks.on(visitor.page.get_by_text("Very confident", exact=True))
    clicks.on(visitor.page.get_by_role("button", name="Confirm"))
    visitor.sees("Nothing more is due")

    visitor.reads("Saved. Thank you, Leo Lead.")
    assert clicks.made == 2
    assert len(said_since(ward)) == 1
    visitor.go(reverse("from_letters:check_in", args=("willowbrook", f"{token}x")))
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("This link does not work")
    visitor.trouble.clear()  # the browser calls the 404 an error, which it is meant to be
    visitor.look()
    names = {cookie["name"] for cookie in visitor.page.context.cookies()}
    assert not any("session" in name for name in names), names


def test_how_it_goes_is_seen_and_said_on_the_objectives_page(
    new_visitor: NewVisitor, width: int
) -> None:
    ward = ward_with(1)
    [objective] = ward.objectives
    with acting_in(ward.world.organisation, cause="test"):
        for position, kind in enumerate(("outcome", "balancing"), start=1):
            measure = MeasureFactory.create(
                version=objective.current,
                position=position,
                name=f"Falls of kind {position} a month",
                unit_name="falls",
                kind=kind,
                direction="down",
                baseline=14,
                target=10,
            )
            for days, value in enumerate((14, 15, 14, 13, 14, 12, 11, 10, 9, 9, 8, 8)):
                said = CheckInFactory.create(
                    objective=objective,
                    checked_in_at=timezone.now() - timedelta(days=360 - days * 30),
                )
                MeasuredValueFactory.create(check_in=said, measure=measure, value=value)
        ContributionNoteFactory.create(objective=objective, person=ward.leader)
    visitor = new_visitor(width=width)
    visitor.sign_in(ward.world.account(ward.leader))
    visitor.go(f"/willowbrook/objectives/{objective.pk}/")
    visitor.look()
    visitor.reads("all below the median of 11.5: something has changed.")
    visitor.page.get_by_text("Show as a table").first.click()
    visitor.look()

    visitor.page.get_by_role("button", name="No change: confident").click()
    visitor.reads("Confident, no change")
    visitor.look()
