"""The fence between organisations, seen from the database (trust.md A07, A09, A10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg.errors
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, connections, models, transaction
from django.db.backends.utils import CursorWrapper
from django.db.utils import ProgrammingError
from django_scopes.exceptions import ScopeError

from objectives.models import AskedObjective, Delegation
from people.models import Organisation, OrgUnit, Person
from people.tenancy import TenantModel, acting_in, organisation_in_force, signed_in_as
from people.tenancy.operations import tenant_foreign_keys
from tests import factories
from tests.factories import AccountFactory, OrganisationFactory, OrgUnitFactory, PersonFactory
from tests.people import fences

TENANTS = [
    model
    for model in apps.get_models()
    if any(field.name == "organisation" for field in model._meta.local_fields)
]
OURS = [model for model in TENANTS if issubclass(model, TenantModel)]
MADE = {f._meta.model: f for f in vars(factories).values() if hasattr(f, "_meta")}
# What a row needs beside the link for the table's other constraints to let it pass.
WITH: dict[tuple[type[models.Model], str], dict[str, Any]] = {
    (AskedObjective, "objective"): {"answered_at": datetime(2026, 5, 3, 9, tzinfo=UTC)},
    (Delegation, "ended_by"): {"ended_at": datetime(2026, 5, 3, 9, tzinfo=UTC)},
}
LINKS = [
    pytest.param(model, field, id=f"{model.__name__}.{field.name}")
    for model in OURS
    if not hasattr(model, "pgh_tracked_model")
    for field in tenant_foreign_keys(model)
]


@pytest.fixture
def cursor(db: None) -> Iterator[CursorWrapper]:
    """As the application signs in."""
    with connection.cursor() as cursor:
        yield cursor


@pytest.fixture
def owners(db: None) -> Iterator[CursorWrapper]:
    """As the owner of the tables, whose changes are taken back."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        yield cursor
        transaction.set_rollback(True, using="owner")


def test_the_application_signs_in_as_a_role_without_powers(cursor: CursorWrapper) -> None:
    cursor.execute("SELECT current_user")

    assert cursor.fetchone() == (fences.APPLICATION,)
    assert fences.powers_of(cursor, fences.APPLICATION) == (False, False, False, False)
    assert fences.owned_by(cursor, fences.APPLICATION) == []
    assert fences.owners_of_tables(cursor) == {"throughline_owner"}


def test_every_table_of_an_organisation_is_fenced_both_ways(cursor: CursorWrapper) -> None:
    tables = fences.tenant_tables(cursor)

    assert {model._meta.db_table for model in TENANTS} <= set(tables)
    assert len(tables) >= 40
    assert fences.unfenced_tables(cursor) == []


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize(
    "fence",
    [
        "",
        "ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE forgotten FORCE ROW LEVEL SECURITY",
    ],
)
def test_a_table_that_was_forgotten_would_be_found(owners: CursorWrapper, fence: str) -> None:
    owners.execute(f"CREATE TABLE forgotten (organisation_id bigint); {fence}")

    assert fences.unfenced_tables(owners) == ["forgotten"]


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_fence_that_lets_rows_in_would_be_found(owners: CursorWrapper) -> None:
    owners.execute("ALTER POLICY same_organisation ON people_orgunit WITH CHECK (true)")

    assert fences.unfenced_tables(owners) == ["people_orgunit"]


def test_the_gates_in_the_fence_are_these_two(cursor: CursorWrapper) -> None:
    """An account finds its own persons before an organisation is chosen; the relay, errands."""
    assert fences.other_policies(cursor) == [
        ("people_errand", "relay_sees_all", "*", "throughline_relay"),
        ("people_person", "own_persons", "r", ""),
    ]


def test_every_foreign_key_between_organisations_rows_holds_the_organisation(
    cursor: CursorWrapper,
) -> None:
    keys = fences.foreign_keys_between_tenants(cursor)
    held = {(key.child, column) for key in keys for column in key.columns}

    assert [key.name for key in keys if not key.stays_inside] == []
    assert [
        f"{model.__name__}.{field.name}"
        for model in OURS
        for field in tenant_foreign_keys(model)
        if (model._meta.db_table, field.column) not in held
    ] == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_foreign_key_that_crosses_would_be_found(owners: CursorWrapper) -> None:
    owners.execute("ALTER TABLE people_post ADD FOREIGN KEY (unit_id) REFERENCES people_orgunit")

    keys = fences.foreign_keys_between_tenants(owners)

    assert [key.child for key in keys if not key.stays_inside] == ["people_post"]


@pytest.mark.parametrize(("model", "field"), LINKS)
def test_a_row_cannot_point_into_another_organisation(
    root: OrgUnit, model: type[models.Model], field: models.ForeignKey[Any, Any]
) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = MADE[field.related_model].create()

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        row = MADE[model].create(**{field.name: theirs}, **WITH.get((model, field.name), {}))
        if getattr(row, field.attname) != theirs.pk:  # the factory has its own idea of it
            model._base_manager.filter(pk=row.pk).update(**{field.name: theirs})
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert isinstance(refusal.value.__cause__, psycopg.errors.ForeignKeyViolation)


