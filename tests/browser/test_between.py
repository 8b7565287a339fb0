"""A leader in the middle matches two offers to what is expected, and asks for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import expect

from objectives.models import AskedObjective, ContributionLink
from people.models import OrgUnit, Person
from people.tenancy import acting_in
from strategy.models import StrategyVersion
from tests.browser.clicks import Clicks
from tests.browser.test_agreement import send
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, lead, small_world
from tests.factories import (
    ExpectedContributionFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PriorityFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAFE, FAIR, SPEND = "Safe, kind care every time", "Fair outcomes for everyone", "Money well spent"
KIND, FAIRER = "Kind words at every handover on Ward 7", "Fair access to our falls clinic"


@dataclass(frozen=True, kw_only=True)
class Middle:
    world: World
    medicine: OrgUnit
    mo: Person
    leo: Person


def set_the_middle() -> Middle:
    """The Board expects three things of Medicine; its ward does two that serve nothing yet."""
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        medicine = OrgUnitFactory.create(code="MED", name="Medicine", parent=world.root)
        ward = OrgUnitFactory.create(code="W7", name="Ward 7", parent=medicine)
        mo, leo = lead("Mo Manager", medicine), lead("Leo Lead", ward)
        version = StrategyVersionFactory.create()
        for ref, title in (("SAFE", SAFE), ("FAIR", FAIR), ("SPEND", SPEND)):
            priority = PriorityFactory.create(strategy=version.strategy, ref=ref)
            PriorityWordingFactory.create(version=version, priority=priority, title=title)
            ExpectedContributionFactory.create(unit=medicine, priority=priority)
        StrategyVersion.objects.filter(pk=version.pk).update(
            state="in_delivery", content_hash="0" * 64, in_force_from=date(2026, 4, 1)
        )
        for title in (KIND, FAIRER):
            ObjectiveFactory.create(unit=ward, state="live", title=title)
    return Middle(world=world, medicine=medicine, mo=mo, leo=leo)


def test_two_offers_are_matched_and_what_is_left_is_asked_for(
    new_visitor: NewVisitor, width: int
) -> None:
    middle = set_the_middle()
    between = f"/willowbrook/teams/{middle.medicine.pk}/between/"
    mo = _manager_there(middle, between, new_visitor, width)
    mo.reads("3 of 3 not matched by anything here yet.")

    mo.follow(f"Match it or ask for it for {SAFE}")
    mo.sees("Who can meet this?")
    _sends_the_draft(mo, KIND, "Kind words are where safe care begins.")
    mo.go(between)
    mo.reads("2 of 3 not matched")
    mo.follow(f"Match it for {FAIRER}")
    mo.sees("What does it meet?")
    _sends_the_draft(mo, FAIR, "")
    mo.go(between)
    mo.reads("1 of 3 not matched")
    mo.follow(f"Match it or ask for it for {SPEND}")
    mo.follow("Ask Ward 7")
    mo.sees("Ask Ward 7 to start an objective")
    send(mo, "Ask")
    mo.reads("Leo Lead is asked.")

    with acting_in(middle.world.organisation, cause="test"):
        reasons = set(ContributionLink.objects.values_list("rationale", flat=True))
        assert AskedObjective.objects.get().priority.ref == "SPEND"
    assert reasons == {
        "Kind words are where safe care begins.",
        f"Ward 7 offers “{FAIRER}” towards “{FAIR}”. Both are about fair.",
    }


def _manager_there(middle: Middle, between: str, new_visitor: NewVisitor, width: int) -> Visitor:
    mo = new_visitor(width=width)
    mo.sign_in(middle.world.account(middle.mo))
    mo.sees("For you")
    mo.go(between)
    mo.sees("From above and from below")
    return mo


def _sends_the_draft(mo: Visitor, first: str, words: str) -> None:
    """From the list: see the draft, say how it helps, send it; what is sent was read before."""
    clicks = Clicks(mo)
    mo.follow(f"See the draft for {first}")
    mo.sees("What else does it serve?")
    expect(mo.field("In what way?")).to_have_value(
        f"Ward 7 offers “{KIND}” towards “{SAFE}”. Both are about kind."
        if words
        else f"Ward 7 offers “{FAIRER}” towards “{FAIR}”. Both are about fair."
    )
    if words:
        mo.fill("In what way?", words)
    mo.choose("Directly")
    send(mo, "Propose this")
    mo.reads("Added. The side it serves is asked.")
    assert clicks.made <= 3
