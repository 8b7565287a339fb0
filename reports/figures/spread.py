"""How one priority spreads: its objectives as boxes in columns, folded by unit when too many."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

TOP = 0
"""Stands for the priority itself among objectives' ids."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by id, as far as its place in the tree goes; the root's parent is 0."""

    parent: int
    depth: int


class Step(NamedTuple):
    """A link from an objective to what it contributes to: another, or `TOP`."""

    child: int
    parent: int
    is_settled: bool = True


@dataclass(frozen=True, kw_only=True)
class Block:
    """One box: an objective, or all the objectives of a unit and those below it.

    `parents` come nearest first: the first is where a list has the box. Whole units may hang on
    each other; a parent that is not further left is left out.
    """

    key: int
    column: int
    unit: int
    objectives: tuple[int, ...]
    parents: tuple[int, ...]
    unsettled: frozenset[int]
    """Those of the parents to which no settled link leads."""


@dataclass(frozen=True, kw_only=True)
class Spread:
    """What a picture of one priority holds, the priority itself left out."""

    blocks: list[Block]
    objectives: int
    units: int
    folded_at: int | None
    """Units this far below the root became one box each with all below them."""


def reached(steps: Iterable[Step], seen: Collection[int]) -> list[Step]:
    """The links by which those who see only some objectives get from the priority to others."""
    below: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        if step.child in seen:
            below[step.parent].append(step)
    found, waiting, kept = {TOP}, [TOP], list[Step]()
    while waiting:
        for step in below.get(waiting.pop(), ()):
            kept.append(step)
            if step.child not in found:
                found.add(step.child)
                waiting.append(step.child)
    return kept


def passing_through(
    steps: Sequence[Step], unit_of: Mapping[int, int], units: Mapping[int, Unit], *, unit: int
) -> list[Step]:
    """The links of a unit's objectives, of those below it, and on the way up from there."""
    above: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        above[step.child].append(step)
    waiting = [child for child in above if _is_within(unit_of[child], unit, units)]
    found, kept = set(waiting), list[Step]()
    while waiting:
        for step in above.get(waiting.pop(), ()):
            kept.append(step)
            if step.parent not in found:
                found.add(step.parent)
                waiting.append(step.parent)
    return kept


def _is_within(unit: int, top: int, units: Mapping[int, Unit]) -> bool:
    while unit and unit != top:
        unit = units[unit].parent
    return unit == top


def spread(
    steps: Sequence[Step],
    unit_of: Mapping[int, int],
    units: Mapping[int, Unit],
    *,
    at_most: int,
    opened: int | None = None,
) -> Spread:
    """Lay the links out; above `at_most` boxes, whole units below `opened` become one box each."""
    objectives = sorted({step.child for step in steps})
    held = Counter(unit_of[id] for id in objectives)
    least = units[opened].depth + 1 if opened else 1
    folded_at = _fold_at(held, units, at_most=at_most, least=least)
    stands_for = {id: id for id in objectives}
    if folded_at is not None:
        stands_for = _folded(objectives, unit_of, units, folded_at)
    return Spread(
        blocks=_blocks(steps, stands_for, unit_of, units),
        objectives=len(objectives),
        units=len(held),
        folded_at=folded_at,
    )


def _fold_at(
    held: Mapping[int, int], units: Mapping[int, Unit], *, at_most: int, least: int
) -> int | None:
    """The greatest depth at which whole units leave few enough boxes; else the least there is."""
    deepest = max((units[unit].depth for unit in held), default=0)
    folded_at, boxes = None, sum(held.values())
    whole = set(held)
    for depth in range(deepest, least - 1, -1):
        if 1 + boxes <= at_most:
            break
        folded_at = depth
        whole = {units[it].parent if units[it].depth > depth else it for it in whole}
        above = sum(count for unit, count in held.items() if units[unit].depth < depth)
        boxes = above + sum(units[unit].depth == depth for unit in whole)
    return folded_at


