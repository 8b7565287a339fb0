from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that a search found, and what tells it from others of the same name."""

    id: int
    name: str
    facts: str


class Lines(Sequence[Line], Generic[Line]):
    """Rows of a query as plain lines, read only as far as the page that is shown."""

    def __init__(self, rows: QuerySet[Any, Any], line: Callable[[Any], Line]) -> None:
        self.rows, self.line = rows, line

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, wanted: Any) -> Any:
        return [self.line(row) for row in self.rows[wanted]]
