from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import small_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_wrong_password_is_said_and_the_right_one_leads_home(
    new_visitor: NewVisitor, width: int
) -> None:
    world = small_world()
    visitor = new_visitor(width=width)
    visitor.go("/willowbrook/")
    visitor.sees("Sign in")

    visitor.sign_in(world.account(world.secretary), password="not it at all")
    visitor.sees("Sign in")
    visitor.has_focus(visitor.page.locator(".nhsuk-error-summary"))

    visitor.sign_in(world.account(world.secretary))
    visitor.sees("For you")


def test_after_signing_out_back_shows_nothing(visitor: Visitor) -> None:
    world = small_world()
    visitor.sign_in(world.account(world.secretary))
    visitor.sees("For you")
    visitor.go("/willowbrook/people/")
    visitor.reads("Dana Director")

    visitor.press("Sign out")
    visitor.page.wait_for_load_state()
    visitor.page.go_back()

    visitor.sees("Sign in")
    expect(visitor.page.get_by_text("Dana Director")).to_have_count(0)


def test_signing_in_and_out_works_without_javascript(new_visitor: NewVisitor) -> None:
    world = small_world()
    visitor = new_visitor(javascript=False)

    visitor.sign_in(world.account(world.secretary))
    visitor.sees("For you")

    visitor.press("Sign out")
    visitor.go("/willowbrook/")
    visitor.sees("Sign in")
