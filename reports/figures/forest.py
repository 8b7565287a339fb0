"""Units in pre-order: a unit, then all that is below it, so that a subtree is a slice."""

from dataclasses import dataclass

import numpy as np

from reports.figures.columns import Ints
from reports.figures.places import Array, Places, runs


class UnitsLoop(ValueError):
    """Units that stand below themselves: no report can be computed on them."""


@dataclass(frozen=True, eq=False)
class Forest:
    """The tree of units; a unit's place is where it stands in pre-order (siblings by id)."""

    ids: Ints
    sizes: Ints
    """How many units a subtree has, its own top included."""
    depths: Ints
    """How many steps below the root."""
    divisions: Ints
    """The place of the child of the root it lies below; the root is its own division."""
    place_of_row: Ints
    """From a unit's row in the columns to its place."""

    def below(self, owned: Array) -> Array:
        """From sums at each place (last axis) to sums over each place's whole subtree."""
        running = np.zeros((*owned.shape[:-1], owned.shape[-1] + 1), dtype=np.int32)
        np.cumsum(owned, axis=-1, out=running[..., 1:])
        ends = np.arange(len(self.sizes)) + self.sizes
        return running[..., ends] - running[..., :-1]


def plant(*, unit_id: Ints, unit_parent: Ints) -> Forest:
    """Lay the units out in pre-order."""
    parent = Places(unit_id).of(unit_parent).astype(np.int64)
    if np.any((parent < 0) & (unit_parent != 0)):
        raise ValueError("A unit stands below one that is not in the snapshot")
    by_parent = np.lexsort((unit_id, parent))
    generations = _generations(parent, by_parent)
    sizes = _sizes(parent, generations)
    place = _places(parent, by_parent, generations, sizes)
    depths = np.zeros(len(parent), dtype=np.int32)
    for depth, members in enumerate(generations):
        depths[place[members]] = depth
    row_at = np.argsort(place)
    tops = np.where(depths <= 1, np.arange(len(parent)), 0)
    return Forest(
        ids=unit_id[row_at],
        sizes=sizes[row_at].astype(np.int32),
        depths=depths,
        divisions=np.maximum.accumulate(tops).astype(np.int32),
        place_of_row=place,
    )


def _generations(parent: Ints, by_parent: Ints) -> list[Ints]:
    """Rows by depth: the roots, their children, and so on."""
    roots = int(np.count_nonzero(parent < 0))
    children = np.bincount(parent[parent >= 0], minlength=len(parent))
    first = roots + np.cumsum(children) - children
    generations, members = [], by_parent[:roots]
    while len(members):
        generations.append(members)
        members = by_parent[runs(first[members], children[members])]
    if sum(map(len, generations)) < len(parent):
        raise UnitsLoop("Some units stand below themselves")
    return generations


def _sizes(parent: Ints, generations: list[Ints]) -> Ints:
    sizes = np.ones(len(parent), dtype=np.int64)
    for members in reversed(generations[1:]):
        np.add.at(sizes, parent[members], sizes[members])
    return sizes


def _places(parent: Ints, by_parent: Ints, generations: list[Ints], sizes: Ints) -> Ints:
    """A unit stands one after its parent, plus all that its elder siblings' subtrees take."""
    sizes_in_order = sizes[by_parent]
    taken = np.cumsum(sizes_in_order) - sizes_in_order
    parent_in_order = parent[by_parent]
    eldest = np.ones(len(parent), dtype=bool)
    eldest[1:] = parent_in_order[1:] != parent_in_order[:-1]
    group = np.cumsum(eldest) - 1
    elder = np.empty(len(parent), dtype=np.int64)
    elder[by_parent] = taken - taken[eldest][group]
    for members in generations[1:]:
        elder[members] += elder[parent[members]] + 1
    return elder
