"""Every service of people and structure that writes more than once does all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from people.directory.services import board, persons, places, roles
from people.models import Assignment, BoardMembership, Errand, OrgUnit, Person, RoleGrant
from people.structure import services as structure
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    BoardMembershipFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.failing import fails_at, writes_of

TODAY = date(2026, 11, 3)
NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
TABLES = (OrgUnit, Person, Assignment, RoleGrant, BoardMembership, Errand)


class Trust:
    """A board, two wards, an administrator and somebody with two places, a role and a seat."""

    def __init__(self) -> None:
        self.admin = PersonFactory.create(account=AccountFactory.create())
        RoleGrantFactory.create(person=self.admin, role="org_admin")
        self.person = PersonFactory.create()
        self.ward, self.clinic, self.office = OrgUnitFactory.create_batch(3)
        self.place = AssignmentFactory.create(person=self.person, unit=self.ward)
        AssignmentFactory.create(person=self.person, unit=self.clinic, is_primary=False)
        self.role = RoleGrantFactory.create(person=self.person)
        self.seat = BoardMembershipFactory.create(person=self.person)


UNIT = structure.UnitFacts(name="New", code="NEW", kind="team")
PLACE = places.PlaceFacts(is_primary=True)
SERVICES: dict[str, Callable[[Trust], object]] = {
    "add_unit": lambda t: structure.add_unit(parent=t.ward, facts=UNIT, opened_on=TODAY, now=NOW),
    "edit_unit": lambda t: structure.edit_unit(unit=t.ward, edition=1, facts=UNIT, now=NOW),
    "move_unit": lambda t: structure.move_unit(unit=t.ward, edition=1, parent=t.clinic, now=NOW),
    "close_unit": lambda t: structure.close_unit(unit=t.office, closed_on=TODAY, now=NOW),
    "add_person": lambda t: persons.add_person(
        facts=persons.PersonFacts(name="New", kind="employee"), now=NOW
    ),
    "make_inactive": lambda t: persons.make_inactive(
        person=t.person, by=t.admin, ends_all=True, now=NOW
    ),
    "add_place": lambda t: places.add_place(
        person=t.person, unit=t.office, facts=PLACE, started_on=TODAY, now=NOW
    ),
    "change_place": lambda t: places.change_place(
        place=Assignment.objects.get(person=t.person, is_primary=False),
        edition=1,
        facts=PLACE,
        now=NOW,
    ),
    "move_place": lambda t: places.move_place(
        place=t.place, edition=1, unit=t.office, moved_on=TODAY, now=NOW
    ),
    "end_place": lambda t: places.end_place(place=t.place, edition=1, ended_on=TODAY, now=NOW),
    "grant_role": lambda t: roles.grant_role(
        person=t.person, role="auditor", unit=None, granted_by=t.admin, started_on=TODAY
    ),
    "add_member": lambda t: board.add_member(
        person=t.admin, facts=board.SeatFacts(seat="chair", started_on=TODAY)
    ),
}


def everything() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in TABLES]


@pytest.mark.parametrize("name", SERVICES)
def test_a_write_that_fails_leaves_nothing_half_done(root: OrgUnit, name: str) -> None:
    trust, do = Trust(), SERVICES[name]
    before, writes = everything(), writes_of(lambda: do(trust))

    for number in range(1, writes + 1):
        fails_at(number, lambda: do(trust))
        assert everything() == before

    do(trust)
    assert everything() != before
