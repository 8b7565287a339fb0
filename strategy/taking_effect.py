"""Tells whoever built on the strategy which of its priorities say something else from now on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

# The priorities whose words changed, and since when.
Listener = Callable[[list[int], datetime], None]

_listeners: list[Listener] = []


def when_reworded(listener: Listener) -> Listener:
    """An app says, when it starts, that it wants to know; it is told in the same transaction."""
    if listener not in _listeners:
        _listeners.append(listener)
    return listener


def tell_reworded(priority_ids: list[int], now: datetime) -> None:
    if priority_ids:
        for listener in _listeners:
            listener(priority_ids, now)
