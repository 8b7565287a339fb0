"""The four lights: hints while words are typed, and a rating that neither side sees early."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from objectives.models import Objective
from people.models import Person
from people.tenancy import acting_in
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import small_world
from tests.objectives.world import World, agreed, make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def settled() -> tuple[World, Objective]:
    small = small_world()
    with acting_in(small.organisation, cause="test"):
        world = make_world(small.root)
        return world, agreed(world)


def arrived(person: Person, visitor: Visitor) -> Visitor:
    assert person.account is not None
    visitor.sign_in(person.account)
    return visitor


def rates(visitor: Visitor, objective: Objective, hard: str) -> None:
    visitor.go(f"/willowbrook/objectives/{objective.pk}/")
    visitor.sees("Falls with harm")
    visitor.follow("Say how hard and how doable it is")
    visitor.sees("How hard, and how doable?")
    groups = visitor.page.get_by_role("group")
    for at, word in enumerate((hard, "Doable", "Mostly")):
        groups.nth(at).get_by_label(word, exact=True).check()
    visitor.press("Keep my view")
    visitor.reads("Kept. What each side said is shown when both have rated.")
    visitor.sees("Falls with harm")


def test_two_sides_rate_unseen_and_then_see_each_other(new_visitor: NewVisitor, width: int) -> None:
    world, objective = settled()
    sister = arrived(world.sister, new_visitor(width=width))
    rates(sister, objective, "Very hard")
    sister.reads("One side has rated")
    assert "very hard" not in sister.page.get_by_role("main").inner_text()

    director = arrived(world.director, new_visitor(width=width, javascript=False))
    rates(director, objective, "Fair")

    director.reads("The sides see it differently")
    director.reads("Its owner finds it very hard and doable")
    sister.go(f"/willowbrook/teams/{world.ward.pk}/")
    sister.sees("Ward 7")
    sister.reads("Challenging: not known")


def test_hints_come_while_words_are_typed(new_visitor: NewVisitor, width: int) -> None:
    world, _ = settled()
    sister = arrived(world.sister, new_visitor(width=width))
    sister.go("/willowbrook/objectives/write/")
    sister.sees("Write an objective")
    title = sister.page.get_by_label("The objective, in one sentence")
    hints = sister.page.locator("#hints")

    title.press_sequentially("Deliver robust care to all who come")
    expect(hints).to_contain_text("“robust” can mean many things")
    expect(title).to_be_focused()
    sister.look()

    title.fill("Falls with harm on Ward 7 are down by a fifth")
    expect(hints).not_to_contain_text("robust")
    expect(hints).to_contain_text("How will you see that it is reached?")
