"""The record as a person reads it: at every length four queries, whatever changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db import connection, models

from people.audit import statements
from people.audit.lines import ChangeLine, Names, RawChange, line_of, linked_ids
from people.audit.statements import Reader, Search
from people.audit.tables import tracked_tables
from people.policy import Standing
from people.tenancy import organisation_in_force

A_PAGE = 25
AT_ONCE = 500
FILE_HOLDS = 10_000


class _Found(Sequence[ChangeLine]):
    """The changes a search finds, read a page at a time."""

    def __init__(self, search: Search, reader: Reader) -> None:
        self.search, self.reader = search, reader
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            [[self._count]] = _rows(*statements.how_many(self.search, self.reader))
        return int(self._count)

    def __getitem__(self, wanted: Any) -> Any:
        start, stop = wanted.start or 0, wanted.stop
        query = statements.newest_first(self.search, self.reader, start=start, stop=stop)
        return changes_in_full([(kind, number) for kind, number in _rows(*query)], self.reader)


def reader_of(standing: Standing) -> Reader:
    return Reader(organisation_id=organisation_in_force().pk, standing=standing)


def changes(*, standing: Standing, search: Search) -> Paginator[ChangeLine]:
    """The record's pages, the newest change first."""
    return Paginator(_Found(search, reader_of(standing)), A_PAGE)


def changes_for_file(*, standing: Standing, search: Search) -> list[ChangeLine]:
    """As many of the newest changes as one file holds."""
    found = _Found(search, reader_of(standing))
    lines: list[ChangeLine] = []
    for start in range(0, FILE_HOLDS, AT_ONCE):
        stop = min(start + AT_ONCE, FILE_HOLDS)
        more = found[start:stop]
        lines += more
        if len(more) < AT_ONCE:
            break
    return lines


def changes_in_full(keys: list[tuple[str, int]], reader: Reader) -> list[ChangeLine]:
    """Each change with who made it and what it was before and after."""
    if not keys:
        return []
    raw = {
        (kind, number): RawChange(kind, number, object_id, at, label, *_loaded(rest))
        for kind, number, object_id, at, label, *rest in _rows(*statements.in_full(keys, reader))
    }
    names = _names(linked_ids(raw.values()), reader)
    return [line_of(raw[key], names=names, standing=reader.standing) for key in keys]


def last_change(*, model: type[models.Model], object_id: int) -> tuple[str, datetime] | None:
    """Who last changed a thing, and when."""
    events = tracked_tables()[model._meta.label_lower].events
    found = (
        events._default_manager.filter(
            pgh_obj_id=object_id, organisation=organisation_in_force().pk
        )
        .order_by("-pgh_id")
        .values_list("pgh_context__name", "pgh_created_at")
        .first()
    )
    return (found[0] or "Somebody", found[1]) if found else None


def _names(ids: dict[type[models.Model], set[int]], reader: Reader) -> Names:
    names: Names = defaultdict(dict)
    if ids:
        for label, number, name in _rows(*statements.names_of(ids, reader)):
            names[label][number] = name
    return names


def _loaded(
    rest: Sequence[Any],
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any], str, bool, bool]:
    context, after, before, name, is_shown, was_shown = rest
    return _json(context), _json(after), _json(before), name or "", is_shown, bool(was_shown)


def _json(text: str | None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text, parse_float=Decimal) if text else {}
    return found


def _rows(query: Any, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
