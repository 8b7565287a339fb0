"""What can be found, as each app says when it starts. This app knows none of the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from people.policy import Standing


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing that a search found, as a line with its state in a word."""

    key: int
    title: str
    facts: str
    href: str
    tag: str = ""
    colour: str = "grey"


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """Rows that this viewer may see and the filters leave, and where their words are: in columns
    of the row and of what it points at, or, by a pattern, in rows that point at it.

    `is_past` marks those over and done with: they come after the others.
    """

    rows: QuerySet[Any, Any]
    title: str
    reference: str = ""
    elsewhere: tuple[str, ...] = ()
    beside: Callable[[str], Q] | None = None
    is_past: Q | None = None


Chosen = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of thing. `candidates` starts from the viewer, so that the rest does not exist."""

    code: str
    name: str  # of several: "People"
    one: str  # of one: "Person"
    narrowed_by: frozenset[str]
    candidates: Callable[[Standing, Chosen], Candidates]
    lines: Callable[[Collection[int]], list[Found]]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """A choice that narrows what is found; things that do not know it are then left out."""

    name: str
    label: str
    all_of_them: str
    choices: Callable[[Standing], list[tuple[str, str]]]


@dataclass
class _Registry:
    kinds: dict[int, Kind] = field(default_factory=dict)
    filters: dict[int, Filter] = field(default_factory=dict)


_registry = _Registry()


def can_find(kind: Kind, *, position: int) -> None:
    """An app says, when it starts, what of its own can be found, and where it stands in a list."""
    _registry.kinds[position] = kind


def narrows(chosen: Filter, *, position: int) -> None:
    _registry.filters[position] = chosen


def kinds() -> list[Kind]:
    return [kind for _, kind in sorted(_registry.kinds.items())]


def filters() -> list[Filter]:
    return [one for _, one in sorted(_registry.filters.items())]
