"""Plain readings of the demonstration, for its tests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from config.demonstration import Demonstration, build
from config.demonstration.records import Objective

TODAY = date(2026, 11, 21)
SETTLED = {"agreed", "live"}


@cache
def northvale(today: date = TODAY) -> Demonstration:
    return build(today=today)


def assert_unique(values: Iterable[object]) -> None:
    repeated = [value for value, count in Counter(values).items() if count > 1]
    assert repeated == []


def path_to_root(code: str, parents: dict[str, str | None]) -> list[str]:
    path = [code]
    while (parent := parents[path[-1]]) is not None:
        assert parent not in path
        path.append(parent)
    return path


def reach_on(trust: Demonstration, day: date) -> dict[str, set[str]]:
    """The priorities that each agreed or live objective reached by counting links that day."""
    states = {objective.ref: objective.state_on(day) for objective in trust.objectives}
    above = defaultdict(list)
    for link in trust.links:
        state = link.state_on(day)
        fresh = link.stale_since is not None and day - link.stale_since <= timedelta(days=30)
        if state == "accepted" or (state == "stale" and fresh):
            above[link.child_ref].append(link.parent_ref)

    def climb(ref: str) -> set[str]:
        if ref not in states:
            return {ref}
        if states[ref] not in {"agreed", "live"}:
            return set()
        return set().union(*(climb(parent) for parent in above[ref]))

    return {ref: climb(ref) for ref in states}


def may_reach(trust: Demonstration, objective: Objective) -> bool:
    """Whether it would reach a priority if every open link counted."""
    states = {other.ref: other.state for other in trust.objectives}
    waiting = [objective.ref]
    while waiting:
        ref = waiting.pop()
        if ref not in states:
            return True
        if states[ref] != "withdrawn":
            waiting += [
                link.parent_ref
                for link in trust.links
                if link.child_ref == ref and link.state in {"proposed", "accepted", "stale"}
            ]
    return False
