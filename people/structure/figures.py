"""The tree of units as lines to draw, and as numbers of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFact:
    """One unit as it stands in the table; `people` work there mainly."""

    id: int
    parent_id: int | None
    name: str
    code: str
    kind: str
    people: int = 0
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeLine:
    """One unit in the order a reader meets it; as many lists as it has `endings` end after it."""

    unit: UnitFact
    depth: int
    people: int
    units_within: int
    opens: bool
    endings: range = range(0)


def in_reading_order(facts: Sequence[UnitFact]) -> list[tuple[UnitFact, int]]:
    """Every unit with its depth below the top: a parent before its children, those by name."""
    below = _children(facts)
    known = {fact.id for fact in facts}
    tops = [fact for fact in facts if fact.parent_id not in known]
    order: list[tuple[UnitFact, int]] = []
    waiting = [(fact, 0) for fact in reversed(_by_name(tops))]
    while waiting:
        fact, depth = waiting.pop()
        order.append((fact, depth))
        waiting += [(child, depth + 1) for child in reversed(below[fact.id])]
    return order


def people_with_below(facts: Sequence[UnitFact]) -> dict[int, int]:
    """The people of each unit and of all units below it."""
    totals = {fact.id: fact.people for fact in facts}
    for fact, _depth in reversed(in_reading_order(facts)):
        if fact.parent_id in totals:
            totals[fact.parent_id] += totals[fact.id]
    return totals


def tree_lines(facts: Sequence[UnitFact], *, at_most: int) -> list[TreeLine]:
    """The tree from the top, as many whole levels of it as `at_most` lines hold."""
    order = in_reading_order(facts)
    deepest = _deepest_level(order, at_most)
    shown = [(fact, depth) for fact, depth in order if depth <= deepest]
    below, totals = _children(facts), people_with_below(facts)
    return [
        TreeLine(
            unit=fact,
            depth=depth,
            people=totals[fact.id],
            units_within=len(below[fact.id]),
            opens=next_depth > depth,
            endings=range(max(0, depth - next_depth)),
        )
        for (fact, depth), next_depth in _with_next_depth(shown)
    ]


def _children(facts: Sequence[UnitFact]) -> defaultdict[int | None, list[UnitFact]]:
    below: defaultdict[int | None, list[UnitFact]] = defaultdict(list)
    for fact in _by_name(facts):
        below[fact.parent_id].append(fact)
    return below


def _by_name(facts: Sequence[UnitFact]) -> list[UnitFact]:
    return sorted(facts, key=lambda fact: (fact.name.casefold(), fact.code))


def _deepest_level(order: Sequence[tuple[UnitFact, int]], at_most: int) -> int:
    counts: defaultdict[int, int] = defaultdict(int)
    for _fact, depth in order:
        counts[depth] += 1
    shown = 0
    for depth in sorted(counts):
        shown += counts[depth]
        if shown > at_most and depth > 1:
            return depth - 1
    return len(counts)


def _with_next_depth(
    shown: Sequence[tuple[UnitFact, int]],
) -> Iterator[tuple[tuple[UnitFact, int], int]]:
    depths = [depth for _fact, depth in shown[1:]]
    return zip(shown, [*depths, 0], strict=False)
