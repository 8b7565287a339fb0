from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from people.models import Assignment, OrgUnit, Person
from people.structure import queries
from people.structure.history import history_of
from people.tenancy import acting_in
from tests.factories import (
    AssignmentFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)


def many(root: OrgUnit, how_many: int) -> None:
    """As many teams, each with a person."""
    units = OrgUnitFactory.build_batch(how_many, parent=root, organisation=root.organisation)
    people = PersonFactory.build_batch(how_many, organisation=root.organisation)
    OrgUnit.objects.bulk_create(units)
    Person.objects.bulk_create(people)
    Assignment.objects.bulk_create(
        AssignmentFactory.build(unit=unit, person=person, organisation=root.organisation)
        for unit, person in zip(units, people, strict=True)
    )


@pytest.mark.parametrize("how_many", [10, 500])
def test_the_tree_costs_one_query_at_any_size(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    many(root, how_many)

    with django_assert_num_queries(1):
        tree = queries.tree(with_closed=False)

    assert (tree[0].people, tree[0].units_within) == (how_many, how_many)


@pytest.mark.parametrize("how_many", [10, 500])
def test_a_units_page_costs_the_same_at_any_size(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    many(root, how_many)
    AssignmentFactory.create(unit=root)

    with django_assert_num_queries(6):
        page = queries.unit_page(root)
        people = list(queries.people_here(root).get_page(1))
        history = history_of(root, names=page.names)

    assert (len(page.within), len(people), len(history)) == (how_many, 1, 1)


def test_people_are_counted_where_they_mainly_work(root: OrgUnit) -> None:
    ward, clinic = OrgUnitFactory.create(parent=root), OrgUnitFactory.create(parent=root)
    person = PersonFactory.create()
    AssignmentFactory.create(unit=ward, person=person)
    AssignmentFactory.create(unit=clinic, person=person, is_primary=False)
    AssignmentFactory.create(unit=clinic, person=PersonFactory.create(is_active=False))
    AssignmentFactory.create(unit=clinic, ended_on=date(2026, 1, 1))

    counts = {fact.id: fact.people for fact in queries.unit_facts()}

    assert counts == {root.pk: 0, ward.pk: 1, clinic.pk: 0}


def test_closed_units_are_left_out_until_asked_for(root: OrgUnit) -> None:
    OrgUnitFactory.create(parent=root, closed_on=date(2026, 1, 1))

    assert len(queries.tree(with_closed=False)) == 1
    assert [line.unit.is_closed for line in queries.tree(with_closed=True)] == [False, True]


def test_a_unit_is_found_by_name_or_code_whatever_the_case(root: OrgUnit) -> None:
    medicine = OrgUnitFactory.create(parent=root, name="Medicine", code="MED")
    OrgUnitFactory.create(parent=medicine, name="Ward 7", code="MED-7")

    by_name = queries.find_units("wARD")
    by_code = queries.find_units("med")

    assert [(found.unit.name, found.above) for found in by_name] == [("Ward 7", "Medicine")]
    assert [found.unit.name for found in by_code] == ["Medicine", "Ward 7"]
    assert by_code[0].above == "The Board"


def test_a_unit_may_move_anywhere_but_where_it_is_or_below_itself(root: OrgUnit) -> None:
    medicine = OrgUnitFactory.create(parent=root, name="Unit of medicine")
    ward = OrgUnitFactory.create(parent=medicine, name="Unit of ward 7")
    OrgUnitFactory.create(parent=ward, name="Unit of bay 1")
    OrgUnitFactory.create(parent=root, name="Unit of surgery")
    OrgUnitFactory.create(parent=root, name="Unit gone", closed_on=date(2026, 1, 1))

    choices = queries.possible_parents(ward, words="unit")

    assert [choice.name for choice in choices] == ["Unit of surgery"]
    assert queries.possible_parents(ward, words="") == []


def test_leads_are_named_once_by_place_or_by_role(root: OrgUnit) -> None:
    by_place, by_role = PersonFactory.create(name="Zoe"), PersonFactory.create(name="adam")
    gone = PersonFactory.create(is_active=False)
    for person in (by_place, gone):
        AssignmentFactory.create(unit=root, person=person, is_lead=True)
    for person in (by_place, by_role):
        RoleGrantFactory.create(unit=root, person=person, role="team_lead")

    leaders = queries.leaders_of(root)

    assert [(leader.name, leader.how) for leader in leaders] == [
        ("adam", "by a role granted for it"),
        ("Zoe", ""),
    ]


def test_people_of_a_unit_come_25_a_page_by_name(root: OrgUnit) -> None:
    for number in range(26):
        AssignmentFactory.create(
            unit=root,
            person=PersonFactory.create(name=f"Person {number:02}"),
            is_primary=number > 0,
        )

    first, second = (list(queries.people_here(root).get_page(n)) for n in (1, 2))

    assert (len(first), [line.name for line in second]) == (25, ["Person 25"])
    assert (first[0].name, first[0].is_primary) == ("Person 00", False)


def test_another_organisations_units_are_never_read(root: OrgUnit) -> None:
    with acting_in(OrganisationFactory.create()):
        OrgUnitFactory.create(name="Theirs")

    assert [line.unit.id for line in queries.tree(with_closed=True)] == [root.pk]
    assert queries.find_units("Theirs") == []
    assert not queries.units().filter(name="Theirs").exists()
