"""Rows that change from day to day, as they stand in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import models

from config.demonstration.seed.rows import add, change

M = TypeVar("M", bound=models.Model)


@dataclass
class Standing(Generic[M]):
    """`facts` are the fields that change; rows `leaving` something unique make way first."""

    model: type[M]
    facts: Sequence[str]
    leaving: Callable[[M], bool] = lambda row: False
    rows: dict[object, M] = field(default_factory=dict)

    def bring_to(self, today: Mapping[Any, Mapping[str, Any]]) -> None:
        """Adds what is new and changes what is different; nothing once written goes."""
        old = [(self.rows[key], values) for key, values in today.items() if key in self.rows]
        changed = [row for row, values in old if self._takes(row, values)]
        first = [row for row in changed if self.leaving(row)]
        for rows in (first, [row for row in changed if row not in first]):
            change(self.model, rows, self.facts)
        new = {key: self.model(**v) for key, v in today.items() if key not in self.rows}
        add(self.model, new.values())
        self.rows |= new

    def _takes(self, row: M, values: Mapping[str, Any]) -> bool:
        """Whether anything about the row is new."""
        differing = [name for name in self.facts if getattr(row, name) != values[name]]
        for name in differing:
            setattr(row, name, values[name])
        return bool(differing)