def _folded(
    objectives: Sequence[int], unit_of: Mapping[int, int], units: Mapping[int, Unit], depth: int
) -> dict[int, int]:
    """Each objective's box: the first objective of its unit at that depth, or itself above it."""
    first: dict[int, int] = {}
    stands_for: dict[int, int] = {}
    whole = {unit: _at_depth(unit, units, depth) for unit in {unit_of[id] for id in objectives}}
    for id in objectives:
        unit = whole[unit_of[id]]
        stands_for[id] = first.setdefault(unit, id) if units[unit].depth == depth else id
    return stands_for


def _at_depth(unit: int, units: Mapping[int, Unit], depth: int) -> int:
    """The unit itself or, where it is deeper, the one above it at that depth."""
    while units[unit].depth > depth:
        unit = units[unit].parent
    return unit


def _blocks(
    steps: Sequence[Step],
    stands_for: Mapping[int, int],
    unit_of: Mapping[int, int],
    units: Mapping[int, Unit],
) -> list[Block]:
    held: dict[int, list[int]] = defaultdict(list)
    for id, box in stands_for.items():
        held[box].append(id)
    joined: dict[int, dict[int, bool]] = {box: {} for box in held}
    for step in steps:
        box, parent = stands_for[step.child], stands_for.get(step.parent, TOP)
        if box != parent:
            joined[box][parent] = joined[box].get(parent, False) or step.is_settled
    unit_of_box = {box: _common(ids, unit_of, units) for box, ids in held.items()}
    heights = {box: units[unit].depth for box, unit in unit_of_box.items()}
    columns = _columns(joined, heights, are_whole=len(held) == len(stands_for))
    return [
        _block(box, columns, held[box], unit_of_box[box], joined[box])
        for box in sorted(held, key=lambda box: (columns[box], box))
    ]


def _common(ids: Sequence[int], unit_of: Mapping[int, int], units: Mapping[int, Unit]) -> int:
    """The lowest unit that holds them all."""
    common, *others = dict.fromkeys(unit_of[id] for id in ids)
    for unit in others:
        while not _is_within(unit, common, units):
            common = units[common].parent
    return common


def _block(
    box: int, columns: Mapping[int, int], ids: list[int], unit: int, joined: Mapping[int, bool]
) -> Block:
    before = [parent for parent in joined if columns[parent] < columns[box]]
    parents = sorted(before, key=lambda parent: (not joined[parent], -columns[parent], parent))
    return Block(
        key=box,
        column=columns[box],
        unit=unit,
        objectives=tuple(ids),
        parents=tuple(parents),
        unsettled=frozenset(parent for parent in parents if not joined[parent]),
    )


def _columns(
    joined: Mapping[int, Mapping[int, bool]], heights: Mapping[int, int], *, are_whole: bool
) -> dict[int, int]:
    """A column for each box: as deep as its unit, right of what it hangs on, none left empty.

    Boxes that stand for many may hang on each other. Then each stays as deep as its unit, as long
    as something that it hangs on is further left (`are_whole` is False).
    """
    below: dict[int, list[int]] = defaultdict(list)
    for box, parents in joined.items():
        for parent in parents:
            below[parent].append(box)
    shift = 1 - min(heights.values(), default=1)
    columns = {TOP: 0}
    missing = {box: len(parents) for box, parents in joined.items()}
    waiting: list[tuple[int, int, int]] = []
    placed = TOP
    while True:
        for box in below.get(placed, ()):
            missing[box] -= 1
            turn = (missing[box], heights[box]) if are_whole else (heights[box], missing[box])
            heappush(waiting, (*turn, box))
        while waiting and waiting[0][2] in columns:
            heappop(waiting)
        if not waiting:
            break
        placed = heappop(waiting)[2]
        left = [columns[parent] for parent in joined[placed] if parent in columns]
        wish = heights[placed] + shift
        least = (max(left) if are_whole else min(left)) + 1
        columns[placed] = max(wish, least)
    used = sorted(set(columns.values()))
    return {box: used.index(column) for box, column in columns.items()}
