"""A target from outside is taken on by a network of three units, with a sponsor and a rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from objectives.models import NetworkMember
from people.models import OrgUnit, Person
from people.tenancy import acting_in
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, lead, small_world, someone
from tests.factories import AssignmentFactory, OrgUnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TARGET, NETWORK = "Four hours in the emergency department", "Four hours together"


@dataclass(frozen=True, kw_only=True)
class Trust:
    world: World
    leo: Person  # leads the emergency department
    nina: Person  # a nurse of Ward 7
    theo: Person  # a therapist
    dora: Person  # a doctor of the department


def a_trust() -> Trust:
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        emergency = _team("ED", "Emergency department", world)
        ward, therapy = _team("W7", "Ward 7", world), _team("OT", "Therapies", world)
        return Trust(
            world=world,
            leo=lead("Leo Lead", emergency),
            nina=_member("Nina Nurse", ward, "03"),
            theo=_member("Theo Therapist", therapy, "04"),
            dora=_member("Dora Doctor", emergency, "01"),
        )


def _team(code: str, name: str, world: World) -> OrgUnit:
    return OrgUnitFactory.create(code=code, name=name, kind="team", parent=world.root)


def _member(name: str, unit: OrgUnit, staff_group: str) -> Person:
    person = someone(name)
    AssignmentFactory.create(person=person, unit=unit, staff_group=staff_group)
    return person


def send(visitor: Visitor, button: str) -> None:
    with visitor.page.expect_navigation():
        visitor.press(button)


def date_in(visitor: Visitor, legend: str, day: date) -> None:
    visitor.fill_date(legend, str(day.day), str(day.month), str(day.year))


def test_a_network_takes_a_target(new_visitor: NewVisitor, width: int) -> None:
    trust = a_trust()

    def comes(person: Person) -> Visitor:
        visitor = new_visitor(width=width)
        visitor.sign_in(trust.world.account(person))
        visitor.sees("For you")
        return visitor

    dana, leo = comes(trust.world.director), comes(trust.leo)
    _sponsor_writes_the_target(dana)
    _lead_proposes_a_network(leo)
    _sponsor_stands_behind_it(dana)
    leo.page.reload()
    leo.reads("Nobody is in it yet.")
    _lead_asks(leo, "Dora Doctor", "Emergency department gives no hours to networks now")
    _joins(comes(trust.dora), "Sees who waits for a decision")
    leo.page.reload()
    leo.sees(NETWORK)
    leo.reads("It rests on one person.")
    _lead_asks(leo, "Nina Nurse", "Ward 7 gives no hours to networks now")
    _joins(comes(trust.nina), "Knows tomorrow’s discharges")
    _offers(comes(trust.theo), "Can assess at the front door")
    _lead_welcomes_and_notes_the_first_meeting(leo)

    with acting_in(trust.world.organisation, cause="test"):
        assert NetworkMember.objects.filter(state="in").count() == 3


def _sponsor_writes_the_target(dana: Visitor) -> None:
    dana.open_menu("Teams")
    dana.sees("Teams")
    dana.follow("Targets set from outside")
    dana.sees("Targets set from outside")
    dana.press("Add a target")
    dana.sees("Add a target set from outside")
    dana.fill("What is asked?", TARGET)
    dana.fill("Short name", "A&E 4h")
    dana.fill("Who sets it?", "NHS England")
    dana.press("Add it")
    expect(dana.page.get_by_role("alert")).to_contain_text("Enter what must be reached")
    dana.look()
    dana.fill("What must be reached?", "78% seen, treated or moved on within four hours")
    send(dana, "Add it")
    dana.sees("Targets set from outside")
    dana.reads("Nobody carries it")


def _lead_proposes_a_network(leo: Visitor) -> None:
    leo.open_menu("Teams")
    leo.sees("Teams")
    leo.follow("Targets set from outside")
    leo.sees("Targets set from outside")
    leo.follow(f"Propose a network for {TARGET}")
    leo.sees("Propose a network")
    leo.fill("What is it called?", NETWORK)
    leo.fill("What is it for?", "Nobody waits in a corridor for a bed that is free")
    leo.field("Whom do you ask to sponsor it?").select_option(label="Dana Director")
    send(leo, "Propose it")
    leo.sees(NETWORK)


def _sponsor_stands_behind_it(dana: Visitor) -> None:
    dana.open_menu("Home")
    dana.sees("For you")
    dana.follow(f"Will you sponsor “{NETWORK}”?")
    dana.sees(NETWORK)
    dana.press("Sponsor it")
    dana.sees("Sponsor this network")
    dana.fill("How many hours a month do you protect for it?", "12")
    date_in(dana, "On which day does it first meet?", timezone.localdate() + timedelta(days=1))
    send(dana, "Sponsor it")
    dana.sees(NETWORK)
    dana.reads("12 hours a month protected")


def _lead_asks(leo: Visitor, name: str, burden: str) -> None:
    leo.press("Ask somebody to join")
    leo.sees("Ask somebody to join")
    leo.fill("Whom do you ask?", name)
    leo.fill("How many hours a month?", "4")
    leo.press("Next: what it means for the unit")
    leo.sees(f"Ask {name} to join?")
    leo.reads(burden)
    leo.reads("With this it would give 4 hours a month.")
    send(leo, "Ask them")
    leo.sees(NETWORK)


def _joins(member: Visitor, adds: str) -> None:
    member.follow(f"Will you join “{NETWORK}”?")
    member.reads("Asked to join")
    member.look()
    member.fill("What does your unit add?", adds)
    send(member, "Yes, I will join")
    member.sees(NETWORK)
    member.reads(adds)


def _offers(theo: Visitor, adds: str) -> None:
    theo.open_menu("Teams")
    theo.follow("Networks across teams")
    theo.sees("Networks")
    theo.follow(NETWORK)
    theo.sees(NETWORK)
    theo.press("Offer to help")
    theo.sees("Offer to help")
    theo.fill("How many hours a month could you give?", "3")
    theo.press("Next: what it means for the unit")
    theo.reads("With this it would give 3 hours a month.")
    theo.fill("What would your unit add?", adds)
    send(theo, "Offer this")
    theo.sees(NETWORK)
    theo.reads("Offers to join")


def _lead_welcomes_and_notes_the_first_meeting(leo: Visitor) -> None:
    leo.page.reload()
    leo.reads("Only 2 units carry it.")
    leo.open_menu("Home")
    leo.sees("For you")
    leo.follow("Theo Therapist offers to help")
    leo.sees("Theo Therapist")
    send(leo, "Welcome them")
    leo.sees(NETWORK)
    expect(leo.page.get_by_role("heading", name="To look at")).to_have_count(0)
    leo.follow("Note a meeting")
    leo.sees("Note a meeting")
    leo.fill("What came of it?", "We walk the patient’s way together on Thursday")
    send(leo, "Note it")
    leo.sees(NETWORK)
    leo.reads("Kept: last met")
    leo.reads("Active")
