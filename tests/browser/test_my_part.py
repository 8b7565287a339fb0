"""A nurse reads her part before and after it breaks; her manager looks both ways; both see maps."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from objectives.models import Cycle, Objective
from people.addresses import address
from people.models import Errand, OrgUnit, Person
from people.tenancy import acting_in
from strategy.models import StrategyVersion
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, draft_with_a_priority, lead, small_world, someone
from tests.factories import (
    AssignmentFactory,
    ContributionLinkFactory,
    CycleFactory,
    ExpectedContributionFactory,
    ObjectiveFactory,
    OrgUnitFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEAMS = ("Ward 8", "Ward 9", "Pharmacy", "Physiotherapy", "Emergency department", "Discharge team")


@dataclass(frozen=True, kw_only=True)
class Cast:
    world: World
    nurse: Person
    manager: Person
    medicine: OrgUnit
    middle: Objective
    home: str
    between: str
    map: str


@pytest.fixture
def cast() -> Cast:
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        priority = _priority_in_force()
        cycle = CycleFactory.create(state=Cycle.State.AGREEING)
        medicine = OrgUnitFactory.create(
            code="MED", name="Medicine", kind="division", parent=world.root
        )
        ward = OrgUnitFactory.create(code="W7", name="Ward 7", kind="team", parent=medicine)
        manager, nurse = lead("Mo Manager", medicine), someone("Nia Nurse")
        lead("Sam Sister", ward)
        AssignmentFactory.create(person=nurse, unit=ward)
        middle = _agreed(medicine, cycle, "Halve harm from falls by March 2028")
        ContributionLinkFactory.create(
            child=middle, parent_priority=priority, state="accepted", is_primary=True
        )
        for name, unit in (("Ward 7", ward), *((team, None) for team in TEAMS)):
            team = unit or OrgUnitFactory.create(name=name, kind="team", parent=medicine)
            ContributionLinkFactory.create(
                child=_agreed(team, cycle, f"Falls with harm down by a fifth on {name}"),
                parent_objective=middle,
                state="accepted" if name != "Pharmacy" else "proposed",
                is_primary=True,
            )
        ExpectedContributionFactory.create(unit=medicine, priority=priority)
        return Cast(
            world=world,
            nurse=nurse,
            manager=manager,
            medicine=medicine,
            middle=middle,
            home=address("objectives:home"),
            between=address("objectives:between", medicine.pk),
            map=address("objectives:cone", middle.pk),
        )


def _priority_in_force() -> object:
    version = draft_with_a_priority()
    wording = version.wordings.get()
    version.state, version.content_hash = StrategyVersion.State.IN_DELIVERY, "0" * 64
    version.in_force_from = version.starts_on
    version.save()
    return wording.priority


def _agreed(unit: OrgUnit, cycle: Cycle, title: str) -> Objective:
    objective: Objective = ObjectiveFactory.create(
        unit=unit, cycle=cycle, state="agreed", title=title
    )
    return objective


def come_in(cast: Cast, new_visitor: NewVisitor, person: Person, width: int) -> Visitor:
    visitor = new_visitor(width=width)
    visitor.sign_in(cast.world.account(person))
    visitor.go(cast.home)
    return visitor


def test_a_nurse_reads_her_part_before_and_after_the_middle_is_reopened(
    cast: Cast, new_visitor: NewVisitor, width: int
) -> None:
    nurse = come_in(cast, new_visitor, cast.nurse, width)
    nurse.sees("For you")
    nurse.reads("Ward 7 has promised:")
    nurse.reads("This helps Medicine keep its promise: “Halve harm from falls by March 2028”")
    nurse.reads("“Safe, kind care every time”")
    nurse.follow("Read or print my part")
    nurse.sees("My part")
    nurse.reads("5 other teams work for the same:")

    with acting_in(cast.world.organisation, cause="test"):
        Objective.objects.filter(pk=cast.middle.pk).update(state="proposed")
    nurse.page.reload()

    nurse.sees("My part")
    nurse.reads("Here it breaks. This helps with something that Medicine has not agreed yet.")
    expect(nurse.page.get_by_role("main")).not_to_contain_text("Safe, kind care")
    nurse.press("Ask Dana Director and Mo Manager")
    nurse.reads("You asked Dana Director and Mo Manager. They get a letter.")
    with acting_in(cast.world.organisation, cause="test"):
        assert Errand.objects.filter(key__startswith="mend-talk-").count() == 2


def test_my_part_prints_without_what_is_only_for_the_screen(
    cast: Cast, new_visitor: NewVisitor
) -> None:
    nurse = come_in(cast, new_visitor, cast.nurse, 1280)
    nurse.follow("Read or print my part")
    nurse.sees("My part")

    nurse.page.emulate_media(media="print")

    expect(nurse.page.get_by_text("Ward 7 has promised:")).to_be_visible()
    expect(nurse.page.get_by_role("navigation", name="Menu")).to_be_hidden()
    expect(nurse.page.get_by_role("button", name="Print this page")).to_be_hidden()


def test_a_manager_looks_up_and_down_and_acts_on_a_row(
    cast: Cast, new_visitor: NewVisitor, width: int
) -> None:
    manager = come_in(cast, new_visitor, cast.manager, width)
    manager.open_menu("Teams")
    manager.follow("Medicine", exact=True)
    manager.follow("From above and from below")
    manager.sees("From above and from below")
    manager.reads("Everything is matched by something here.")
    manager.reads("Pharmacy offers it to serve")

    manager.follow("Answer for Falls with harm down by a fifth on Pharmacy")

    manager.press("Yes, it serves this")
    manager.sees("Falls with harm down by a fifth on Pharmacy")
    manager.go(cast.between)
    manager.sees("From above and from below")
    manager.reads("Nothing from below waits here.")


def test_a_map_is_seen_in_three_ways_at_one_address(
    cast: Cast, new_visitor: NewVisitor, width: int
) -> None:
    nurse = come_in(cast, new_visitor, cast.nurse, width)
    nurse.go(cast.map)
    nurse.sees("What “Halve harm from falls by March 2028” serves")
    picture = nurse.page.locator("svg.app-columns")
    expect(picture).to_be_visible() if width > 640 else expect(picture).to_be_hidden()
    nurse.reads("Ward 7 · Agreed")
    nurse.follow("List", exact=True)
    nurse.sees("What “Halve harm from falls by March 2028” serves")
    expect(picture).to_have_count(0)
    nurse.follow("Conversation", exact=True)
    nurse.sees("What “Halve harm from falls by March 2028” serves")
    nurse.reads("Agreed by both sides (8)")
