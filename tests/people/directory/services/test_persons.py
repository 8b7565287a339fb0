from __future__ import annotations

from datetime import date, datetime

import pytest

from people.directory.services import persons as services
from people.directory.services.persons import PersonFacts
from people.models import Assignment, BoardMembership, OrgUnit, Person, RoleGrant
from people.refusals import Refused, SavedMeanwhile
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    BoardMembershipFactory,
    PersonFactory,
    RoleGrantFactory,
)

FACTS = PersonFacts(name="Ben Tate", kind="volunteer", email="ben@example.org", staff_id="77")


def test_a_person_is_added(root: OrgUnit, noon: datetime) -> None:
    person = services.add_person(facts=FACTS, now=noon)

    person.refresh_from_db()
    assert (person.name, person.kind, person.account) == ("Ben Tate", "volunteer", None)


def test_a_staff_number_belongs_to_one_person(root: OrgUnit, noon: datetime) -> None:
    other = PersonFactory.create()
    services.add_person(facts=FACTS, now=noon)

    with pytest.raises(Refused, match="has the staff number 77") as adding:
        services.add_person(facts=FACTS, now=noon)
    with pytest.raises(Refused, match="has the staff number 77"):
        services.edit_person(person=other, edition=1, facts=FACTS)

    assert adding.value.field == "staff_id"


def test_several_people_may_have_no_staff_number(root: OrgUnit, noon: datetime) -> None:
    for name in ("Ann", "Ben"):
        services.add_person(facts=PersonFacts(name=name, kind="partner"), now=noon)

    assert Person.objects.filter(staff_id="").count() == 2


def test_an_edit_goes_one_edition_further_and_a_stale_one_nowhere(root: OrgUnit) -> None:
    person = PersonFactory.create()
    services.edit_person(person=person, edition=1, facts=FACTS)

    with pytest.raises(SavedMeanwhile):
        services.edit_person(person=person, edition=1, facts=PersonFacts(name="X", kind="partner"))

    person.refresh_from_db()
    assert (person.name, person.edition) == ("Ben Tate", 2)


@pytest.mark.parametrize("ends_all", [True, False])
def test_making_inactive_ends_what_was_said_and_nothing_else(
    admin: Person, noon: datetime, ends_all: bool
) -> None:
    leaver = PersonFactory.create()
    place = AssignmentFactory.create(person=leaver, started_on=date(2027, 1, 1))
    AssignmentFactory.create(person=leaver, is_primary=False)
    RoleGrantFactory.create(person=leaver)
    BoardMembershipFactory.create(person=leaver)

    services.make_inactive(person=leaver, by=admin, ends_all=ends_all, now=noon)

    leaver.refresh_from_db()
    running = [
        model.objects.filter(person=leaver, ended_on=None).count()
        for model in (Assignment, RoleGrant, BoardMembership)
    ]
    place.refresh_from_db()
    assert not leaver.is_active
    assert running == ([0, 0, 0] if ends_all else [2, 1, 1])
    assert place.ended_on == (date(2027, 1, 1) if ends_all else None)


def test_nobody_makes_themselves_inactive(admin: Person, noon: datetime) -> None:
    with pytest.raises(Refused, match="yourself"):
        services.make_inactive(person=admin, by=admin, ends_all=False, now=noon)


def test_the_last_administrator_stays_active(admin: Person, noon: datetime) -> None:
    helper = PersonFactory.create(account=AccountFactory.create(is_active=False))
    RoleGrantFactory.create(person=helper, role="org_admin")

    with pytest.raises(Refused, match="Amina Okafor is the last administrator who can sign in"):
        services.make_inactive(person=admin, by=helper, ends_all=False, now=noon)

    admin.refresh_from_db()
    assert admin.is_active


def test_somebody_who_comes_back_is_active_and_holds_nothing_new(
    admin: Person, noon: datetime
) -> None:
    leaver = PersonFactory.create()
    AssignmentFactory.create(person=leaver)
    services.make_inactive(person=leaver, by=admin, ends_all=True, now=noon)

    for _ in range(2):
        services.make_active(person=leaver, now=noon)

    leaver.refresh_from_db()
    assert (leaver.is_active, leaver.edition) == (True, 3)
    assert not Assignment.objects.current().filter(person=leaver).exists()
