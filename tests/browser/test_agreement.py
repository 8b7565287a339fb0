"""A ward and its division talk until both mean the same words, and look again when they change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from objectives import services
from objectives.models import Objective, Promise
from objectives.services import Words
from people.models import OrgUnit, Person
from people.queries import standing_of
from people.tenancy import acting_in
from strategy.models import StrategyVersion
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, draft_with_a_priority, lead, small_world, someone
from tests.factories import AssignmentFactory, OrgUnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FALLS = "Falls with harm on Ward 7 are down by a fifth by March"
FEWER = "Falls with harm on Ward 7 are down by a tenth by March"


@dataclass(frozen=True, kw_only=True)
class Table:
    """Who sits at it: the ward's lead, and the division's, whose objective is agreed."""

    world: World
    ward: OrgUnit
    leo: Person
    mo: Person
    above: Objective
    below: Objective


def set_the_table() -> Table:
    world, now = small_world(), timezone.now() - timedelta(days=3)
    with acting_in(world.organisation, cause="test"):
        medicine = OrgUnitFactory.create(code="MED", name="Medicine", parent=world.root)
        ward = OrgUnitFactory.create(code="W7", name="Ward 7", parent=medicine)
        mo, leo = lead("Mo Manager", medicine), lead("Leo Lead", ward)
        version = draft_with_a_priority()
        StrategyVersion.objects.filter(pk=version.pk).update(
            state="in_delivery", content_hash="0" * 64, in_force_from=date(2026, 4, 1)
        )
        safe = version.wordings.get().priority
        above = services.write_objective(
            unit=medicine,
            words=Words(title="Harm from falls in Medicine is halved"),
            serves=safe,
            by=mo,
            standing=standing_of(mo),
            now=now,
            is_proposed=True,
        )
        services.accept(
            objective=above,
            party="parent_owner",
            number=1,
            by=world.director,
            standing=standing_of(world.director),
            now=now,
        )
        below = services.write_objective(
            unit=ward,
            words=Words(title=FALLS, why="A fall with harm can end somebody's life at home"),
            serves=above,
            by=leo,
            standing=standing_of(leo),
            now=now + timedelta(hours=1),
            is_proposed=True,
        )
    return Table(world=world, ward=ward, leo=leo, mo=mo, above=above, below=below)


def home_of(person: Person, table: Table, new_visitor: NewVisitor, width: int) -> Visitor:
    visitor = new_visitor(width=width)
    visitor.sign_in(table.world.account(person))
    visitor.sees("For you")
    return visitor


def send(visitor: Visitor, button: str) -> None:
    """The next page has the same heading, so the way there is waited for."""
    with visitor.page.expect_navigation():
        visitor.press(button)


def home(visitor: Visitor) -> None:
    visitor.open_menu("Home")
    visitor.sees("For you")


def test_a_ward_and_a_division_agree_in_three_rounds_with_a_need_promised(
    new_visitor: NewVisitor, width: int
) -> None:
    table = set_the_table()
    mo = home_of(table.mo, table, new_visitor, width)
    leo = home_of(table.leo, table, new_visitor, width)

    _division_would_rather_talk(mo)
    _ward_replies_with_other_words(leo)
    _ward_says_what_it_needs(leo)
    _division_promises(mo)
    home(mo)
    mo.follow("Answer “Falls")
    send(mo, "Yes, we accept it")
    mo.sees(FEWER)

    with acting_in(table.world.organisation, cause="test"):
        assert Objective.objects.get(pk=table.below.pk).state in ("agreed", "live")
        assert Promise.objects.get().state == "made"
    leo.page.reload()
    leo.sees(FEWER)
    expect(leo.page.get_by_text("Waiting on leadership")).to_have_count(0)


def _division_would_rather_talk(mo: Visitor) -> None:
    mo.follow("Answer “Falls")
    mo.sees(FALLS)
    mo.page.get_by_text("Another answer").click()
    mo.choose("Let us talk first")
    mo.fill("In your words", "Is a fifth what you believe in, or what you think we want?")
    send(mo, "Send this answer")
    mo.sees(FALLS)
    mo.reads("Wants to talk")


def _ward_replies_with_other_words(leo: Visitor) -> None:
    home(leo)
    leo.follow("Talk about “Falls")
    leo.sees(FALLS)
    leo.fill("Your message", "Honestly: a tenth, if my deputy has two hours a week.")
    send(leo, "Send")
    leo.sees(FALLS)
    leo.follow("Propose other words")
    leo.fill("The objective, in one sentence", FEWER)
    leo.fill("Say why you changed it", "A tenth is what we mean.")
    send(leo, "Save the new words")
    leo.sees(FEWER)
    expect(leo.page.locator("ins").filter(has_text="tenth").first).to_be_visible()


def _ward_says_what_it_needs(leo: Visitor) -> None:
    leo.follow("Ask for something you need")
    leo.sees("What do you need")
    leo.fill("What do you need?", "Two hours a week for the deputy")
    leo.page.get_by_label("Time", exact=True).check()
    send(leo, "Ask for this")
    leo.sees(FEWER)
    leo.reads("Waiting on leadership")


def _division_promises(mo: Visitor) -> None:
    home(mo)
    mo.follow("Can you promise")
    mo.sees("Two hours a week for the deputy")
    soon = timezone.localdate() + timedelta(days=30)
    mo.fill_date("When will it be done by?", str(soon.day), str(soon.month), str(soon.year))
    send(mo, "Promise it")
    mo.sees("Two hours a week for the deputy")
    mo.reads("Promised for")


def test_when_the_words_above_change_the_debt_is_seen_and_cleared(
    new_visitor: NewVisitor, width: int
) -> None:
    table = set_the_table()
    mo, director = table.mo, table.world.director
    with acting_in(table.world.organisation, cause="test"):
        now = timezone.now()
        services.accept(
            objective=table.below,
            party="parent_owner",
            number=1,
            by=mo,
            standing=standing_of(mo),
            now=now - timedelta(days=2),
        )
        services.word_anew(
            objective=table.above,
            words=Words(title="Harm from falls in Medicine is down by a third"),
            number=1,
            by=mo,
            standing=standing_of(mo),
            now=now - timedelta(days=1),
        )
        services.accept(
            objective=table.above,
            party="parent_owner",
            number=2,
            by=director,
            standing=standing_of(director),
            now=now - timedelta(days=1),
        )

    visitor = home_of(mo, table, new_visitor, width)
    visitor.open_menu("Objectives")
    visitor.follow("How far we agree")
    visitor.sees("How far we agree")
    visitor.page.get_by_text("What changed in").click()
    expect(visitor.page.locator("ins").filter(has_text="third")).to_be_visible()
    visitor.look()
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Still right").click()
    visitor.sees("How far we agree")
    visitor.reads("Every agreement stands on the words it was given to.")


def test_a_whole_team_consents_and_nobody_reads_one_answer(
    new_visitor: NewVisitor, width: int
) -> None:
    table = set_the_table()
    with acting_in(table.world.organisation, cause="test"):
        nurses = [someone(name) for name in ("Ana Nurse", "Bo Nurse", "Cy Nurse", "Di Nurse")]
        for nurse in nurses:
            AssignmentFactory.create(person=nurse, unit=table.ward)

    leo = home_of(table.leo, table, new_visitor, width)
    leo.follow(FALLS)
    leo.sees(FALLS)
    leo.follow("Ask the whole team")
    leo.sees("Let the whole team decide")
    send(leo, "Ask the team")
    leo.sees(FALLS)

    for nurse in nurses[:3]:
        visitor = home_of(nurse, table, new_visitor, width)
        visitor.follow("Can you stand behind")
        visitor.sees("Can you stand behind this?")
        visitor.choose("I can stand behind this")
        send(visitor, "Give my answer")
        visitor.sees(FALLS)
    mo = home_of(table.mo, table, new_visitor, width)
    mo.follow("Answer “Falls")
    send(mo, "Yes, we accept it")
    mo.sees(FALLS)
    mo.reads("The team stands behind it")
    mo.reads("3 of 5 have answered")

    with acting_in(table.world.organisation, cause="test"):
        assert Objective.objects.get(pk=table.below.pk).state in ("agreed", "live")
