"""Which tables make up the record, found in every app without importing any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import capfirst

from people.models import Account
from people.policy import Standing
from people.record import words_kept_from

# Where the model's own name is not the word people use (docs/glossary.md).
WORDS = {
    "people.orgunit": "Unit",
    "people.assignment": "Place",
    "people.rolegrant": "Role",
    "people.boardmembership": "Board seat",
    "people.juniorpost": "Junior posts",
    "strategy.prioritywording": "Priority",
    "strategy.priority": "Priority reference",
    "strategy.strategyversion": "Version of the strategy",
    "objectives.objectiveversion": "Words of an objective",
    "objectives.contributionlink": "Link",
}
FIELD_WORDS = {
    "fte": "Whole-time equivalents",
    "is_lead": "Leads the unit",
    "is_primary": "Main place",
    "is_voting": "Votes",
    "parent": "Within",
    "staff_id": "Staff number",
}
NAMING = ("name", "title", "job_title", "ref", "reference", "code", "email")
VERSION_NUMBER = "number"
NOT_SHOWN = frozenset({"id", "organisation", "created_at", "updated_at", "edition", "version_hash"})


@dataclass(frozen=True, slots=True)
class TrackedTable:
    """One model whose every change is kept."""

    kind: str  # such as people.orgunit: stands in addresses
    words: str
    model: type[models.Model]
    events: type[models.Model]

    def fields(self) -> Iterator[models.Field[Any, Any]]:
        """What is shown of it, in the order in which it was written down."""
        for field in self.model._meta.concrete_fields:
            if field.name not in NOT_SHOWN:
                yield field


@cache
def tracked_tables() -> dict[str, TrackedTable]:
    """Every tracked model that belongs to an organisation, by kind, in the order of its words."""
    found = [
        _table(events.pgh_tracked_model, events)
        for events in apps.get_models()
        if hasattr(events, "pgh_tracked_model") and belongs_to_organisation(events)
    ]
    return {table.kind: table for table in sorted(found, key=lambda table: table.words)}


def belongs_to_organisation(model: type[models.Model]) -> bool:
    return any(field.name == "organisation" for field in model._meta.concrete_fields)


def field_words(field: models.Field[Any, Any]) -> str:
    return FIELD_WORDS.get(field.name) or capfirst(str(field.verbose_name))


def column_of(field: models.Field[Any, Any]) -> str:
    return str(field.column)


def _table(model: type[models.Model], events: type[models.Model]) -> TrackedTable:
    kind = model._meta.label_lower
    words = WORDS.get(kind) or capfirst(str(model._meta.verbose_name))
    return TrackedTable(kind=kind, words=words, model=model, events=events)


def naming_columns(
    model: type[models.Model], standing: Standing, *, is_shown: bool = False
) -> list[str]:
    """Columns that say which one it is, the best first, of those this reader may see: in a row
    they may see, or in any."""
    hidden = words_kept_from(standing, model, is_shown=is_shown)
    columns = {field.name: column_of(field) for field in model._meta.concrete_fields}
    return [columns[name] for name in NAMING if name in columns and name not in hidden]


def naming_links(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """What it joins, where it has no name of its own: a place is a person's, in a unit."""
    links = [link for link in _links(model) if not link.name.endswith("_by")]
    return [link for link in links if _can_be_called(link.related_model)][:3]


def has_number(model: type[models.Model]) -> bool:
    """Versions are told apart by their numbers."""
    return any(field.name == VERSION_NUMBER for field in model._meta.concrete_fields)


def _can_be_called(model: type[models.Model]) -> bool:
    """Whether a row says which one it is, by itself or by what it joins."""
    return _says_which(model) or any(_says_which(link.related_model) for link in _links(model))


def _says_which(model: type[models.Model]) -> bool:
    return any(field.name in (*NAMING, VERSION_NUMBER) for field in model._meta.concrete_fields)


def _links(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and is_named(field.related_model)
        and field.related_model is not model
    ]


def is_named(model: type[models.Model]) -> bool:
    return model is Account or belongs_to_organisation(model)
