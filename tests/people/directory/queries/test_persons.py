from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from people.directory.queries import persons as queries
from people.models import Assignment, OrgUnit, Person
from people.policy import Role, Standing
from people.structure import keeping_open
from people.tenancy import acting_in
from tests.factories import (
    AssignmentFactory,
    BoardMembershipFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)

MEMBER = Standing(person_id=0, roles=frozenset({Role.MEMBER}))
ADMIN = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))


def names(
    words: str = "", *, standing: Standing = MEMBER, sort: str = "name", inactive: bool = False
) -> list[str]:
    found = queries.directory(standing=standing, words=words, sort=sort, with_inactive=inactive)
    return [line.name for line in found.get_page(1)]


@pytest.fixture
def three(root: OrgUnit) -> None:
    """Ann the matron of Ward 7, ben the clerk of the clinic, Cy without a place."""
    ward, clinic = OrgUnitFactory.create(name="Ward 7"), OrgUnitFactory.create(name="Clinic")
    ann = PersonFactory.create(name="Ann", email="ann@example.org", staff_id="A1")
    ben = PersonFactory.create(name="ben")
    PersonFactory.create(name="Cy")
    AssignmentFactory.create(person=ann, unit=ward, role_title="Matron")
    AssignmentFactory.create(person=ben, unit=clinic, role_title="Clerk")
    AssignmentFactory.create(person=ben, unit=ward, role_title="Helper", is_primary=False)
    AssignmentFactory.create(person=ann, unit=clinic, ended_on=date(2026, 1, 1))


@pytest.mark.usefixtures("three")
def test_people_come_once_by_name_with_their_main_place() -> None:
    found = queries.directory(standing=MEMBER, words="", sort="name", with_inactive=False)

    assert [(line.name, line.role_title, line.unit) for line in found.get_page(1)] == [
        ("Ann", "Matron", "Ward 7"),
        ("ben", "Clerk", "Clinic"),
        ("Cy", "", ""),
    ]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("-name", ["Cy", "ben", "Ann"]),
        ("unit", ["ben", "Ann", "Cy"]),
        ("-unit", ["Ann", "ben", "Cy"]),
        ("role", ["ben", "Ann", "Cy"]),
        ("; drop table", ["Ann", "ben", "Cy"]),
    ],
)
def test_people_are_sorted_as_asked_with_what_is_missing_last(sort: str, order: list[str]) -> None:
    assert names(sort=sort) == order


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("words", "found"), [("aNN", ["Ann"]), ("clerk", ["ben"]), ("ward", ["Ann"])]
)
def test_people_are_found_by_name_role_and_unit(words: str, found: list[str]) -> None:
    assert names(words) == found


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("words", ["ann@example.org", "a1"])
def test_addresses_and_staff_numbers_find_people_for_administrators_only(words: str) -> None:
    assert names(words, standing=ADMIN) == ["Ann"]
    assert names(words, standing=MEMBER) == []


def test_people_no_longer_active_are_listed_for_administrators_who_ask(root: OrgUnit) -> None:
    PersonFactory.create(name="Gone", is_active=False)

    assert names(standing=ADMIN, inactive=True) == ["Gone"]
    assert names(standing=ADMIN) == names(standing=MEMBER, inactive=True) == []


@pytest.mark.parametrize("how_many", [10, 500])
def test_the_list_costs_two_queries_at_any_length(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    people = Person.objects.bulk_create(
        PersonFactory.build_batch(how_many, organisation=root.organisation)
    )
    Assignment.objects.bulk_create(
        AssignmentFactory.build(unit=root, person=person, organisation=root.organisation)
        for person in people
    )

    with django_assert_num_queries(2):
        found = queries.directory(standing=MEMBER, words="Person", sort="unit", with_inactive=False)
        assert len(list(found.get_page(1))) == min(25, how_many)


@pytest.mark.parametrize("how_many", [1, 10])
def test_a_persons_page_costs_three_queries(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    person = PersonFactory.create()
    for number in range(how_many):
        AssignmentFactory.create(
            person=person, unit=OrgUnitFactory.create(), is_primary=number == 0
        )
        RoleGrantFactory.create(person=person, role="clinical_lead", unit=OrgUnitFactory.create())

    with django_assert_num_queries(3):
        page = queries.person_page(person, standing=MEMBER)
        assert [str(grant.unit) for grant in page.roles] != []

    assert (len(page.places), len(page.roles)) == (how_many, how_many)


def test_contact_is_for_administrators_and_the_person_themselves(root: OrgUnit) -> None:
    person = PersonFactory.create()
    themselves = Standing(person_id=person.pk, roles=frozenset({Role.MEMBER}))

    sees = [
        queries.person_page(person, standing=standing).sees_contact
        for standing in (MEMBER, ADMIN, themselves)
    ]

    assert sees == [False, True, True]


def test_what_a_person_holds_is_said_in_sentences(
    root: OrgUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_open, "_person_checks", [])
    keeping_open.is_led_by_person(lambda person: ["They answer for 3 objectives."])
    person = PersonFactory.create()
    ward = OrgUnitFactory.create(name="Ward 7")
    AssignmentFactory.create(person=person, unit=ward, is_lead=True)
    AssignmentFactory.create(
        person=person, unit=OrgUnitFactory.create(name="Clinic"), is_primary=False
    )
    BoardMembershipFactory.create(person=person, seat="chair")
    RoleGrantFactory.create(person=person, role="team_lead", unit=ward)
    RoleGrantFactory.create(person=person, role="auditor", ended_on=date(2026, 1, 1))

    assert queries.what_they_hold(person) == [
        "They lead Ward 7.",
        "They have a place in Ward 7 and Clinic.",
        "They sit on the board: chair.",
        "They hold a role: Team lead, Ward 7.",
        "They answer for 3 objectives.",
    ]


def test_somebody_who_holds_nothing_has_no_sentence(root: OrgUnit) -> None:
    assert queries.what_they_hold(PersonFactory.create()) == []


def test_namesakes_are_told_apart(root: OrgUnit) -> None:
    AssignmentFactory.create(person__name="Ann", unit=root, role_title="Matron")
    PersonFactory.create(name="Ann", kind="volunteer")

    choices = queries.person_choices("ann", standing=MEMBER)

    assert sorted(choice.facts for choice in choices) == ["Matron, The Board", "Volunteer"]
    assert queries.person_choices("", standing=MEMBER) == []


def test_people_of_another_organisation_are_never_read(root: OrgUnit) -> None:
    with acting_in(OrganisationFactory.create()):
        PersonFactory.create(name="Theirs")

    assert names("Theirs", standing=ADMIN, inactive=True) == []
    assert not queries.people_visible_to(ADMIN).filter(name="Theirs").exists()


def test_a_standing_without_any_role_sees_nobody(root: OrgUnit) -> None:
    PersonFactory.create()

    assert not queries.people_visible_to(Standing(person_id=0, roles=frozenset())).exists()
