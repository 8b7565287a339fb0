"""A database that fails at one write, to see that nothing stays half done (trust.md A36)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection, transaction

WRITES = ("INSERT", "UPDATE", "DELETE")


class WentAway(DatabaseError):
    """What a service sees when its write does not arrive."""


def writes_of(doing: Callable[[], object]) -> int:
    """How many writes it makes; everything is undone."""
    seen = _Counter(fail_at=0)
    with transaction.atomic(), connection.execute_wrapper(seen):
        doing()
        transaction.set_rollback(True)
    return seen.count


def fails_at(number: int, doing: Callable[[], object]) -> None:
    """Does it on a database that fails at that write, and swallows the failure."""
    with connection.execute_wrapper(_Counter(fail_at=number)):
        try:
            doing()
        except WentAway:
            return
    raise AssertionError(f"There was no write number {number}, or its failure was swallowed")


class _Counter:
    def __init__(self, *, fail_at: int) -> None:
        self.count, self.fail_at = 0, fail_at

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        if str(sql).lstrip("( ").startswith(WRITES):
            self.count += 1
            if self.count == self.fail_at:
                raise WentAway
        return execute(sql, params, many, context)