def test_there_are_links_to_try() -> None:
    assert len(LINKS) >= 30


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_reading_outside_an_organisation_raises(db: None, model: Any) -> None:
    with pytest.raises(ScopeError):
        model.objects.count()
    with signed_in_as(None), pytest.raises(ScopeError):
        model.objects.count()


@pytest.mark.parametrize("model", TENANTS, ids=lambda model: model.__name__)
def test_the_database_shows_nothing_outside_and_only_ones_own_inside(
    inside: Organisation, model: Any
) -> None:
    """Without the first fence: the manager that Django itself uses for relations."""
    made = model.pgh_tracked_model if hasattr(model, "pgh_tracked_model") else model
    other = OrganisationFactory.create()
    for organisation in (inside, other):
        with acting_in(organisation):
            MADE[made].create()

    seen = set(model._base_manager.values_list("organisation", flat=True))
    with acting_in(other):
        seen_there = set(model._base_manager.values_list("organisation", flat=True))
    with signed_in_as(None):
        seen_outside = set(model._base_manager.values_list("organisation", flat=True))

    assert (seen, seen_there, seen_outside) == ({inside.pk}, {other.pk}, set())


def test_rows_of_another_organisation_are_neither_changed_nor_removed(
    inside: Organisation, root: OrgUnit
) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = OrgUnitFactory.create(name="Theirs")

    with connection.cursor() as cursor:
        for statement in ("UPDATE people_orgunit SET name = 'Ours'", "DELETE FROM people_orgunit"):
            cursor.execute(f"{statement} WHERE id = %s", [theirs.pk])
            assert cursor.rowcount == 0


def test_a_row_is_not_written_into_another_organisation(
    inside: Organisation, root: OrgUnit
) -> None:
    other = OrganisationFactory.create()

    for attempt in (
        lambda: OrgUnitFactory.create(organisation=other, parent=None),
        lambda: OrgUnit.objects.filter(pk=root.pk).update(organisation=other),
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            attempt()


def test_a_row_is_not_written_outside_any_organisation(organisation: Organisation) -> None:
    unit = OrgUnitFactory.build(organisation=organisation, parent=None)

    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        OrgUnit._base_manager.bulk_create([unit])


def settings_in_force() -> tuple[str, ...]:
    names = ("app.organisation", "app.account", "pghistory.context_metadata")
    with connection.cursor() as cursor:
        return tuple(
            cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [name]).fetchone()[0]
            for name in names
        )


def test_what_was_in_force_is_again_after_an_inner_organisation(inside: Organisation) -> None:
    before = settings_in_force()

    with acting_in(OrganisationFactory.create(), account=AccountFactory.create()):
        assert settings_in_force() != before
    assert (settings_in_force(), organisation_in_force()) == (before, inside)

    with pytest.raises(ZeroDivisionError), acting_in(OrganisationFactory.create()):
        raise ZeroDivisionError
    assert (settings_in_force(), organisation_in_force()) == (before, inside)


def test_what_was_in_force_is_again_after_a_look_outside(inside: Organisation) -> None:
    before = settings_in_force()

    with signed_in_as(AccountFactory.create()):
        assert settings_in_force()[0] == ""

    assert settings_in_force() == before


def test_an_account_finds_its_own_persons_and_nobody_elses(db: None) -> None:
    account = AccountFactory.create()
    for name, whose in (("North", account), ("South", account), ("West", AccountFactory.create())):
        with acting_in(OrganisationFactory.create(name=name)):
            PersonFactory.create(account=whose)

    with signed_in_as(account):
        found = {person.organisation.name for person in Person._base_manager.all()}
        changed = Person._base_manager.update(name="Renamed")

    assert (found, changed) == ({"North", "South"}, 0)


@pytest.fixture
def two_errands() -> None:
    for _ in range(2):
        with acting_in(OrganisationFactory.create()):
            factories.ErrandFactory.create()


@pytest.mark.django_db(transaction=True, databases=["default", "relay"])
@pytest.mark.usefixtures("two_errands")
def test_the_relay_sees_every_errand_and_nothing_else() -> None:
    with connections["relay"].cursor() as relay:
        relay.execute("SELECT count(*) FROM people_errand")
        assert relay.fetchone() == (2,)
        tables = connections["relay"].introspection.table_names(relay)
        assert len(tables) >= 50
        assert [name for name in tables if _reads(name)] == ["people_errand"]
        for statement in ("DELETE FROM people_errand", "TRUNCATE people_errand"):
            with pytest.raises(ProgrammingError, match="permission denied"):
                relay.execute(statement)
        assert fences.powers_of(relay, "throughline_relay") == (False, False, False, False)


def _reads(table: str) -> bool:
    with connections["relay"].cursor() as relay:
        relay.execute("SELECT has_any_column_privilege(%s, 'SELECT')", [table])
        return bool(relay.fetchone()[0])
