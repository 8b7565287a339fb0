"""Puts the fictional trust itself into the database: units, people, the board and who may what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from config.demonstration.records import Assignment as Place
from config.demonstration.records import Demonstration, Grant
from config.demonstration.seed.rows import add
from people.models import (
    Account,
    Assignment,
    Board,
    BoardMembership,
    Organisation,
    OrgUnit,
    Person,
    RoleGrant,
)


@dataclass(frozen=True)
class Known:
    """What rows of the trust are called by: units by code, people by staff number."""

    organisation: Organisation
    units: dict[str, OrgUnit]
    people: dict[str, Person]


def add_organisation(trust: Demonstration) -> Organisation:
    return Organisation.objects.create(
        slug=trust.organisation.slug,
        name=trust.organisation.name,
        org_type=trust.organisation.org_type,
        ods_code=trust.organisation.ods_code,
        is_demonstration=True,
    )


def add_structure(
    trust: Demonstration, *, organisation: Organisation, accounts: dict[str, Account]
) -> Known:
    """Units from the top down, then everybody, where they work, the board and the roles."""
    known = Known(organisation, _units(trust, organisation), _people(trust, organisation, accounts))
    add(Assignment, [_assignment(row, known) for row in trust.assignments])
    _board(trust, known)
    _grants(trust, known)
    return known


def _units(trust: Demonstration, organisation: Organisation) -> dict[str, OrgUnit]:
    """One level at a time, as a unit names the one above by its key."""
    depth: dict[str | None, int] = {None: -1}
    for unit in trust.units:
        depth[unit.code] = depth[unit.parent_code] + 1
    units: dict[str, OrgUnit] = {}
    in_levels = sorted(trust.units, key=lambda unit: depth[unit.code])
    for _, level in groupby(in_levels, key=lambda unit: depth[unit.code]):
        rows = [
            OrgUnit(
                organisation=organisation,
                code=unit.code,
                name=unit.name,
                kind=unit.kind,
                parent=units[unit.parent_code] if unit.parent_code else None,
                site=unit.site,
                headcount=unit.headcount,
                fte=unit.fte,
            )
            for unit in level
        ]
        units |= {row.code: row for row in add(OrgUnit, rows)}
    return units


def _people(
    trust: Demonstration, organisation: Organisation, accounts: dict[str, Account]
) -> dict[str, Person]:
    rows = [
        Person(
            organisation=organisation,
            staff_id=person.staff_id,
            name=person.name,
            email=person.email,
            kind=person.kind,
            account=accounts.get(person.staff_id),
            is_active=person.is_active,
        )
        for person in trust.people
    ]
    return {row.staff_id: row for row in add(Person, rows)}


def _assignment(row: Place, known: Known) -> Assignment:
    return Assignment(
        organisation=known.organisation,
        person=known.people[row.staff_id],
        unit=known.units[row.unit_code],
        role_title=row.role_title,
        staff_group=row.staff_group,
        pay_band=row.pay_band,
        fte=row.fte,
        is_primary=row.is_primary,
        is_lead=row.is_lead,
        started_on=row.started_on,
        ended_on=row.ended_on,
    )


def _board(trust: Demonstration, known: Known) -> None:
    board = Board.objects.create(organisation=known.organisation, name=trust.board.name)
    rows = [
        BoardMembership(
            organisation=known.organisation,
            board=board,
            person=known.people[seat.staff_id],
            seat=seat.seat,
            is_voting=seat.is_voting,
            is_independent=seat.is_independent,
            portfolio=seat.portfolio,
            started_on=seat.started_on,
        )
        for seat in trust.board.seats
    ]
    add(BoardMembership, rows)


def _grants(trust: Demonstration, known: Known) -> None:
    """Handed out by the administrator; the administrator's own by the board secretary."""
    holders = {grant.role: grant.staff_id for grant in trust.grants}

    def granted_by(grant: Grant) -> Person:
        giver = "board_secretary" if grant.role == "org_admin" else "org_admin"
        return known.people[holders[giver]]

    rows = [
        RoleGrant(
            organisation=known.organisation,
            person=known.people[grant.staff_id],
            role=grant.role,
            unit=known.units[grant.unit_code] if grant.unit_code else None,
            granted_by=granted_by(grant),
            started_on=grant.started_on,
        )
        for grant in trust.grants
    ]
    add(RoleGrant, rows)
