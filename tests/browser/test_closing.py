"""A year is closed: asked, said, mended, confirmed, and what is kept goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from objectives.models import Closing, Objective
from people.models import Person
from people.tenancy import acting_in
from tests.browser.conftest import NARROW, WIDE
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import SLUG, World, lead, small_world
from tests.factories import (
    ContributionLinkFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    WorryRoundFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LEARNT = "Ask the night staff first: they saw what nobody on days had seen"


@dataclass(frozen=True, kw_only=True)
class Ward:
    world: World
    manager: Person  # of the division that the ward's objectives serve
    sister: Person
    calls: Objective
    falls: Objective


def ward() -> Ward:
    world, now = small_world(), timezone.now()
    with acting_in(world.organisation, cause="test"):
        medicine = OrgUnitFactory.create(code="MED", name="Medicine", parent=world.root)
        unit = OrgUnitFactory.create(code="W7", name="Ward 7", parent=medicine)
        manager, sister = lead("Mo Manager", medicine), lead("Sam Sister", unit)
        above = ObjectiveFactory.create(
            unit=medicine, state="live", title="Safer on every ward", agreed_at=now
        )
        made = []
        for title in ("Calls are answered within two minutes", "Falls are down by a fifth"):
            objective = ObjectiveFactory.create(
                unit=unit, state="live", title=title, answerable=sister, agreed_at=now
            )
            ContributionLinkFactory.create(
                child=objective, parent_objective=above, state="accepted", is_primary=True
            )
            made.append(objective)
    calls, falls = made
    return Ward(world=world, manager=manager, sister=sister, calls=calls, falls=falls)


def say(visitor: Visitor, objective: Objective, result: str, *, learnt: str, then: str) -> None:
    part = visitor.page.locator(f"#objective-{objective.pk}")
    part.get_by_text(result, exact=True).click()
    part.get_by_label("What did you learn?").fill(learnt)
    part.get_by_text(then, exact=True).click()


def begin(keeper: Visitor, here: Ward) -> None:
    keeper.sign_in(here.world.account(here.world.secretary))
    keeper.go(f"/{SLUG}/years/")
    keeper.sees("Years of work")
    keeper.follow(here.calls.cycle.name)
    keeper.sees("How the year’s work ended")
    keeper.press("Close this year’s work")
    keeper.sees("Close the work of")
    keeper.press("Ask everybody")
    keeper.sees("How the year’s work ended")
    keeper.reads("Nobody has said yet how it ended")


def say_and_mend(sister: Visitor, here: Ward) -> None:
    """One of two is faulty: the other is kept, and what was typed stays."""
    sister.sign_in(here.world.account(here.sister))
    sister.follow("Say how 2 objectives ended")
    sister.sees("Close this year’s work")
    say(sister, here.calls, "Partly achieved", learnt=LEARNT, then="Keep it next year")
    say(sister, here.falls, "Achieved", learnt="", then="Stop")
    sister.press("Save")
    sister.reads("1 objective is saved")
    sister.reads("say what you learnt")
    sister.look()
    say(sister, here.falls, "Achieved", learnt="The bathroom light", then="Stop")
    sister.press("Save")
    sister.reads("Saved: 1 objective.")
    sister.look()


def confirm_all(manager: Visitor, here: Ward) -> None:
    manager.sign_in(here.world.account(here.manager))
    manager.follow("Confirm how 2 objectives ended")
    manager.sees("Confirm how work ended")
    for group in manager.page.get_by_text("Yes, confirm it", exact=True).all():
        group.click()
    manager.press("Save")
    manager.reads("Nothing waits for you to confirm.")


@pytest.mark.parametrize(("width", "javascript"), [(WIDE, True), (NARROW, True), (NARROW, False)])
def test_a_year_is_closed_by_both_sides(
    new_visitor: NewVisitor, width: int, *, javascript: bool
) -> None:
    here = ward()
    keeper = new_visitor(width=width, javascript=javascript)
    begin(keeper, here)
    say_and_mend(new_visitor(width=width, javascript=javascript), here)
    confirm_all(new_visitor(width=width, javascript=javascript), here)

    with acting_in(here.world.organisation, cause="test"):
        closing = Closing.objects.select_related("carried_to").get(objective=here.calls)
        assert closing.carried_to is not None
        assert closing.carried_to.state == "draft"
        assert Objective.objects.get(pk=here.falls.pk).state == "achieved"
    keeper.go(f"/{SLUG}/years/{here.calls.cycle_id}/")
    keeper.reads(LEARNT)
    keeper.look()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_load_is_read_level_by_level(new_visitor: NewVisitor, width: int) -> None:
    here, manager = ward(), new_visitor(width=width)
    manager.sign_in(here.world.account(here.manager))

    manager.go(f"/{SLUG}/load/")
    manager.sees("Load")
    manager.reads("nobody is ranked")
    manager.follow("Ward 7")

    manager.sees("Load")
    manager.reads("Sam Sister")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_worries_a_ward_is_answered(new_visitor: NewVisitor, width: int) -> None:
    here, manager = ward(), new_visitor(width=width)
    with acting_in(here.world.organisation, cause="test"):
        WorryRoundFactory.create(
            version=here.falls.current,
            unit=here.falls.unit,
            opened_by=here.manager,
            ended_at=timezone.now() - timedelta(days=1),
            shown={"staff": "most"},
        )
    manager.sign_in(here.world.account(here.manager))

    manager.follow("Answer what worries Ward 7 about “Falls are down by a fifth”")
    manager.sees("Answer what worries them")
    manager.fill("There are not enough of us", "Two nurses join you in May")
    manager.press("Answer the team")

    manager.sees("What worries us about trying this?")
    manager.reads("Two nurses join you in May")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_division_takes_up_what_a_ward_began(new_visitor: NewVisitor, width: int) -> None:
    here, manager = ward(), new_visitor(width=width)
    manager.sign_in(here.world.account(here.manager))

    manager.go(f"/{SLUG}/objectives/{here.calls.pk}/")
    manager.follow("Take this up as your own level’s objective")
    manager.sees("Take this up as your own")
    manager.choose("Medicine")
    manager.press("Make a draft of it")

    manager.reads("Began with Ward 7")
    manager.sees("Calls are answered within two minutes")
