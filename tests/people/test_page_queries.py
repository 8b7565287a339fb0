"""A page asks the database as often for 500 rows as for 10."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.addresses import address
from people.models import Assignment, BoardMembership, OrgUnit, Person, RoleGrant
from tests.factories import (
    AssignmentFactory,
    BoardFactory,
    BoardMembershipFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)


def grow(root: OrgUnit, how_many: int) -> None:
    """As many units below the top, each with a person who has a place, a role and a seat."""
    ours = {"organisation": root.organisation}
    units = OrgUnit.objects.bulk_create(OrgUnitFactory.build_batch(how_many, parent=root, **ours))
    people = Person.objects.bulk_create(PersonFactory.build_batch(how_many, **ours))
    board = BoardFactory.create()
    Assignment.objects.bulk_create(
        AssignmentFactory.build(person=person, unit=unit, **ours)
        for person, unit in zip(people, units, strict=True)
    )
    Assignment.objects.bulk_create(
        AssignmentFactory.build(person=person, unit=root, is_primary=False, **ours)
        for person in people
    )
    RoleGrant.objects.bulk_create(
        RoleGrantFactory.build(person=person, granted_by=person, **ours) for person in people
    )
    BoardMembership.objects.bulk_create(
        BoardMembershipFactory.build(person=person, board=board, seat="executive_director", **ours)
        for person in people
    )


def queries_of(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


def test_every_page_asks_as_often_for_500_rows_as_for_10(at_desk: Client, root: OrgUnit) -> None:
    pages = [
        address("people:units"),
        f"{address('people:units')}?q=unit",
        address("people:unit", root.pk),
        f"{address('people:move_unit', root.pk)}?q=unit",
        address("people:people"),
        f"{address('people:people')}?q=person&sort=-unit",
        address("people:board"),
        address("people:roles"),
        address("people:record"),
    ]
    grow(root, 10)
    few = {page: queries_of(at_desk, page) for page in pages}

    grow(root, 490)

    assert {page: queries_of(at_desk, page) for page in pages} == few
    assert max(few.values()) <= 30
