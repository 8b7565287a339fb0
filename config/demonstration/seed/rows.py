"""Writes many rows at once, with keys known beforehand so that rows can name one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)
AT_ONCE = 500


def keys(model: type[models.Model], count: int) -> Iterator[int]:
    """The next keys of a table, taken from its own sequence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return iter([key for (key,) in cursor.fetchall()])


def add(model: type[M], rows: Iterable[M]) -> list[M]:
    return model._default_manager.bulk_create(rows, batch_size=AT_ONCE)


def change(model: type[M], rows: Sequence[M], fields: Sequence[str]) -> None:
    if rows:
        model._default_manager.bulk_update(rows, fields, batch_size=AT_ONCE)
