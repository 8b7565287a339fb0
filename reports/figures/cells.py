"""The coverage table: for each priority and unit, how many objectives there reach it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reports.figures.columns import INVITED, REQUIRED, Bools, Ints
from reports.figures.places import Array
from reports.figures.storage import Packed, pack

BLOCK = 2048
"""Rows unpacked together: one unit's subtree costs its own blocks, not the whole organisation's."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Some units' part of the table, or all of it. Tables have a row per priority."""

    priorities: Ints
    """Priority ids, ascending."""
    is_required: Bools
    """By priority: whether any unit of the whole organisation is required to contribute."""
    units: Ints
    """Unit ids, in pre-order where they are a whole subtree."""
    sizes: Ints
    """By unit: how many units its subtree has, itself included."""
    depths: Ints
    """By unit: steps below the root."""
    is_uncovered: Bools
    """By unit: it has people and owns no aligned objective."""
    objectives: Array
    """How many of O, owned by the unit or below it, reach the priority."""
    expectations: Array
    """Codes from `columns.EXPECTATIONS`."""

    @cached_property
    def covered(self) -> Bools:
        covered: Bools = self.objectives > 0
        return covered

    @cached_property
    def expected(self) -> Bools:
        """Pairs that coverage counts: required, or invited where nobody is required."""
        wanted = np.where(self.is_required, REQUIRED, INVITED)
        expected: Bools = self.expectations == wanted[:, np.newaxis]
        return expected

    @cached_property
    def gaps(self) -> Bools:
        """Expected, and nothing there reaches it."""
        return self.expected & ~self.covered

    @cached_property
    def listed(self) -> Bools:
        """Pairs the contract lists: required, invited or covered."""
        return (self.expectations >= INVITED) | self.covered


class UnitNotCounted(LookupError):
    """The unit was not there when the report was computed."""


def encode(cells: Cells) -> bytes:
    """Pack a whole organisation's table."""
    parts = {
        "priorities": cells.priorities,
        "is_required": cells.is_required,
        "units": cells.units,
        "sizes": cells.sizes,
    }
    for block in range(0, max(1, len(cells.units)), BLOCK):
        rows = slice(block, block + BLOCK)
        parts[f"depths {block}"] = cells.depths[np.newaxis, rows]
        parts[f"is_uncovered {block}"] = cells.is_uncovered[np.newaxis, rows]
        parts[f"objectives {block}"] = cells.objectives[:, rows]
        parts[f"expectations {block}"] = cells.expectations[:, rows]
    return pack(parts, by_steps=["priorities", "units"])


class StoredCells:
    """A packed table, read by unit."""

    def __init__(self, stored: bytes | memoryview) -> None:
        self._packed = Packed(stored)

    @cached_property
    def units(self) -> Ints:
        """Every unit's id, in pre-order."""
        return self._packed["units"]

    @cached_property
    def _sizes(self) -> Ints:
        return self._packed["sizes"]

    def everything(self) -> Cells:
        """The whole table."""
        return self._at(np.arange(len(self.units)))

    def roots(self) -> Cells:
        """The organisation's own row."""
        return self._at(self._walk(0, len(self.units)))

    def unit(self, unit: int) -> Cells:
        """One unit's row."""
        return self._at(np.array([self._place(unit)]))

    def children(self, unit: int) -> Cells:
        """The rows of the units directly below one."""
        place = self._place(unit)
        return self._at(self._walk(place + 1, place + int(self._sizes[place])))

    def subtree(self, unit: int) -> Cells:
        """The rows of a unit and of all below it, in pre-order."""
        place = self._place(unit)
        return self._at(np.arange(place, place + int(self._sizes[place])))

    def above(self, unit: int) -> list[int]:
        """The units above one, the root first."""
        place = self._place(unit)
        ends = np.arange(place) + self._sizes[:place]
        above: list[int] = self.units[:place][ends > place].tolist()
        return above

    def _place(self, unit: int) -> int:
        places = np.flatnonzero(self.units == unit)
        if not len(places):
            raise UnitNotCounted(unit)
        return int(places[0])

    def _walk(self, place: int, end: int) -> Ints:
        """Places from one sibling to the next."""
        places = []
        while place < end:
            places.append(place)
            place += int(self._sizes[place])
        return np.array(places, dtype=np.int64)

    def _at(self, places: Ints) -> Cells:
        return Cells(
            priorities=self._packed["priorities"],
            is_required=self._packed["is_required"].astype(bool),
            units=self.units[places],
            sizes=self._sizes[places],
            depths=self._table("depths", places)[0],
            is_uncovered=self._table("is_uncovered", places)[0].astype(bool),
            objectives=self._table("objectives", places),
            expectations=self._table("expectations", places),
        )

    def _table(self, name: str, places: Ints) -> Array:
        """Columns of a table at ascending places, from the blocks they lie in."""
        blocks = places - places % BLOCK
        found = [
            self._packed[f"{name} {block}"][:, places[blocks == block] - block]
            for block in np.unique(blocks).tolist() or [0]
        ]
        return np.concatenate(found, axis=1)
