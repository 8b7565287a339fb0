from __future__ import annotations

from datetime import date, datetime

import pytest

from people.directory.services import places as services
from people.directory.services.places import PlaceFacts
from people.models import Assignment, OrgUnit, Person
from people.refusals import Refused, SavedMeanwhile
from tests.factories import AssignmentFactory, OrgUnitFactory, PersonFactory

TODAY = date(2026, 11, 3)


@pytest.fixture
def someone(root: OrgUnit) -> Person:
    return PersonFactory.create(name="Ben Tate")


@pytest.fixture
def ward(root: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Ward 7")


@pytest.fixture
def place(someone: Person, ward: OrgUnit) -> Assignment:
    return AssignmentFactory.create(
        person=someone, unit=ward, is_lead=True, role_title="Matron", started_on=date(2025, 1, 1)
    )


def add(person: Person, unit: OrgUnit, now: datetime, *, is_primary: bool = False) -> Assignment:
    facts = PlaceFacts(role_title="Nurse", is_primary=is_primary)
    return services.add_place(person=person, unit=unit, facts=facts, started_on=TODAY, now=now)


def main_places(person: Person) -> list[str]:
    running = Assignment.objects.current().filter(person=person, is_primary=True)
    return [place.unit.name for place in running]


def test_the_first_place_is_the_main_one(someone: Person, ward: OrgUnit, noon: datetime) -> None:
    add(someone, ward, noon)

    assert main_places(someone) == ["Ward 7"]


def test_a_second_place_becomes_the_main_one_only_when_asked(
    someone: Person, place: Assignment, noon: datetime
) -> None:
    add(someone, OrgUnitFactory.create(name="Clinic"), noon)
    assert main_places(someone) == ["Ward 7"]

    add(someone, OrgUnitFactory.create(name="Office"), noon, is_primary=True)
    assert main_places(someone) == ["Office"]


def test_a_person_has_one_place_in_a_unit(
    someone: Person, place: Assignment, ward: OrgUnit, noon: datetime
) -> None:
    with pytest.raises(Refused, match="Ben Tate has a place in Ward 7 already"):
        add(someone, ward, noon)


def test_closed_units_and_inactive_people_get_no_place(
    someone: Person, ward: OrgUnit, noon: datetime
) -> None:
    closed = OrgUnitFactory.create(name="Gone", closed_on=TODAY)

    with pytest.raises(Refused, match="Gone is closed"):
        add(someone, closed, noon)
    with pytest.raises(Refused, match="no longer active"):
        add(PersonFactory.create(is_active=False), ward, noon)


def test_a_place_is_changed_and_a_main_place_stays_so(
    place: Assignment, someone: Person, noon: datetime
) -> None:
    facts = PlaceFacts(role_title="Ward sister", is_primary=False)

    services.change_place(place=place, edition=1, facts=facts, now=noon)

    place.refresh_from_db()
    assert (place.role_title, place.is_lead, place.edition) == ("Ward sister", False, 2)
    assert main_places(someone) == ["Ward 7"]


def test_another_place_becomes_the_main_one(
    place: Assignment, someone: Person, noon: datetime
) -> None:
    other = add(someone, OrgUnitFactory.create(name="Clinic"), noon)

    services.change_place(place=other, edition=1, facts=PlaceFacts(is_primary=True), now=noon)

    place.refresh_from_db()
    assert (main_places(someone), place.edition) == (["Clinic"], 2)


def test_a_stale_change_changes_nothing(place: Assignment, noon: datetime) -> None:
    services.change_place(place=place, edition=1, facts=PlaceFacts(role_title="A"), now=noon)

    with pytest.raises(SavedMeanwhile):
        services.change_place(place=place, edition=1, facts=PlaceFacts(role_title="B"), now=noon)

    place.refresh_from_db()
    assert place.role_title == "A"


def test_a_move_keeps_the_old_place_and_does_not_carry_the_lead(
    place: Assignment, someone: Person, noon: datetime
) -> None:
    clinic = OrgUnitFactory.create(name="Clinic")

    new = services.move_place(place=place, edition=1, unit=clinic, moved_on=TODAY, now=noon)

    place.refresh_from_db()
    assert (place.ended_on, place.is_lead, new.started_on) == (TODAY, True, TODAY)
    assert (new.role_title, new.is_primary, new.is_lead) == ("Matron", True, False)
    assert main_places(someone) == ["Clinic"]


def test_nobody_moves_where_they_are_or_before_they_began(
    place: Assignment, ward: OrgUnit, noon: datetime
) -> None:
    with pytest.raises(Refused, match="has a place in Ward 7 already"):
        services.move_place(place=place, edition=1, unit=ward, moved_on=TODAY, now=noon)
    clinic, early = OrgUnitFactory.create(), date(2024, 12, 31)
    with pytest.raises(Refused, match="before the place began"):
        services.move_place(place=place, edition=1, unit=clinic, moved_on=early, now=noon)
    with pytest.raises(Refused, match="before the place began"):
        services.end_place(place=place, edition=1, ended_on=early, now=noon)


def test_when_the_main_place_ends_the_longest_held_takes_over(
    place: Assignment, someone: Person, noon: datetime
) -> None:
    for name, year in (("Clinic", 2024), ("Office", 2023)):
        AssignmentFactory.create(
            person=someone,
            unit=OrgUnitFactory.create(name=name),
            is_primary=False,
            started_on=date(year, 1, 1),
        )

    main = services.end_place(place=place, edition=1, ended_on=TODAY, now=noon)

    assert main is not None
    assert (main.unit.name, main_places(someone)) == ("Office", ["Office"])


def test_an_ended_place_is_not_changed_any_more(place: Assignment, noon: datetime) -> None:
    assert services.end_place(place=place, edition=1, ended_on=TODAY, now=noon) is None

    with pytest.raises(Refused, match="has ended"):
        services.end_place(place=place, edition=2, ended_on=TODAY, now=noon)
    with pytest.raises(Refused, match="has ended"):
        services.change_place(place=place, edition=2, facts=PlaceFacts(), now=noon)
