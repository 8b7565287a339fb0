from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from people.directory.services import persons, roles
from people.models import Organisation, OrgUnit, Person, RoleGrant
from people.refusals import Refused
from people.tenancy import acting_in
from tests.factories import (
    AccountFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.parallel import at_once

TODAY = date(2026, 11, 3)


def grant(person: Person, role: str, by: Person, *, unit: OrgUnit | None = None) -> RoleGrant:
    return roles.grant_role(person=person, role=role, unit=unit, granted_by=by, started_on=TODAY)


def test_a_role_is_granted_with_who_granted_it(admin: Person) -> None:
    made = grant(PersonFactory.create(), "auditor", admin)

    assert (made.granted_by, made.started_on, made.ended_on) == (admin, TODAY, None)


def test_a_lead_leads_an_open_unit(admin: Person) -> None:
    ward = OrgUnitFactory.create()
    closed = OrgUnitFactory.create(closed_on=TODAY)

    assert grant(PersonFactory.create(), "team_lead", admin, unit=ward).unit == ward
    with pytest.raises(Refused, match="Select the unit that they lead"):
        grant(PersonFactory.create(), "team_lead", admin)
    with pytest.raises(Refused, match="is closed"):
        grant(PersonFactory.create(), "team_lead", admin, unit=closed)


def test_other_roles_are_for_the_whole_organisation(admin: Person, root: OrgUnit) -> None:
    with pytest.raises(Refused, match="leave the unit out"):
        grant(PersonFactory.create(), "auditor", admin, unit=root)


@pytest.mark.parametrize("role", ["board_member", "member"])
def test_what_follows_from_a_seat_or_a_place_is_not_granted(admin: Person, role: str) -> None:
    with pytest.raises(Refused, match="follows from a seat or a place"):
        grant(PersonFactory.create(), role, admin)


def test_a_role_is_held_once_by_somebody_active(admin: Person) -> None:
    with pytest.raises(Refused, match="holds this role already"):
        grant(admin, "org_admin", admin)
    with pytest.raises(Refused, match="no longer active"):
        grant(PersonFactory.create(is_active=False), "auditor", admin)


def test_a_role_ends_once(admin: Person) -> None:
    held = RoleGrantFactory.create()

    for day in (TODAY, date(2026, 12, 1)):
        roles.end_role(grant=held, ended_on=day)

    held.refresh_from_db()
    assert held.ended_on == TODAY


def test_the_last_administrator_who_can_sign_in_keeps_the_role(admin: Person) -> None:
    RoleGrantFactory.create(role="org_admin")  # without a sign-in
    own = RoleGrant.objects.get(person=admin)

    with pytest.raises(Refused, match="Amina Okafor is the last administrator who can sign in"):
        roles.end_role(grant=own, ended_on=TODAY)

    other = PersonFactory.create(account=AccountFactory.create())
    RoleGrantFactory.create(person=other, role="org_admin")
    roles.end_role(grant=own, ended_on=TODAY)
    assert not RoleGrant.objects.current().filter(person=admin).exists()


@pytest.fixture
def two_administrators() -> tuple[Organisation, list[Person]]:
    trust = OrganisationFactory.create()
    with acting_in(trust):
        OrgUnitFactory.create(parent=None)
        both = [PersonFactory.create(account=AccountFactory.create()) for _ in range(2)]
        for person in both:
            RoleGrantFactory.create(person=person, role="org_admin")
    return trust, both


@pytest.mark.django_db(transaction=True)
def test_the_last_two_administrators_cannot_end_each_other_at_once(
    two_administrators: tuple[Organisation, list[Person]],
) -> None:
    trust, (one, other) = two_administrators
    now = datetime(2026, 11, 3, 12, tzinfo=UTC)

    def end_others_role() -> bool:
        try:
            with acting_in(trust):
                held = RoleGrant.objects.get(person=other, role="org_admin")
                roles.end_role(grant=held, ended_on=TODAY)
        except Refused:
            return False
        return True

    def make_one_inactive() -> bool:
        try:
            with acting_in(trust):
                persons.make_inactive(person=one, by=other, ends_all=True, now=now)
        except Refused:
            return False
        return True

    assert sorted(at_once(end_others_role, make_one_inactive)) == [False, True]
