"""Somebody types a word anywhere and comes to what they meant, by keyboard or by mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.test_agreement import FALLS, Table, home_of, set_the_table
from tests.browser.visitor import NewVisitor, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def box(visitor: Visitor) -> Locator:
    return visitor.page.get_by_label("Search Throughline")


def test_the_keyboard_leads_from_a_few_letters_to_the_objective(
    new_visitor: NewVisitor, width: int
) -> None:
    table = set_the_table()
    leo = home_of(table.leo, table, new_visitor, width)

    box(leo).press_sequentially("fal")
    offered = leo.page.locator("#search-suggestions a")
    expect(offered).to_have_count(3)  # Medicine's, the ward's, and everything
    leo.look()
    box(leo).press("ArrowUp")
    leo.has_focus(offered.last)
    offered.last.press("Escape")
    leo.has_focus(box(leo))
    expect(offered).to_have_count(0)
    box(leo).press_sequentially("ls ward")
    expect(offered).to_have_count(2)
    box(leo).press("ArrowDown")
    leo.has_focus(offered.first)
    offered.first.press("Enter")

    leo.sees(FALLS)


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (375, True), (375, False)])
def test_the_page_finds_narrows_and_keeps_its_address(
    new_visitor: NewVisitor, width: int, javascript: bool
) -> None:
    leo = _at_the_search_page(set_the_table(), new_visitor, width, javascript=javascript)

    leo.reads("Everything (3)")
    leo.page.get_by_text("Narrow it down").click()
    leo.page.get_by_label("Kind", exact=True).select_option("objectives")
    if not javascript:
        leo.press("Search")
    expect(leo.page.get_by_text("1 found")).to_be_visible()
    expect(leo.page).to_have_url(re.compile("kind=objectives"))
    leo.page.reload()
    leo.sees("Search")
    leo.reads("1 found")
    leo.follow("Everything")
    leo.reads("3 found")
    leo.follow("Ward 7", exact=True)
    leo.sees("Ward 7")


def _at_the_search_page(
    table: Table, new_visitor: NewVisitor, width: int, *, javascript: bool
) -> Visitor:
    leo = new_visitor(width=width, javascript=javascript)
    leo.sign_in(table.world.account(table.leo))
    box(leo).fill("ward 7")
    box(leo).press("Enter")
    leo.sees("Search")
    return leo
