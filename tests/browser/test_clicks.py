"""What people do most takes no more clicks than was promised.

Checking in is counted in test_check_in.py: five objectives in seven clicks, a letter's link in two.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from people.tenancy import acting_in
from reports import services as report_services
from tests.browser.clicks import Clicks
from tests.browser.test_agreement import FALLS, FEWER, Table, send, set_the_table
from tests.browser.test_check_in import ward_with
from tests.browser.visitor import NewVisitor, Visitor
from tests.factories import ObjectiveFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def table(transactional_db: None) -> Table:
    return set_the_table()


def manager_at(path: str, table: Table, new_visitor: NewVisitor) -> Visitor:
    mo = new_visitor()
    mo.sign_in(table.world.account(table.mo))
    mo.sees("For you")
    mo.go(f"/willowbrook/{path}")
    return mo


def test_one_click_accepts(table: Table, new_visitor: NewVisitor) -> None:
    mo = manager_at(f"objectives/{table.below.pk}/", table, new_visitor)
    clicks = Clicks(mo)

    send(mo, "Yes, we accept it")

    mo.reads("Agreed")
    assert clicks.made == 1


def test_two_clicks_counter_with_other_words(table: Table, new_visitor: NewVisitor) -> None:
    mo = manager_at(f"objectives/{table.below.pk}/", table, new_visitor)
    clicks = Clicks(mo)

    mo.follow("Change the words")
    mo.sees("Change the words")
    mo.fill("The objective, in one sentence", FEWER)
    mo.fill("Say why you changed it", "A tenth is what we can promise")
    send(mo, "Save the new words")

    mo.sees(FEWER)
    assert clicks.made == 2


def test_two_clicks_offer_something_from_the_parents_page(
    table: Table, new_visitor: NewVisitor
) -> None:
    mo = manager_at(f"objectives/{table.above.pk}/", table, new_visitor)
    clicks = Clicks(mo)

    mo.follow("Offer something that serves it")
    mo.sees("Write an objective")
    mo.fill("The objective, in one sentence", "Nobody waits for a walking frame after March")
    with mo.page.expect_response(lambda answer: "/parents/" in answer.url):
        mo.page.get_by_label("Whose objective is it?").select_option(label="Ward 7")
    parent = mo.page.get_by_label("Harm from falls in Medicine is halved")
    expect(parent).to_be_enabled()
    expect(parent).to_be_checked()
    mo.press("Propose it")

    mo.sees("Nobody waits for a walking frame after March")
    assert clicks.made == 2


def test_an_objective_takes_two_clicks_its_words_and_one_to_say_what_it_serves(
    table: Table, new_visitor: NewVisitor
) -> None:
    """What stands nearest is offered, so that aligning to it is one click."""
    leo = new_visitor()
    leo.sign_in(table.world.account(table.leo))
    leo.sees("For you")
    clicks = Clicks(leo)

    leo.follow("Write an objective")
    leo.sees("Write an objective")
    leo.fill("The objective, in one sentence", "Nobody waits for a walking frame after March")
    before = clicks.made
    leo.choose("Harm from falls in Medicine is halved")
    aligning = clicks.made - before
    leo.press("Propose it")

    leo.sees("Nobody waits for a walking frame after March")
    assert (aligning, clicks.made - aligning) == (1, 2)


def test_one_click_shows_all_that_is_unaligned_and_none_my_line(
    table: Table, new_visitor: NewVisitor
) -> None:
    with acting_in(table.world.organisation, cause="test"):
        for number in range(8):
            ObjectiveFactory.create(
                unit=table.ward, cycle=table.above.cycle, state="live", title=f"Adrift {number}"
            )
        report_services.report_now(
            kind="alignment",
            organisation=table.world.organisation,
            cycle_name=None,
            now=timezone.now() - timedelta(minutes=5),
        )
    mo = manager_at("", table, new_visitor)
    expect(mo.page.get_by_role("heading", name="My part")).to_be_visible()
    mo.go("/willowbrook/alignment/")
    clicks = Clicks(mo)

    mo.page.get_by_role("link", name="See all").first.click()

    mo.reads("Adrift 7")
    assert clicks.made == 1


def test_a_check_in_takes_two_clicks_and_no_change_one(new_visitor: NewVisitor) -> None:
    ward = ward_with(1)
    leo = new_visitor()
    leo.sign_in(ward.world.account(ward.leader))
    leo.sees("For you")
    leo.go(f"/willowbrook/objectives/{ward.objectives[0].pk}/")
    clicks = Clicks(leo)

    leo.page.get_by_role("button", name="No change: confident").click()
    leo.reads("Confident, no change")
    assert clicks.made == 1
    leo.page.get_by_text("Very confident", exact=True).first.click()
    send(leo, "Save this check-in")

    assert clicks.made == 1 + 2


def test_a_message_takes_one_click(table: Table, new_visitor: NewVisitor) -> None:
    mo = manager_at(f"objectives/{table.below.pk}/", table, new_visitor)
    clicks = Clicks(mo)

    mo.fill("Your message", "Is a fifth what you believe in?")
    send(mo, "Send")

    mo.reads("Is a fifth what you believe in?")
    mo.sees(FALLS)
    assert clicks.made == 1
