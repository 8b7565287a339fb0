"""Writes many rows in few statements, each row recorded as any other write is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.db import connection, models

from people.intake.orders import ImportRefused, Order
from people.tenancy import TenantModel, organisation_in_force

BATCH = 1000  # rows to a statement, which has its limit of time, and to a step of the progress
CHANGED_MEANWHILE = (
    "Somebody changed what this import was about to change, so nothing was saved. Try again"
)

WRITTEN_AND_POINTED_AT = """
    WITH written AS (
        SELECT relid FROM pg_stat_xact_user_tables
        WHERE schemaname = 'public' AND n_tup_ins + n_tup_upd >= %s
    )
    SELECT relid::regclass::text FROM written
    UNION SELECT confrelid::regclass::text FROM pg_constraint JOIN written ON conrelid = relid
    WHERE contype = 'f'
"""

KEYS_OF = """
    SELECT DISTINCT conname FROM pg_constraint
    WHERE contype = 'f' AND condeferrable AND connamespace = 'public'::regnamespace
      AND (conrelid = ANY(%(tables)s::regclass[]) OR confrelid = ANY(%(tables)s::regclass[]))
"""

T = TypeVar("T")


def in_batches(things: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(things), BATCH):
        yield things[first : first + BATCH]


def ids_to_come(model: type[models.Model], count: int) -> Iterator[int]:
    """Numbers for rows that are not there yet, so that they can name one another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return iter([number for (number,) in cursor.fetchall()])


def count_afresh(tables: Sequence[str]) -> None:
    """The database looks again how much these tables hold, to choose its ways through them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_count_afresh(%s::regclass[])", [list(tables)])


def count_afresh_what_was_written() -> None:
    """After much was written, and before the database checks what hangs together.

    What it points at is counted too: each row is looked up there, however few there are.
    """
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN_AND_POINTED_AT, [BATCH])
        tables = [name for (name,) in cursor.fetchall()]
    if tables:
        count_afresh(tables)


def check_keys(tables: Sequence[str]) -> None:
    """Whether these tables, and what points at them, still hang together.

    One key to a statement, which has its limit of time: a person is pointed at by fifty.
    """
    with connection.cursor() as cursor:
        cursor.execute(KEYS_OF, {"tables": list(tables)})
        for (name,) in cursor.fetchall():
            cursor.execute(f"SET CONSTRAINTS {connection.ops.quote_name(name)} IMMEDIATE")
    connection.check_constraints()


def write_told(
    added: Sequence[TenantModel],
    changed: Sequence[TenantModel],
    *,
    fields: Sequence[str],
    order: Order,
    rows: int,
) -> None:
    """Writes what is new, then what differs, each batch told as done out of all the file's rows.

    After the first of many the table is counted afresh: what the database looks up for each row
    it would else look up as in an empty table.
    """
    done = rows - len(added) - len(changed)
    order.progress(done, rows)
    for new in in_batches(added):
        type(new[0])._base_manager.bulk_create(new)
        if new[0] is added[0] and len(added) > BATCH:
            count_afresh([new[0]._meta.db_table])
        done += len(new)
        order.progress(done, rows)
    for differing in in_batches(changed):
        write_changes(differing, fields=fields)
        done += len(differing)
        order.progress(done, rows)


def write_changes(rows: Sequence[TenantModel], *, fields: Sequence[str]) -> None:
    """Writes these fields of rows that are there; where rows have an edition, it goes up by one.

    Refused where a row is at another edition than the one that was read: somebody else's save
    came between. (`bulk_update` takes a minute for what this does in two seconds.)
    """
    for batch in in_batches(rows):
        if _write(batch, fields) != len(batch):
            raise ImportRefused(CHANGED_MEANWHILE)


def _write(batch: Sequence[TenantModel], names: Sequence[str]) -> int:
    meta = batch[0]._meta
    has_edition = any(field.name == "edition" for field in meta.concrete_fields)
    fields = [_field(meta, name) for name in names]
    said = [_field(meta, "id"), *fields, *([_field(meta, "edition")] if has_edition else [])]
    sets = [f"{_column(field)} = said.{_column(field)}" for field in fields]
    sets += ["edition = kept.edition + 1"] if has_edition else []
    statement = f"""
        UPDATE {connection.ops.quote_name(meta.db_table)} AS kept
        SET {", ".join(sets)}, updated_at = statement_timestamp()
        FROM unnest({", ".join(f"%s::{field.db_type(connection)}[]" for field in said)})
            AS said({", ".join(map(_column, said))})
        WHERE kept.organisation_id = %s AND kept.id = said.id AND kept.id = ANY(%s)
            {"AND kept.edition = said.edition" if has_edition else ""}
    """  # noqa: S608  # names of tables and columns, from the models
    with connection.cursor() as cursor:
        organisation, ids = organisation_in_force().pk, [row.pk for row in batch]
        cursor.execute(statement, [*_columns(batch, said), organisation, ids])
        written: int = cursor.rowcount
    return written


def _columns(
    batch: Sequence[TenantModel], fields: Sequence[models.Field[Any, Any]]
) -> list[list[Any]]:
    return [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for row in batch]
        for field in fields
    ]


def _field(meta: Any, name: str) -> models.Field[Any, Any]:
    field: models.Field[Any, Any] = meta.get_field(name)
    return field


def _column(field: models.Field[Any, Any]) -> str:
    return f'"{field.column}"'
