"""Above a map, the whole organisation: where the map is, part by part."""

from __future__ import annotations

from pytest_django.asserts import assertContains, assertNotContains

from objectives.models import Cycle
from objectives.queries.cone.overview import PARTS_AT_MOST, overview
from people.addresses import address
from tests.factories import ContributionLinkFactory, ObjectiveFactory, OrgUnitFactory
from tests.objectives.signing_in import client_of
from tests.objectives.world import World


def link_to(code: str) -> str:
    return f"?unit={code}"


def test_each_part_has_its_units_in_reading_order(world: World) -> None:
    OrgUnitFactory.create(code="W8", name="Ward 8", parent=world.medicine)
    OrgUnitFactory.create(code="OLD", parent=world.medicine, closed_on="2026-01-01")

    strips = overview({"W8": 5, "MED": 1, "BOARD": 1}, href=link_to)

    assert strips is not None
    medicine, surgery = strips.rows
    assert (medicine.label, medicine.levels, medicine.words) == ("Medicine", [1, 0, 5], "in 2 of 3")
    assert medicine.href == "?unit=MED"
    assert (surgery.words, surgery.href) == ("in 0 of 1", "")
    assert "4 units at a glance" in strips.caption


def test_of_many_parts_those_with_nothing_are_left_out(world: World) -> None:
    for number in range(PARTS_AT_MOST):
        OrgUnitFactory.create(name=f"Part {number}", parent=world.board)

    strips = overview({"W7": 1}, href=link_to)

    assert strips is not None
    assert [row.label for row in strips.rows] == ["Medicine"]
    assert "without the parts that have nothing" in strips.caption


def test_an_organisation_without_parts_needs_no_overview(world: World) -> None:
    world.surgery.closed_on = "2026-01-01"
    world.surgery.save()

    assert overview({}, href=link_to) is None


def test_the_map_has_it_until_it_is_narrowed(world: World, cycle: Cycle) -> None:
    above = ObjectiveFactory.create(unit=world.medicine, cycle=cycle, state="live")
    below = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
    hidden = ObjectiveFactory.create(unit=world.surgery, cycle=cycle, state="draft")
    for child in (below, hidden):
        ContributionLinkFactory.create(child=child, parent_objective=above)
    nurse, page = client_of(world.nurse), address("objectives:cone", above.pk)

    whole = nurse.get(page)

    assertContains(whole, "Medicine: in 2 of 2")
    assertContains(whole, "Surgery: in 0 of 1")  # a draft elsewhere is not hinted at
    assertContains(whole, f"{page}?view=map&amp;unit=MED")
    assertNotContains(nurse.get(page + "?unit=MED"), "units at a glance")
    assertNotContains(nurse.get(page + "?view=list"), "units at a glance")


def test_a_prioritys_page_has_it_also_when_a_part_is_opened(world: World, cycle: Cycle) -> None:
    served = ObjectiveFactory.create(unit=world.medicine, cycle=cycle, state="live")
    ContributionLinkFactory.create(child=served, parent_priority=world.safe)
    below = ObjectiveFactory.create(unit=world.surgery, cycle=cycle, state="live")
    ContributionLinkFactory.create(child=below, parent_objective=served)
    nurse, page = client_of(world.nurse), address("reports:reach", "SAFE")

    for address_of in (page, page + "?unit=SUR"):
        assertContains(nurse.get(address_of), "Medicine: in 1 of 2")
        assertContains(nurse.get(address_of), "Surgery: in 1 of 1")
