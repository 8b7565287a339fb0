"""From the database's ids to places 0, 1, 2 ... in a column, and runs of places."""

from typing import Any

import numpy as np
import numpy.typing as npt

from reports.figures.columns import Ints

Array = npt.NDArray[Any]

ROOMY = 4
"""A direct table is used while at most this many slots stand for each id; else ids are searched."""


class Places:
    """Where each id stands in the column it was made from."""

    def __init__(self, ids: Ints) -> None:
        self._count = len(ids)
        self._low = int(ids.min()) if self._count else 0
        self._span = int(ids.max()) - self._low + 1 if self._count else 0
        if self._span <= ROOMY * self._count + 1024:
            self._table: Ints | None = np.full(self._span + 1, -1, dtype=np.int32)
            self._table[ids - self._low] = np.arange(self._count, dtype=np.int32)
        else:
            self._table = None
            self._order = np.argsort(ids)
            self._sorted = ids[self._order]

    def of(self, wanted: Ints) -> Ints:
        """The place of each wanted id, -1 for an id that has none."""
        if self._table is not None:
            # Read as unsigned, an id below the lowest is far above the highest: one cut for both.
            slots = (wanted - self._low).view(np.uint64)
            return self._table[np.minimum(slots, self._span, dtype=np.uint64).view(np.int64)]
        found = np.minimum(np.searchsorted(self._sorted, wanted), self._count - 1)
        return np.where(self._sorted[found] == wanted, self._order[found], -1).astype(np.int32)


def runs(starts: Ints, lengths: Ints) -> Ints:
    """The numbers of several runs laid end to end: starts 5, 9 and lengths 2, 3 are 5 6 9 10 11."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    shift = starts - (ends - lengths)
    return np.repeat(shift, lengths) + np.arange(total)
