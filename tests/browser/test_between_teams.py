"""Two teams need something of each other, and find that two objectives pull apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from objectives import services
from objectives.models import Objective
from objectives.services import Words
from people.models import OrgUnit, Person
from people.queries import standing_of
from people.tenancy import acting_in
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, lead, small_world
from tests.factories import CycleFactory, OrgUnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LUNCH, SCRIPTS = "People who can go home leave before lunch", "Every script is checked twice"
ROUND, INSTEAD = "A pharmacist on the Monday round", "Tuesdays, from nine"


@dataclass(frozen=True, kw_only=True)
class Neighbours:
    world: World
    leo: Person  # leads Ward 7
    pia: Person  # leads Pharmacy
    scripts: Objective


def two_teams() -> Neighbours:
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        CycleFactory.create()
        ward = OrgUnitFactory.create(code="W7", name="Ward 7", parent=world.root)
        pharmacy = OrgUnitFactory.create(code="PHA", name="Pharmacy", parent=world.root)
        leo, pia = lead("Leo Lead", ward), lead("Pia Pharmacist", pharmacy)
        _proposed(LUNCH, ward, leo)
        return Neighbours(world=world, leo=leo, pia=pia, scripts=_proposed(SCRIPTS, pharmacy, pia))


def _proposed(title: str, unit: OrgUnit, by: Person) -> Objective:
    return services.write_objective(
        unit=unit,
        words=Words(title=title),
        serves=None,
        local_reason="Nobody asked for it, and patients notice",
        by=by,
        standing=standing_of(by),
        now=timezone.now() - timedelta(days=3),
        is_proposed=True,
    )


def send(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation():
        visitor.press(button)


def own_objective(visitor: Visitor, title: str) -> None:
    visitor.open_menu("Objectives")
    visitor.sees("Objectives")
    visitor.follow(title)
    visitor.sees(title)


def test_a_team_asks_another_and_a_conflict_is_settled(new_visitor: NewVisitor, width: int) -> None:
    teams = two_teams()

    def comes(person: Person) -> Visitor:
        visitor = new_visitor(width=width)
        visitor.sign_in(teams.world.account(person))
        visitor.sees("For you")
        return visitor

    leo, pia = comes(teams.leo), comes(teams.pia)
    _ward_asks(leo)
    _pharmacy_says_what_it_could_do_instead(pia)
    _both_see_it(leo)
    _ward_raises_a_conflict(leo, teams.scripts.ref)
    _pharmacy_settles_it(pia)
    own_objective(leo, LUNCH)
    leo.reads("Settled")


def _ward_asks(leo: Visitor) -> None:
    own_objective(leo, LUNCH)
    leo.follow("Ask another team for something")
    leo.sees("What do you need from another team?")
    leo.press("Ask them")
    expect(leo.page.get_by_role("alert")).to_contain_text("Select a team")
    leo.look()
    leo.field("Which team do you ask?").select_option(label="Pharmacy")
    leo.fill("What do you need from them?", ROUND)
    send(leo, "Ask them")
    leo.sees(LUNCH)
    leo.reads("Pharmacy, waiting since today")


def _pharmacy_says_what_it_could_do_instead(pia: Visitor) -> None:
    pia.open_menu("Home")
    pia.sees("For you")
    pia.follow(f"Can you help with “{ROUND}”?")
    pia.sees(ROUND)
    pia.page.get_by_text("Say no, and why").first.click()
    pia.fill("Why not?", "Mondays we count the controlled drugs")
    pia.fill("What could you do instead?", INSTEAD)
    send(pia, "Say no, and why")
    pia.sees(ROUND)
    pia.reads(INSTEAD)


def _both_see_it(leo: Visitor) -> None:
    leo.open_menu("Teams")
    leo.sees("Teams")
    leo.follow("What teams need of each other")
    leo.sees("What teams need of each other")
    leo.follow(ROUND)
    leo.sees(ROUND)
    leo.reads(INSTEAD)
    send(leo, "It is done")
    leo.sees(ROUND)


def _ward_raises_a_conflict(leo: Visitor, ref: str) -> None:
    own_objective(leo, LUNCH)
    leo.follow("Say what pulls against this objective")
    leo.sees("What pulls against this objective?")
    leo.fill("Which other objective?", ref)
    leo.fill("How do they pull against each other?", "The second check comes after lunch")
    send(leo, "Raise it")
    leo.sees(LUNCH)
    leo.reads("Pulls against")


def _pharmacy_settles_it(pia: Visitor) -> None:
    pia.open_menu("Home")
    pia.sees("For you")
    pia.follow("pull against each other")
    pia.sees("Two objectives that pull against each other")
    pia.fill("In your words", "We check the ward’s scripts first, before ten")
    send(pia, "This is how it is settled")
    pia.sees("Two objectives that pull against each other")
    pia.reads("Settled")
    pia.follow("All conflicts")
    pia.sees("Objectives that pull against each other")
