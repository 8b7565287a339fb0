"""Reads about people and structure. Each starts from the organisation in force."""

from __future__ import annotations

from django.db import connection

from people.models import Account, Assignment, BoardMembership, OrgUnit, Person, RoleGrant
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
    """What the person is here now, from their places, seats and granted roles."""
    places = list(
        Assignment.objects.current().filter(person=person).values_list("unit_id", "is_lead")
    )
    grants = list(RoleGrant.objects.current().filter(person=person).values_list("role", "unit_id"))
    led = {unit_id for unit_id, is_lead in places if is_lead}
    led |= {unit_id for role, unit_id in grants if role == Role.LEAD and unit_id is not None}
    known = {role.value for role in Role}
    roles = {Role(role) for role, _ in grants if role in known and role != Role.LEAD}
    roles.add(Role.MEMBER)
    if led:
        roles.add(Role.LEAD)
    if BoardMembership.objects.current().filter(person=person).exists():
        roles.add(Role.BOARD_MEMBER)
    root_id = OrgUnit.objects.filter(parent=None).values_list("pk", flat=True).first()
    return Standing(
        person_id=person.pk,
        roles=frozenset(roles),
        root_unit_id=root_id,
        own_unit_ids=frozenset(unit_id for unit_id, _ in places),
        led_unit_ids=unit_ids_below(unit_ids=led, organisation_id=person.organisation_id),
        directly_led_unit_ids=frozenset(led),
    )
