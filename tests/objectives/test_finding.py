"""Finding anything one may see, and nothing else: not by a line, a number or a suggestion."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from objectives.models import Cycle, Objective
from people.addresses import address
from people.models import Person
from people.searching.queries import Finding, Sought, suggestions
from tests.conftest import HTMX
from tests.factories import (
    BoardDecisionFactory,
    ContributionLinkFactory,
    CycleFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
    StrategyVersionFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import World, standing


def looked_for(words: str, by: Person, *, kind: str = "", **chosen: str) -> Finding:
    return Finding(Sought(words=words, kind=kind, chosen=chosen), standing=standing(by))


def titles(finding: Finding) -> list[str]:
    return [line.found.title for line in finding[:25]]


def counts(finding: Finding) -> dict[str, int]:
    return {one.code: one.count for one in finding.counts if one.count}


def test_a_reference_comes_first_then_titles_then_other_words(world: World, cycle: Cycle) -> None:
    make = ObjectiveFactory.create
    clinic = OrgUnitFactory.create(name="Falls clinic", parent=world.medicine)
    make(unit=clinic, cycle=cycle, state="live", ref="A", title="Calm nights")
    make(unit=world.ward, cycle=cycle, state="live", ref="B", title="Fewer falls with harm")
    make(unit=world.ward, cycle=cycle, state="live", ref="C", title="Falls down by a fifth")
    make(unit=world.ward, cycle=cycle, state="live", ref="FALLS", title="Walk with patients")
    make(unit=world.ward, cycle=cycle, state="withdrawn", ref="E", title="Falls, last try")
    make(unit=world.ward, cycle=cycle, state="live", ref="F", title="Rainfalls")

    found = titles(looked_for("falls", world.nurse, kind="objectives"))

    assert found == [
        "Walk with patients",
        "Falls down by a fifth",
        "Falls, last try",
        "Fewer falls with harm",
        "Calm nights",
    ]


def test_every_word_has_to_be_there_and_endings_do_not_matter(world: World, cycle: Cycle) -> None:
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title="A letter each day")
    ObjectiveFactory.create(unit=world.surgery, cycle=cycle, state="live", title="Same-day letters")

    assert titles(looked_for("letters surgery", world.nurse)) == ["Same-day letters"]


def test_people_units_priorities_and_decisions_are_found_too(world: World) -> None:
    version = StrategyVersionFactory.create(
        state="superseded", strategy=world.safe.strategy, number=2
    )
    BoardDecisionFactory.create(version=version, text="The Board approved ward visits")

    assert counts(looked_for("ward", world.nurse)) == {"people": 2, "teams": 1, "decisions": 1}
    assert titles(looked_for("kind care", world.nurse)) == ["Safe, kind care"]
    assert titles(looked_for("safe", world.nurse, kind="people")) == []


def test_a_draft_is_found_only_where_it_is_written(world: World, cycle: Cycle) -> None:
    ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="draft", title="Secret sepsis plan")

    for reader, expected in ((world.nurse, 1), (world.stranger, 0), (world.director, 0)):
        finding = looked_for("sepsis", reader)
        assert (len(finding), len(titles(finding))) == (expected, expected)
        assert len(suggestions("sepsis", standing=standing(reader))) == expected


def test_a_decision_on_a_draft_strategy_is_for_those_who_draft(world: World) -> None:
    draft = StrategyVersionFactory.create(state="design", strategy=world.safe.strategy, number=2)
    BoardDecisionFactory.create(version=draft, text="Not yet, said the Board", is_carried=False)

    assert counts(looked_for("not yet", world.director)) == {"decisions": 1}
    assert counts(looked_for("not yet", world.manager)) == {}


def test_nobody_is_found_by_what_only_administrators_see(world: World) -> None:
    PersonFactory.create(name="Len Leaver", is_active=False)
    PersonFactory.create(name="Ana Staff", staff_id="N-4711", email="hidden@example.org")
    admin = PersonFactory.create(name="Ada Admin")
    RoleGrantFactory.create(person=admin, role="org_admin")

    for words in ("leaver", "N-4711", "hidden"):
        assert titles(looked_for(words, world.nurse)) == []
        assert len(titles(looked_for(words, admin))) == 1


def test_filters_narrow_and_leave_out_what_does_not_know_them(world: World, cycle: Cycle) -> None:
    other = CycleFactory.create(name="Last year", state=Cycle.State.CLOSED)
    make = ObjectiveFactory.create
    serving = make(unit=world.ward, cycle=cycle, state="live", title="Ward one")
    ContributionLinkFactory.create(child=serving, parent_priority=world.safe)
    make(unit=world.surgery, cycle=cycle, state="agreed", title="Ward two")
    make(unit=world.ward, cycle=other, state="achieved", title="Ward three")

    def found(**chosen: str) -> list[str]:
        return titles(looked_for("ward", world.nurse, **chosen))

    assert found(state="agreed") == ["Ward two"]
    assert found(priority="SAFE") == ["Ward one"]
    assert found(cycle="Last year") == ["Ward three"]
    assert set(found(division="MED")) == {
        "Ward 7", "Ward one", "Ward three", "Nia Nurse", "Sam Sister",
    }  # fmt: skip


def test_the_page_keeps_what_was_chosen_and_shows_25_at_a_time(world: World, cycle: Cycle) -> None:
    for number in range(26):
        ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title=f"Kept {number}")

    page = address("people:search") + "?q=kept&state=live&kind=objectives"
    response = client_of(world.nurse).get(page)

    assertContains(response, "1 to 25 of 26 found")
    assertContains(response, "q=kept&amp;state=live&amp;kind=objectives&amp;page=2")
    assertContains(response, '<option value="live" selected>')


def test_what_can_be_found_is_said_before_anything_is_typed(world: World) -> None:
    nurse, page = client_of(world.nurse), address("people:search")

    assertContains(nurse.get(page), "objectives, people, teams and units")
    assertContains(nurse.get(page + "?q=zebra"), "Nothing that you may see is found by “zebra”.")
    assertContains(nurse.get(page + "?q=%28%29"), "Nothing that you may see is found")
    assertTemplateUsed(nurse.get(page + "?q=ward", headers=HTMX), "people/searching/_found.html")


def test_the_box_in_the_head_of_the_page_offers_a_few(world: World, cycle: Cycle) -> None:
    for number in range(12):
        ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title=f"Kept {number}")
    nurse, offers = client_of(world.nurse), address("people:suggest")

    response = nurse.get(offers + "?q=kept", headers=HTMX)

    assertContains(response, "8 suggestions")
    assertNotContains(nurse.get(offers + "?q=k", headers=HTMX), "<li>")
    assert nurse.get(offers + "?q=kept")["Location"].endswith("/search/?q=kept")
    assertContains(nurse.get(address("objectives:home")), 'id="search-field"')


@pytest.mark.parametrize("kind", ["", "objectives", "people"])
def test_it_costs_as_many_queries_for_700_as_for_7(world: World, cycle: Cycle, kind: str) -> None:
    def many(count: int) -> None:
        for number in range(count):
            name = f"Ward {count} {number}"
            ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title=name)
            OrgUnitFactory.create(name=name, parent=world.medicine)
            PersonFactory.create(name=name)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            finding = looked_for("ward", world.nurse, kind=kind)
            assert len(finding) and titles(finding)
        return len(captured)

    many(7)
    little = cost()
    many(200)

    assert cost() == little
    assert Objective.objects.count() > 200
