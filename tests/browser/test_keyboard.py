"""What somebody does who uses no mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import small_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STOPS_AT_MOST = 40


def test_the_first_stop_skips_to_the_content(visitor: Visitor) -> None:
    world = small_world()
    visitor.sign_in(world.account(world.secretary))
    visitor.go("/willowbrook/strategy/")
    visitor.look()

    visitor.page.keyboard.press("Tab")
    skip = visitor.page.get_by_role("link", name="Skip to main content")
    visitor.has_focus(skip)
    expect(skip).to_be_in_viewport()
    visitor.page.keyboard.press("Enter")

    visitor.has_focus(visitor.page.locator("main"))


def test_every_place_in_the_menu_is_reached_by_tab_and_shows_where_it_is(
    new_visitor: NewVisitor, width: int
) -> None:
    world = small_world()
    visitor = new_visitor(width=width)
    visitor.sign_in(world.account(world.secretary))
    visitor.sees("For you")

    for place in ("Strategy", "Objectives", "Teams", "Coverage", "Organisation", "Home"):
        _tab_to(visitor, place)
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_url(lambda url: not url.endswith("#"))
        current = visitor.page.get_by_role("navigation", name="Menu").locator("[aria-current]")
        expect(current).to_have_text(place)
        visitor.look()


def _tab_to(visitor: Visitor, place: str) -> None:
    """Tabs until the place has the focus; opens what the narrow menu has folded away."""
    for _ in range(STOPS_AT_MOST):
        visitor.page.keyboard.press("Tab")
        words = visitor.page.evaluate("document.activeElement.textContent.trim()")
        is_drawn = visitor.page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
            " || getComputedStyle(document.activeElement).boxShadow !== 'none'"
        )
        assert is_drawn, f"the focus is not seen on {words}"
        if words == place:
            return
        if words.endswith("More"):
            visitor.page.keyboard.press("Enter")
    raise AssertionError(f"{place} is not reached by Tab")
