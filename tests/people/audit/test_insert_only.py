"""What is kept cannot be rewritten, and nothing is changed without being kept (trust.md A52)."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg.errors
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import Client

from people.addresses import address
from people.audit.tables import tracked_tables
from people.models import Organisation, OrgUnit, Person
from people.tenancy import acting_in
from tests.factories import OrgUnitFactory, PersonFactory

TABLES = sorted(table.events._meta.db_table for table in tracked_tables().values())
UNITS = tracked_tables()["people.orgunit"].events._default_manager


@pytest.fixture
def amina(inside: Organisation, root: OrgUnit) -> Person:
    return PersonFactory.create(name="Amina Okafor")


def kept(*units: OrgUnit) -> Counter[tuple[str, str]]:
    """How often each thing was done to these units, and by whom."""
    rows = UNITS.filter(pgh_obj_id__in=[unit.pk for unit in units])
    return Counter(rows.values_list("pgh_label", "pgh_context__name"))


def test_there_are_tables_to_try() -> None:
    assert len(TABLES) >= 20


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE "{}" SET pgh_label = pgh_label',
        'DELETE FROM "{}"',
        'TRUNCATE "{}"',
        'ALTER TABLE "{}" DISABLE TRIGGER ALL',
        'DROP TABLE "{}"',
    ],
)
def test_the_applications_role_cannot_rewrite_the_record(
    inside: Organisation, table: str, statement: str
) -> None:
    with pytest.raises(ProgrammingError) as refusal, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(statement.format(table))

    assert isinstance(refusal.value.__cause__, psycopg.errors.InsufficientPrivilege)


def test_writes_in_bulk_are_kept_one_by_one_with_who_made_them(
    inside: Organisation, amina: Person
) -> None:
    units = OrgUnitFactory.build_batch(3, organisation=inside, parent=None)
    top = OrgUnit.objects.get(parent=None)
    for unit in units:
        unit.parent = top

    with acting_in(inside, person=amina):
        OrgUnit.objects.bulk_create(units)
        for number, unit in enumerate(units):
            unit.name = f"Renamed {number}"
        OrgUnit.objects.bulk_update(units, ["name"])
        OrgUnit.objects.filter(pk__in=[unit.pk for unit in units]).update(site="North")
        OrgUnit.objects.filter(pk__in=[unit.pk for unit in units[:2]]).delete()

    assert kept(*units) == {
        ("added", "Amina Okafor"): 3,
        ("changed", "Amina Okafor"): 6,
        ("removed", "Amina Okafor"): 2,
    }


def test_an_update_that_changes_nothing_is_no_change(inside: Organisation, root: OrgUnit) -> None:
    OrgUnit.objects.filter(pk=root.pk).update(name=root.name)

    assert UNITS.filter(pgh_obj_id=root.pk).count() == 1


def test_raw_sql_is_kept_too(inside: Organisation, root: OrgUnit, amina: Person) -> None:
    with acting_in(inside, person=amina), connection.cursor() as cursor:
        cursor.execute("UPDATE people_orgunit SET name = 'By hand' WHERE id = %s", [root.pk])

    assert kept(root)[("changed", "Amina Okafor")] == 1


def test_each_change_in_the_browser_is_one_event_with_all_that_matters(
    at_desk: Client, admin: Person, inside: Organisation
) -> None:
    ward = OrgUnitFactory.create(name="Ward 7", code="W7")
    before = datetime.now(UTC) - timedelta(seconds=5)

    at_desk.post(
        address("people:edit_unit", ward.pk),
        {"version": "1", "name": "Ward 8", "code": "W7", "kind": "team"},
    )

    [event] = UNITS.filter(pgh_obj_id=ward.pk, pgh_label="changed").values()
    assert event["pgh_context"] == {
        "account": admin.account_id,
        "person": admin.pk,
        "name": "Amina Okafor",
        "cause": address("people:edit_unit", ward.pk),
    }
    assert (event["organisation_id"], event["name"]) == (inside.pk, "Ward 8")
    assert before < event["pgh_created_at"] < before + timedelta(minutes=1)
    assert event["pgh_created_at"].tzinfo == UTC


def test_what_is_undone_is_not_kept(inside: Organisation, root: OrgUnit) -> None:
    with pytest.raises(ZeroDivisionError), acting_in(inside):
        OrgUnitFactory.create(name="Never was")
        raise ZeroDivisionError

    assert not UNITS.filter(name="Never was").exists()


def test_nobody_writes_into_another_organisations_record(inside: Organisation, root: Any) -> None:
    event: Any = UNITS.get(pgh_obj_id=root.pk)
    event.pk, event.organisation_id = None, inside.pk + 1

    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        event.save(force_insert=True)


IN_BULK = (
    "people_assignment",
    "people_juniorpost",
    "people_orgunit",
    "people_person",
    "people_post",
    "objectives_contributionlink",
    "objectives_expectedcontribution",
    "objectives_measure",
    "objectives_objective",
    "objectives_objectiveversion",
)
FOR_EACH_ROW = """
    SELECT tgrelid::regclass::text, tgname FROM pg_trigger
    WHERE tgrelid = ANY(%s::regclass[]) AND tgtype & 1 = 1
      AND (tgname LIKE 'pgtrigger_added_%%' OR tgname LIKE 'pgtrigger_removed_%%')
"""


def test_what_imports_write_is_kept_once_for_each_statement(db: None) -> None:
    """For each row it would cost more with every row that waits for its foreign keys' check."""
    with connection.cursor() as cursor:
        cursor.execute(FOR_EACH_ROW, [list(IN_BULK)])
        assert cursor.fetchall() == []
