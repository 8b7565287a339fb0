"""Several people at the same moment, each with a database connection of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def at_once(*doings: Callable[[], T]) -> Sequence[T]:
    """What each returned, started together; an exception of any is raised here."""
    all_ready = Barrier(len(doings))

    def start(doing: Callable[[], T]) -> T:
        try:
            all_ready.wait(timeout=30)
            return doing()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(doings)) as people:
        return [each.result() for each in [people.submit(start, doing) for doing in doings]]
