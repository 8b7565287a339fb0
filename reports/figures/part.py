"""One part of the organisation as the coverage page shows it: a unit with all below it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reports.figures.cells import Cells
from reports.figures.columns import INVITED, Bools, Ints
from reports.figures.places import Array

GAP, NOT_ASKED, ONLY_INVITED = 0, -1, -2
"""What a cell says where nothing reaches the priority; a heat table has the same codes."""


@dataclass(frozen=True, eq=False)
class Part:
    """A whole subtree's cells, in pre-order: the unit itself is place 0."""

    cells: Cells

    @cached_property
    def shown(self) -> Array:
        """For each priority and place: how many objectives, or why there is no number.

        A unit is a gap where it or a unit below it is expected and nothing there reaches the
        priority.
        """
        cells = self.cells
        is_invited = self.below(cells.expectations == INVITED) > 0
        nothing = np.where(is_invited, ONLY_INVITED, NOT_ASKED)
        nothing = np.where(self.below(cells.expected) > 0, GAP, nothing)
        return np.where(cells.covered, cells.objectives, nothing)

    @cached_property
    def gaps_below(self) -> Ints:
        """By place: expected pairs there and below that nothing reaches."""
        gaps: Ints = self.below(self.cells.gaps).sum(axis=0)
        return gaps

    @property
    def expected(self) -> Ints:
        """By priority: how many units it is expected in."""
        expected: Ints = np.count_nonzero(self.cells.expected, axis=1)
        return expected

    @property
    def covered(self) -> Ints:
        """By priority: how many of the units it is expected in it has come to."""
        covered: Ints = np.count_nonzero(self.cells.expected & self.cells.covered, axis=1)
        return covered

    @cached_property
    def children(self) -> list[int]:
        """Places of the units directly below the top."""
        places, place = [], 1
        while place < len(self.cells.units):
            places.append(place)
            place += int(self.cells.sizes[place])
        return places

    @property
    def with_gaps(self) -> list[int]:
        """Places of the units that have a gap of their own."""
        places: list[int] = np.flatnonzero(self.cells.gaps.any(axis=0)).tolist()
        return places

    def depth(self, place: int) -> int:
        """Steps below the top."""
        return int(self.cells.depths[place] - self.cells.depths[0])

    def above(self, place: int) -> int:
        """The place of the unit that one hangs on; the top hangs on itself."""
        depths = self.cells.depths
        higher = np.flatnonzero(depths[:place] == depths[place] - 1)
        return int(higher[-1]) if len(higher) else 0

    def below(self, table: Array) -> Array:
        """From numbers at each place (last axis) to sums over each place's subtree."""
        running = np.zeros((*table.shape[:-1], table.shape[-1] + 1), dtype=np.int64)
        np.cumsum(table, axis=-1, out=running[..., 1:])
        ends = np.arange(len(self.cells.sizes)) + self.cells.sizes
        return running[..., ends] - running[..., :-1]


@dataclass(frozen=True, eq=False)
class Slices:
    """A part cut into at most so many units, side by side: what a strip has room for."""

    places: Ints
    spans: Ints
    """How many units without any below each stands for."""
    breaks: list[int]
    """Where the next unit directly below the top begins."""


def sliced(part: Part, *, at_most: int) -> Slices:
    """The lowest units; where they are too many, the units further up that hold them."""
    is_leaf = part.cells.sizes == 1
    leaves = part.below(is_leaf)
    depths = part.cells.depths - part.cells.depths[0]
    cut = int(depths.max(initial=0))
    while cut > 1 and np.count_nonzero(_cut_at(cut, depths, is_leaf)) > at_most:
        cut -= 1
    places = np.flatnonzero(_cut_at(cut, depths, is_leaf))
    before = np.cumsum(is_leaf) - is_leaf
    return Slices(
        places=places,
        spans=leaves[places],
        breaks=before[part.children[1:]].tolist(),
    )


def _cut_at(depth: int, depths: Ints, is_leaf: Bools) -> Bools:
    cut: Bools = (depths == depth) | (is_leaf & (depths < depth))
    return cut


@dataclass(frozen=True)
class Widest:
    """Where most priorities have nothing at all, and how many other units have such a gap."""

    place: int
    priorities: list[int]
    others: int


def widest_gap(part: Part) -> Widest | None:
    """The unit below the top with most priorities missing, then most units asked in vain.

    A part without units below is looked at itself.
    """
    places = np.array(part.children or [0], dtype=np.int64)
    missing = np.count_nonzero(part.shown[:, places] == GAP, axis=0)
    if not missing.any():
        return None
    order = np.lexsort((places, -part.gaps_below[places], -missing))
    place = int(places[order[0]])
    return Widest(
        place=place,
        priorities=np.flatnonzero(part.shown[:, place] == GAP).tolist(),
        others=int(np.count_nonzero(missing)) - 1,
    )


def thinnest_priority(part: Part) -> int | None:
    """The priority that has come to the least share of the units it is expected in."""
    expected, covered = part.expected, part.covered
    behind = np.flatnonzero(covered < expected)
    if not len(behind):
        return None
    return int(behind[np.argmin(covered[behind] / expected[behind])])


@dataclass(frozen=True, eq=False)
class Change:
    """What an earlier table said of the same units and priorities."""

    before: Array
    """Objectives then, -1 where the unit or the priority was not counted."""
    closed: int
    """Gaps that are none any more."""
    opened: int
    """Gaps that were none."""


def changed(now: Cells, earlier: Cells) -> Change:
    """Compare by unit and priority, whatever has moved."""
    rows, row_known = _places_of(now.priorities, earlier.priorities)
    units, unit_known = _places_of(now.units, earlier.units)
    known = row_known[:, np.newaxis] & unit_known
    if not known.any():
        return Change(before=np.full(now.objectives.shape, -1), closed=0, opened=0)
    here = np.ix_(rows, units)
    were_gaps = earlier.gaps[here]
    return Change(
        before=np.where(known, earlier.objectives[here], -1),
        closed=int(np.count_nonzero(known & were_gaps & ~now.gaps)),
        opened=int(np.count_nonzero(known & ~were_gaps & now.gaps)),
    )


def _places_of(wanted: Ints, ids: Ints) -> tuple[Ints, Bools]:
    """Where each wanted id stands among others, 0 where it does not, and whether it does."""
    place = {id: index for index, id in enumerate(ids.tolist())}
    found = np.array([place.get(id, -1) for id in wanted.tolist()], dtype=np.int64)
    return np.maximum(found, 0), found >= 0
