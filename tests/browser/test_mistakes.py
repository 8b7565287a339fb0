"""A mistake is named in place, then mended; what two people save at once is not lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from people.tenancy import acting_in
from strategy.models import PriorityWording
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, draft_with_a_priority, small_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STOPS_AT_MOST = 20


def world_with_draft() -> tuple[World, int]:
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        version = draft_with_a_priority()
        return world, PriorityWording.objects.get(version=version).pk


@pytest.mark.parametrize("javascript", [True, False])
def test_a_mistake_is_named_in_place_then_mended(new_visitor: NewVisitor, javascript: bool) -> None:
    world, _ = world_with_draft()
    secretary = new_visitor(javascript=javascript)
    secretary.sign_in(world.account(world.secretary))
    secretary.go("/willowbrook/strategy/draft/words/")
    secretary.fill("Vision", "Care that people would choose for those they love")
    secretary.fill("Title", "")
    secretary.fill_date("End date", "31", "3", "2020")

    secretary.press("Save")
    secretary.sees("Title, years and vision")
    summary = secretary.page.locator(".nhsuk-error-summary")
    expect(summary).to_contain_text("Enter what the strategy is called")
    expect(summary).to_contain_text("The end date must be after the start date")
    expect(secretary.page).to_have_title("Error: Title, years and vision - Throughline")
    if javascript:
        secretary.has_focus(summary)
    expect(secretary.page.get_by_label("Vision")).to_have_value(
        "Care that people would choose for those they love"
    )

    secretary.follow("Enter what the strategy is called")
    secretary.fill("Title", "Leading together")
    secretary.fill_date("End date", "31", "3", "2031")
    secretary.press("Save")
    secretary.sees("Leading together")
    secretary.reads("Saved.")


def test_the_link_in_the_summary_leads_into_the_field(new_visitor: NewVisitor) -> None:
    world, _ = world_with_draft()
    secretary = new_visitor()
    secretary.sign_in(world.account(world.secretary))
    secretary.go("/willowbrook/strategy/draft/priorities/add/")

    secretary.press("Add priority")
    secretary.sees("Add a priority")
    secretary.page.keyboard.press("Tab")
    secretary.page.keyboard.press("Enter")

    secretary.has_focus(secretary.field("Priority"))


def test_a_save_that_came_second_shows_both_texts_and_is_merged_by_keyboard(
    new_visitor: NewVisitor, width: int
) -> None:
    world, wording_id = world_with_draft()
    path = f"/willowbrook/strategy/draft/priorities/{wording_id}/"
    first, second = new_visitor(), new_visitor(width=width)
    first.sign_in(world.account(world.secretary))
    second.sign_in(world.account(world.director))
    first.go(path)
    second.go(path)

    _saves(first, "Nobody comes to harm that could have been avoided")
    first.reads("Priority saved.")
    _saves(second, "Everybody is met with kindness")
    second.sees("Priority")
    panel = second.page.locator("#stale-save")
    second.has_focus(panel)
    expect(panel).to_contain_text("Nobody comes to harm that could have been avoided")
    expect(panel).to_contain_text("Everybody is met with kindness")

    _adds_by_keyboard(second, ". Nobody comes to harm")
    second.reads("Priority saved.")
    second.reads("Everybody is met with kindness. Nobody comes to harm")


def _saves(visitor: Visitor, meaning: str) -> None:
    visitor.fill("What it means", meaning)
    visitor.press("Save")


def _adds_by_keyboard(visitor: Visitor, more: str) -> None:
    """From the panel by Tab to the field, to the end of what is there, on to Save."""
    _tabs_to(visitor, visitor.field("What it means"))
    visitor.page.keyboard.press("Control+End")
    visitor.page.keyboard.type(more)
    _tabs_to(visitor, visitor.page.get_by_role("button", name="Save", exact=True))
    visitor.page.keyboard.press("Enter")


def _tabs_to(visitor: Visitor, wanted: Locator) -> None:
    for _ in range(STOPS_AT_MOST):
        visitor.page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError("It is not reached by Tab")


def test_a_form_sent_twice_makes_one_thing(new_visitor: NewVisitor) -> None:
    world, _ = world_with_draft()
    secretary = new_visitor(javascript=False)  # the script holds a second click back by itself
    secretary.sign_in(world.account(world.secretary))
    secretary.go("/willowbrook/strategy/draft/priorities/add/")
    secretary.fill("Priority", "Fair outcomes for everyone")

    secretary.page.get_by_role("button", name="Add priority").dblclick()

    secretary.sees("Leading together")
    expect(secretary.page.get_by_role("heading", name="Fair outcomes for everyone")).to_have_count(
        1
    )


def test_a_double_click_makes_one_thing(new_visitor: NewVisitor) -> None:
    world, _ = world_with_draft()
    secretary = new_visitor()
    secretary.sign_in(world.account(world.secretary))
    secretary.go("/willowbrook/strategy/draft/priorities/add/")
    secretary.look()
    secretary.fill("Priority", "Fair outcomes for everyone")

    secretary.page.get_by_role("button", name="Add priority").dblclick()

    secretary.sees("Leading together")
    expect(secretary.page.get_by_role("heading", name="Fair outcomes for everyone")).to_have_count(
        1
    )
