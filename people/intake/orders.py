"""What an import is asked to do, and what it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from people.imports.columns import Matching
from people.imports.problems import Problem
from people.imports.table import Table

Progress = Callable[[int, int], None]


def in_silence(done: int, total: int) -> None:
    """Progress that nobody watches."""


class ImportRefused(Exception):
    """The whole import is turned away; the sentence is fit to show."""


class DeactivationsUnconfirmed(ImportRefused):
    """So much would be made inactive that somebody has to repeat the number first."""

    def __init__(self, sentence: str, *, count: int) -> None:
        super().__init__(sentence)
        self.count = count


@dataclass(frozen=True, kw_only=True)
class Order:
    """Tables to import, by their place: `file`, or `senior` and `junior` of an organogram."""

    kind: str
    tables: Mapping[str, Table]
    matchings: Mapping[str, Matching] = field(default_factory=dict)
    skip_bad_rows: bool = False
    confirmed_deactivations: int | None = None
    imported_by: str
    now: datetime
    progress: Progress = in_silence

    def matching(self, place: str) -> Matching | None:
        return self.matchings.get(place)


@dataclass(kw_only=True)
class Outcome:
    """What an import did, counted by the kind of thing; `moved` are changes too."""

    rows: dict[str, int]
    problems: list[Problem]
    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    moved: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    deactivated: Counter[str] = field(default_factory=Counter)
    fte: dict[str, Decimal] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    @property
    def changes_nothing(self) -> bool:
        return not (self.added.total() + self.changed.total() + self.deactivated.total())

    def as_document(
        self, *, kind: str, organisation: str, dry_run: bool, saved: bool
    ) -> dict[str, Any]:
        """The import's document, as the interchange contract has it."""
        document: dict[str, Any] = {
            "kind": kind,
            "organisation": organisation,
            "dry_run": dry_run,
            "saved": saved,
            "rows": self.rows,
        }
        for name in ("added", "changed", "moved", "unchanged", "deactivated"):
            document[name] = {what: n for what, n in getattr(self, name).items() if n}
        if self.fte:
            document["fte"] = {place: float(total) for place, total in self.fte.items()}
        document["problems"] = [problem.as_document() for problem in self.problems]
        return document
