"""How each objective of O stands, and how that is kept."""

from dataclasses import dataclass

import numpy as np

from reports.figures.columns import Ints
from reports.figures.places import Array
from reports.figures.storage import Packed, pack

STANDINGS = ("aligned", "unconfirmed", "local", "orphan")
"""Every objective of O has exactly one standing; its code is its place here."""

ALIGNED, UNCONFIRMED, LOCAL, ORPHAN = range(4)


@dataclass(frozen=True, eq=False)
class Standings:
    """The objectives of O by ascending id, row for row."""

    objectives: Ints
    standing: Ints
    """Code from `STANDINGS`."""
    halvings: Ints
    """How often 1.0 is halved along the strongest way up; 0 without meaning if not aligned."""
    unanswered: Ints
    """Those that nobody active is answerable for, by ascending id."""

    def ids(self, standing: int) -> Ints:
        """The objectives that stand so."""
        ids: Ints = self.objectives[self.standing == standing]
        return ids

    def strengths(self) -> Array:
        """The strength of each aligned objective, in the order of `ids(ALIGNED)`."""
        halvings = self.halvings[self.standing == ALIGNED].astype(np.int64)
        strengths: Array = np.ldexp(1.0, -halvings)
        return strengths


def encode(standings: Standings) -> bytes:
    """Pack them to be kept with the run."""
    parts = {
        "objectives": standings.objectives,
        "standing": standings.standing,
        "halvings": standings.halvings,
        "unanswered": standings.unanswered,
    }
    return pack(parts, by_steps=["objectives", "unanswered"])


def decode(stored: bytes | memoryview) -> Standings:
    """What `encode` packed."""
    packed = Packed(stored)
    return Standings(
        objectives=packed["objectives"],
        standing=packed["standing"],
        halvings=packed["halvings"],
        unanswered=packed["unanswered"],
    )
