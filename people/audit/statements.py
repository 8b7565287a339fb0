"""The SQL of the record: one statement over the event tables of every tracked model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from psycopg import sql

from people.audit.tables import (
    VERSION_NUMBER,
    TrackedTable,
    column_of,
    has_number,
    naming_columns,
    naming_links,
    tracked_tables,
)
from people.policy import Standing
from people.record import is_shown_by_row, shown_where

Statement = tuple[sql.Composed, list[Any]]
NO_ENDING = sql.SQL("")
JOINS_AT_MOST = 2  # a measure is named by its version, and that by its objective


@dataclass(frozen=True, kw_only=True)
class Search:
    """Which changes someone looks for; what is empty leaves everything in."""

    who: str = ""
    thing: str = ""
    kind: str = ""
    label: str = ""  # added, changed or removed
    since: datetime | None = None
    until: datetime | None = None
    object_id: int | None = None  # of that kind

    def tables(self) -> list[TrackedTable]:
        return [t for t in tracked_tables().values() if self.kind in ("", t.kind)]


@dataclass(frozen=True, kw_only=True)
class Reader:
    """On whose behalf the record is read: the organisation in force and what they may see."""

    organisation_id: int
    standing: Standing


def name_of(
    model: type[models.Model], row: str, standing: Standing, joins: int = JOINS_AT_MOST
) -> sql.Composed:
    """An expression for what the row is called, from its own columns or from what it joins."""
    named = _named_to_all(model, row, standing, joins)
    of_seen_rows = naming_columns(model, standing, is_shown=True)
    if not is_shown_by_row(standing, model) or of_seen_rows == naming_columns(model, standing):
        return named
    own = _own_names(of_seen_rows, row)
    return sql.SQL("coalesce(CASE WHEN {shown} THEN coalesce({own}) END, {named})").format(
        shown=shown_where(standing, model, row), own=sql.SQL(", ").join(own), named=named
    )


def _own_names(columns: Iterable[str], row: str) -> list[sql.Composable]:
    return [
        sql.SQL("nullif({row}.{column}::text, '')").format(
            row=sql.Identifier(row), column=sql.Identifier(column)
        )
        for column in columns
    ]


def _named_to_all(
    model: type[models.Model], row: str, standing: Standing, joins: int
) -> sql.Composed:
    own = _own_names(naming_columns(model, standing), row)
    if own:
        return sql.SQL("coalesce({})").format(sql.SQL(", ").join(own))
    links = naming_links(model) if joins else []
    parts = [_name_of_linked(link, row, standing, joins - 1) for link in links]
    if has_number(model):
        number = sql.Identifier(row, VERSION_NUMBER)
        parts.append(sql.SQL("'version ' || {}").format(number))
    if not parts:
        return sql.SQL("{}::text").format(sql.Identifier(row, "id"))
    return sql.SQL("concat_ws(', ', {})").format(sql.SQL(", ").join(parts))


def _name_of_linked(
    link: models.ForeignKey[Any, Any], row: str, standing: Standing, joins: int
) -> sql.Composed:
    target: type[models.Model] = link.related_model
    inner = f"{row}_{link.name}"
    return sql.SQL("(SELECT {name} FROM {table} {inner} WHERE {inner}.id = {row}.{column})").format(
        name=name_of(target, inner, standing, joins),
        table=sql.Identifier(target._meta.db_table),
        inner=sql.Identifier(inner),
        row=sql.Identifier(row),
        column=sql.Identifier(column_of(link)),
    )


def how_many(search: Search, reader: Reader) -> Statement:
    """The number of changes found."""
    branches, values = _branches(search, reader, what="count(*) AS found")
    return sql.SQL("SELECT coalesce(sum(found), 0) FROM ({}) counts").format(branches), values


def newest_first(search: Search, reader: Reader, *, start: int, stop: int) -> Statement:
    """Kind and number of the changes from `start` to `stop`, the newest first."""
    branches, values = _branches(
        search,
        reader,
        what="{kind} AS kind, event.pgh_id, event.pgh_created_at",
        ending=sql.SQL("ORDER BY event.pgh_created_at DESC, event.pgh_id DESC LIMIT {}").format(
            sql.Literal(stop)
        ),
    )
    query = sql.SQL(
        "SELECT kind, pgh_id FROM ({branches}) changes"
        " ORDER BY pgh_created_at DESC, kind, pgh_id DESC OFFSET {start} LIMIT {size}"
    ).format(branches=branches, start=sql.Literal(start), size=sql.Literal(stop - start))
    return query, values


def in_full(keys: Iterable[tuple[str, int]], reader: Reader) -> Statement:
    """These changes with the whole row after each, and before it."""
    numbers: dict[str, list[int]] = {}
    for kind, number in keys:
        numbers.setdefault(kind, []).append(number)
    branches = [
        sql.SQL(
            "(SELECT {kind}, event.pgh_id, event.pgh_obj_id, event.pgh_created_at,"
            " event.pgh_label, event.pgh_context, to_jsonb(event), before.row, {name},"
            " {shown}, before.is_shown"
            " FROM {table} event LEFT JOIN LATERAL ("
            "  SELECT to_jsonb(earlier) AS row, {was_shown} AS is_shown FROM {table} earlier"
            "  WHERE earlier.pgh_obj_id = event.pgh_obj_id AND earlier.pgh_id < event.pgh_id"
            "  ORDER BY earlier.pgh_id DESC LIMIT 1) before ON true"
            " WHERE event.organisation_id = %s AND event.pgh_id = ANY(%s))"
        ).format(
            kind=sql.Literal(kind),
            name=name_of(tracked_tables()[kind].model, "event", reader.standing),
            shown=shown_where(reader.standing, tracked_tables()[kind].model, "event"),
            was_shown=shown_where(reader.standing, tracked_tables()[kind].model, "earlier"),
            table=sql.Identifier(tracked_tables()[kind].events._meta.db_table),
        )
        for kind in numbers
    ]
    values = [value for found in numbers.values() for value in (reader.organisation_id, found)]
    return sql.SQL(" UNION ALL ").join(branches), values


def names_of(ids: dict[type[models.Model], set[int]], reader: Reader) -> Statement:
    """What the rows that changes point at are called today."""
    branches = [
        sql.SQL("(SELECT {label}, named.id, {name} FROM {table} named WHERE id = ANY(%s))").format(
            label=sql.Literal(model._meta.label_lower),
            name=name_of(model, "named", reader.standing),
            table=sql.Identifier(model._meta.db_table),
        )
        for model in ids
    ]
    return sql.SQL(" UNION ALL ").join(branches), [sorted(found) for found in ids.values()]


def _branches(
    search: Search, reader: Reader, *, what: str, ending: sql.Composable = NO_ENDING
) -> tuple[sql.Composed, list[Any]]:
    branches, values = [], []
    for table in search.tables():
        conditions, wanted = _conditions(search, table, reader)
        branches.append(
            sql.SQL("(SELECT {what} FROM {table} event WHERE {conditions} {ending})").format(
                what=sql.SQL(what).format(kind=sql.Literal(table.kind)),
                table=sql.Identifier(table.events._meta.db_table),
                conditions=sql.SQL(" AND ").join(conditions),
                ending=ending,
            )
        )
        values += wanted
    return sql.SQL(" UNION ALL ").join(branches), values


def _conditions(
    search: Search, table: TrackedTable, reader: Reader
) -> tuple[Sequence[sql.Composable], list[Any]]:
    name = name_of(table.model, "event", reader.standing)
    offered: list[tuple[sql.Composable, Any]] = [
        (sql.SQL("event.organisation_id = %s"), reader.organisation_id),
        (sql.SQL("event.pgh_created_at >= %s"), search.since),
        (sql.SQL("event.pgh_created_at < %s"), search.until),
        (sql.SQL("event.pgh_label = %s"), search.label or None),
        (sql.SQL("event.pgh_obj_id = %s"), search.object_id),
        (sql.SQL("event.pgh_context->>'name' ILIKE %s"), _anywhere(search.who)),
        (sql.SQL("{} ILIKE %s").format(name), _anywhere(search.thing)),
    ]
    asked = [(condition, value) for condition, value in offered if value is not None]
    return [condition for condition, _ in asked], [value for _, value in asked]


def _anywhere(words: str) -> str | None:
    """A pattern that finds the words anywhere; what stands for any letter is taken as itself."""
    if not words:
        return None
    plain = words.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{plain}%"
