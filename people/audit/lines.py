"""A change in words: when, who, which thing, and each field before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.text import capfirst

from people.audit.tables import (
    TrackedTable,
    column_of,
    field_words,
    is_named,
    tracked_tables,
)
from people.policy import Standing
from people.record import words_kept_from
from ui.wording import in_words, moment_in_words

Names = dict[str, dict[int, str]]  # by the model's label, then by id

NOTHING = "Nothing"
KEPT_BACK = "Not shown in the record"
DONE = {"added": "Added", "changed": "Changed", "removed": "Removed"}
BY_ITSELF = {"errand": "Throughline, by itself", "": "Outside the application"}


@dataclass(frozen=True, slots=True)
class RawChange:
    """One event as the database keeps it, with the row before it (empty where there was none)."""

    kind: str
    number: int
    object_id: int
    at: datetime
    label: str
    context: dict[str, Any]
    after: dict[str, Any]
    before: dict[str, Any]
    name: str
    is_shown: bool  # whether its reader may see the row as it is after, and so all its words
    was_shown: bool  # and the row as it was before


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change as the record shows it."""

    at: datetime
    who: str
    person_id: int | None
    cause: str
    done: str
    kind: str
    what: str
    thing: str
    object_id: int
    fields: list[FieldChange]


def linked_ids(changes: Iterable[RawChange]) -> dict[type[models.Model], set[int]]:
    """Everything that these changes point at, so that all names are read at once."""
    ids: defaultdict[type[models.Model], set[int]] = defaultdict(set)
    for change in changes:
        for field in tracked_tables()[change.kind].fields():
            if isinstance(field, models.ForeignKey) and is_named(field.related_model):
                rows = (change.before, change.after)
                found = [row.get(column_of(field)) for row in rows]
                ids[field.related_model].update(pk for pk in found if pk is not None)
    return {model: found for model, found in ids.items() if found}


def line_of(change: RawChange, *, names: Names, standing: Standing) -> ChangeLine:
    table = tracked_tables()[change.kind]
    hidden_before = words_kept_from(standing, table.model, is_shown=change.was_shown)
    hidden_after = words_kept_from(standing, table.model, is_shown=change.is_shown)
    return ChangeLine(
        at=change.at,
        who=change.context.get("name") or _by_itself(change.context.get("cause", "")),
        person_id=change.context.get("person"),
        cause=change.context.get("cause", ""),
        done=DONE[change.label],
        kind=table.kind,
        what=table.words,
        thing=change.name,
        object_id=change.object_id,
        fields=_field_changes(change, table, names, (hidden_before, hidden_after)),
    )


def _by_itself(cause: str) -> str:
    return BY_ITSELF.get(cause, capfirst(cause))


def _field_changes(
    change: RawChange,
    table: TrackedTable,
    names: Names,
    hidden: tuple[frozenset[str], frozenset[str]],
) -> list[FieldChange]:
    hidden_before, hidden_after = hidden
    before = {} if change.label == "added" else change.before
    after = {} if change.label == "removed" else change.after
    pairs = [(f, before.get(column_of(f)), after.get(column_of(f))) for f in table.fields()]
    return [
        FieldChange(
            label=field_words(field),
            before=_words(field, old, names, hidden_before),
            after=_words(field, new, names, hidden_after),
        )
        for field, old, new in pairs
        if _differs(old, new)
    ]


def _differs(before: Any, after: Any) -> bool:
    """An empty text and nothing are the same to a reader."""
    return bool((None if before == "" else before) != (None if after == "" else after))


def _words(field: models.Field[Any, Any], value: Any, names: Names, hidden: frozenset[str]) -> str:
    if value is None or value == "":
        return NOTHING
    if field.name in hidden:
        return KEPT_BACK
    if isinstance(field, models.ForeignKey):
        known = names.get(field.related_model._meta.label_lower, {})
        return known.get(value) or f"{field_words(field)} {value}"
    choices: dict[Any, Any] = dict(field.flatchoices)
    return str(choices[value]) if choices and value in choices else _plain(field, value)


def _plain(field: models.Field[Any, Any], value: Any) -> str:
    match value:
        case bool():
            return "Yes" if value else "No"
        case Decimal():
            return f"{value.normalize():f}"
        case list() | dict():
            return ", ".join(str(part) for part in value)
        case _:
            return _moment(field, str(value))


def _moment(field: models.Field[Any, Any], text: str) -> str:
    if isinstance(field, models.DateTimeField):
        return moment_in_words(datetime.fromisoformat(text))
    if isinstance(field, models.DateField):
        return in_words(date.fromisoformat(text))
    return text
