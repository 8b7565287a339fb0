from __future__ import annotations

from datetime import date

import pytest

from objectives import services
from objectives.models import AskedObjective, ExpectedContribution
from objectives.services import Expected, NotTheirs, Refused
from people.models import OrgUnit, Person
from strategy.models import Priority
from tests.factories import ExpectedContributionFactory, PriorityFactory, RoleGrantFactory
from tests.objectives.test_services_writing import letters_to
from tests.objectives.world import NOON, World, standing


def ask(unit: OrgUnit, priority: Priority, by: Person) -> AskedObjective:
    return services.ask_for_objective(
        unit=unit, priority=priority, by=by, standing=standing(by), now=NOON
    )


def say_why_not(asked: AskedObjective, by: Person, reason: str = "Pharmacy does") -> AskedObjective:
    return services.say_why_not(asked=asked, reason=reason, by=by, standing=standing(by), now=NOON)


def test_the_units_leads_are_asked_once(world: World) -> None:
    first = ask(world.ward, world.fair, world.director)

    again = ask(world.ward, world.fair, world.stranger)

    assert first == again
    assert (first.asked_by, first.asked_at, first.answered_at) == (world.director, NOON, None)
    [body] = letters_to("sam@example.org")
    assert "Fair outcomes" in body and "/northvale/" in body


def test_a_unit_without_a_lead_asks_the_nearest_lead_above(world: World) -> None:
    world.sister.assignments.update(is_lead=False)

    ask(world.ward, world.fair, world.director)

    assert len(letters_to("mo@example.org")) == 1


def test_nobody_is_asked_where_nobody_leads(world: World) -> None:
    with pytest.raises(Refused, match="Nobody leads Surgery"):
        ask(world.surgery, world.fair, world.director)


def test_only_priorities_in_force_and_open_units_are_asked_about(world: World) -> None:
    with pytest.raises(Refused, match="nothing to ask"):
        ask(world.ward, PriorityFactory.create(), world.director)
    world.ward.closed_on = date(2026, 10, 1)
    with pytest.raises(Refused, match="nothing to ask"):
        ask(world.ward, world.fair, world.director)


def test_a_lead_says_why_not_and_may_be_asked_again_later(world: World) -> None:
    asked = ask(world.ward, world.fair, world.director)

    answered = say_why_not(asked, world.sister)

    assert (answered.reason, answered.answered_at) == ("Pharmacy does", NOON)
    assert ask(world.ward, world.fair, world.director).pk != asked.pk


def test_only_a_lead_says_why_not_in_words_and_once(world: World) -> None:
    asked = ask(world.ward, world.fair, world.director)
    with pytest.raises(NotTheirs):
        say_why_not(asked, world.nurse)
    with pytest.raises(Refused, match="Say why"):
        say_why_not(asked, world.sister, reason=" ")
    say_why_not(asked, world.sister)

    with pytest.raises(Refused, match="already been answered"):
        say_why_not(asked, world.sister)


@pytest.fixture
def officer(world: World) -> Person:
    RoleGrantFactory.create(person=world.stranger)  # organisational development
    return world.stranger


def cell(unit: OrgUnit, priority: Priority, was: str, wanted: str) -> Expected:
    return Expected(priority_id=priority.pk, unit_id=unit.pk, was=was, wanted=wanted)


def expect(by: Person, *cells: Expected) -> list[Expected]:
    return services.set_expectations(cells=cells, standing=standing(by), now=NOON)


def test_expectations_are_set_changed_and_cleared(world: World, officer: Person) -> None:
    for was, wanted in (("", "required"), ("required", "not_expected"), ("not_expected", "")):
        overtaken = expect(officer, cell(world.ward, world.safe, was, wanted))

        kept = ExpectedContribution.objects.values_list("expectation", flat=True)
        assert (overtaken, list(kept)) == ([], [wanted] if wanted else [])


def test_a_cell_that_somebody_else_changed_meanwhile_keeps_theirs(
    world: World, officer: Person
) -> None:
    ExpectedContributionFactory.create(unit=world.ward, priority=world.safe)  # required
    mine = cell(world.ward, world.safe, "invited", "not_expected")
    new = cell(world.ward, world.fair, "", "invited")

    overtaken = expect(officer, mine, new)

    assert overtaken == [mine]
    kept = ExpectedContribution.objects.values_list("priority__ref", "expectation")
    assert set(kept) == {("SAFE", "required"), ("FAIR", "invited")}


def test_the_same_change_by_two_people_is_no_conflict(world: World, officer: Person) -> None:
    ExpectedContributionFactory.create(unit=world.ward, priority=world.safe)

    assert expect(officer, cell(world.ward, world.safe, "", "required")) == []


def test_a_cell_cleared_meanwhile_is_not_set_again_unseen(world: World, officer: Person) -> None:
    mine = cell(world.ward, world.safe, "required", "invited")

    assert expect(officer, mine) == [mine]


def test_only_some_roles_set_expectations(world: World) -> None:
    with pytest.raises(NotTheirs):
        expect(world.director, cell(world.ward, world.safe, "", "required"))
