"""Reads about people and structure. Each starts from the organisation in force."""

from __future__ import annotations

from django.db import connection

from people.models import Account, Person
from people.policy import Role, Standing

_BELOW = """
    WITH RECURSIVE below(id) AS (
        SELECT unnest(%s::bigint[])
        UNION
        SELECT unit.id FROM people_orgunit unit JOIN below ON unit.parent_id = below.id
        WHERE unit.organisation_id = %s
    )
    SELECT id FROM below
"""

_STANDING = """
    WITH RECURSIVE place AS (
        SELECT unit_id, is_lead FROM people_assignment
        WHERE organisation_id = %(organisation)s AND person_id = %(person)s AND ended_on IS NULL
    ), granted AS (
        SELECT role, unit_id FROM people_rolegrant
        WHERE organisation_id = %(organisation)s AND person_id = %(person)s AND ended_on IS NULL
    ), led(id) AS (
        SELECT unit_id FROM place WHERE is_lead
        UNION
        SELECT unit_id FROM granted WHERE role = %(lead)s AND unit_id IS NOT NULL
    ), below(id) AS (
        SELECT id FROM led
        UNION
        SELECT unit.id FROM people_orgunit unit JOIN below ON unit.parent_id = below.id
        WHERE unit.organisation_id = %(organisation)s
    )
    SELECT
        ARRAY(SELECT unit_id FROM place), ARRAY(SELECT id FROM led), ARRAY(SELECT id FROM below),
        ARRAY(SELECT role FROM granted),
        EXISTS (
            SELECT FROM people_boardmembership
            WHERE organisation_id = %(organisation)s AND person_id = %(person)s
              AND ended_on IS NULL
        ),
        (
            SELECT id FROM people_orgunit
            WHERE organisation_id = %(organisation)s AND parent_id IS NULL ORDER BY id LIMIT 1
        )
"""


def persons_of(account: Account) -> list[Person]:
    """The active persons an account is, one for each organisation, by the organisation's name."""
    return list(
        Person._base_manager.filter(account=account, is_active=True)
        .select_related("organisation")
        .order_by("organisation__name")
    )


def unit_ids_below(*, unit_ids: set[int], organisation_id: int) -> frozenset[int]:
    """These units with every unit below them."""
    if not unit_ids:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, [sorted(unit_ids), organisation_id])
        return frozenset(row[0] for row in cursor.fetchall())


def standing_of(person: Person) -> Standing:
    """What the person is here now, from their places, seats and granted roles: one query, for
    every page asks it."""
    here = {"person": person.pk, "organisation": person.organisation_id}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, {**here, "lead": Role.LEAD})
        found = cursor.fetchone()
    own, led, below, granted, sits_on_board, root_id = found or ((), (), (), (), False, None)
    known = {role.value for role in Role}
    roles = {Role(role) for role in granted if role in known and role != Role.LEAD}
    roles.add(Role.MEMBER)
    if led:
        roles.add(Role.LEAD)
    if sits_on_board:
        roles.add(Role.BOARD_MEMBER)
    return Standing(
        person_id=person.pk,
        roles=frozenset(roles),
        root_unit_id=root_id,
        own_unit_ids=frozenset(own),
        led_unit_ids=frozenset(below),
        directly_led_unit_ids=frozenset(led),
    )
