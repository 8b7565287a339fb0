from __future__ import annotations

import contextlib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from people.models import BoardMembership, Organisation, OrgUnit, Person, RoleGrant
from people.policy import TABLE, Action, Role, Standing
from people.queries import standing_of
from tests.factories import (
    AssignmentFactory,
    BoardMembershipFactory,
    OrgUnitFactory,
    RoleGrantFactory,
)


def test_the_written_table_is_the_one_in_code() -> None:
    written = StringIO()
    with contextlib.redirect_stdout(written):
        call_command("permissions")

    assert Path("docs/permissions.csv").read_text() == written.getvalue()


def test_every_action_has_a_row() -> None:
    assert set(TABLE) == set(Action)


def test_a_lead_leads_what_lies_below(person: Person, root: OrgUnit) -> None:
    division = OrgUnitFactory.create(parent=root)
    ward = OrgUnitFactory.create(parent=division)
    beside = OrgUnitFactory.create(parent=root)
    AssignmentFactory.create(person=person, unit=division, is_lead=True)

    standing = standing_of(person)

    assert Role.LEAD in standing.roles
    assert standing.led_unit_ids == {division.pk, ward.pk}
    assert standing.may(Action.WRITE_OBJECTIVE, unit_id=ward.pk)
    assert not standing.may(Action.WRITE_OBJECTIVE, unit_id=beside.pk)


def test_a_place_that_has_ended_gives_nothing(person: Person, root: OrgUnit) -> None:
    AssignmentFactory.create(person=person, unit=root, is_lead=True, ended_on="2026-10-01")

    assert standing_of(person).roles == {Role.MEMBER}


@pytest.mark.parametrize("seat", [BoardMembership.Seat.CHAIR, BoardMembership.Seat.EXECUTIVE])
def test_a_seat_on_the_board_makes_a_board_member(person: Person, seat: str) -> None:
    BoardMembershipFactory.create(person=person, seat=seat)

    standing = standing_of(person)

    assert Role.BOARD_MEMBER in standing.roles
    assert standing.units_for(Action.WRITE_OBJECTIVE) == {standing.root_unit_id}


def test_a_grant_for_a_unit_makes_its_lead(person: Person, root: OrgUnit) -> None:
    ward = OrgUnitFactory.create(parent=root)
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.TEAM_LEAD, unit=ward)

    assert standing_of(person).led_unit_ids == {ward.pk}


def test_an_action_without_a_permission_reaches_nowhere(inside: Organisation) -> None:
    standing = Standing(person_id=1, roles=frozenset({Role.MEMBER}))

    assert not standing.may(Action.GRANT_ROLES)
    assert not standing.is_everywhere(Action.SEE_DRAFT_OBJECTIVES)
    assert standing.is_everywhere(Action.SEE_REPORTS)
