"""One snapshot of an organisation, as columns: what every report is computed from.

Rows may come in any order: figures, documents and fingerprints do not depend on it. Ids are the
database's own positive ids, unique in their table; 0 means none. `ARRAYS` has each column's type.
"""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

OBJECTIVE_STATES = (
    "draft",
    "proposed",
    "in_catchball",
    "agreed",
    "live",
    "achieved",
    "partly",
    "not_achieved",
    "withdrawn",
)
"""An objective's state code is its state's place here."""

LINK_STATES = ("proposed", "accepted", "declined", "stale", "ended", "stale_too_long")
"""A link's state code is its place here; a stale link past `STALE_DAYS` is `stale_too_long`."""

STALE_DAYS = 30
"""A stale link counts until it has been stale for more than this many days (30 x 24 hours)."""

STRENGTHS = ("direct", "partial", "enabling")
"""A strength's code is its place here: how often 1.0 is halved."""

EXPECTATIONS = ("", "not_expected", "invited", "required")
"""An expectation's code is its place here; 0 is a pair about which nothing was said."""

NOT_EXPECTED, INVITED, REQUIRED = (
    EXPECTATIONS.index(word) for word in ("not_expected", "invited", "required")
)

ARRAYS: dict[str, type[np.generic]] = {
    "unit_id": np.int64,
    "unit_parent": np.int64,
    "unit_headcount": np.int32,
    "person_id": np.int64,
    "person_unit": np.int64,
    "objective_id": np.int64,
    "objective_unit": np.int64,
    "objective_state": np.int8,
    "objective_answerable": np.int64,
    "objective_is_local": np.bool_,
    "link_child": np.int64,
    "link_parent": np.int64,
    "link_strength": np.int8,
    "link_state": np.int8,
    "priority_id": np.int64,
    "expectation_priority": np.int64,
    "expectation_unit": np.int64,
    "expectation_code": np.int8,
}
"""Each column's type. Columns with the same first word are one table: equally long, row for row."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Columns:
    """A snapshot: plain one-dimensional arrays in this machine's byte order, never written to."""

    unit_id: Ints
    """Every unit of the organisation, open or closed: figures are about the whole tree."""
    unit_parent: Ints
    """The unit above; 0 for the root."""
    unit_headcount: Ints
    """How many people the unit itself is said to have; 0 where that is 0 or unknown."""

    person_id: Ints
    """Active people only. Somebody answerable who is not here counts as nobody."""
    person_unit: Ints
    """The unit of the person's primary assignment that runs today; 0 for none."""

    objective_id: Ints
    """Every objective of the cycle, in whatever state."""
    objective_unit: Ints
    """The owning unit."""
    objective_state: Ints
    """Code from `OBJECTIVE_STATES`."""
    objective_answerable: Ints
    """The person answerable in the objective's current version; 0 for nobody."""
    objective_is_local: Bools
    """Whether its local reason is accepted."""

    link_child: Ints
    """The objective that contributes. A link whose ends are not both in this snapshot is passed
    over, so links of other cycles may be left in or out."""
    link_parent: Ints
    """What it contributes to: an objective's id, or a priority's id with a minus sign."""
    link_strength: Ints
    """Code from `STRENGTHS`."""
    link_state: Ints
    """Code from `LINK_STATES`."""

    priority_id: Ints
    """The priorities of the strategy in force; empty where none is."""

    expectation_priority: Ints
    """The priority; an expectation on a priority or unit not in this snapshot is passed over."""
    expectation_unit: Ints
    """The unit; a pair of priority and unit comes once."""
    expectation_code: Ints
    """Code from `EXPECTATIONS`, never 0."""

    def __post_init__(self) -> None:
        """Refuse a column of another type, or tables whose columns differ in length."""
        lengths: dict[str, int] = {}
        for field in fields(self):
            column = getattr(self, field.name)
            if column.dtype != np.dtype(ARRAYS[field.name]) or column.ndim != 1:
                raise ValueError(f"Column {field.name} has type {column.dtype}, {column.ndim}-d")
            table = table_of(field.name)
            if lengths.setdefault(table, len(column)) != len(column):
                raise ValueError(f"Column {field.name} is not as long as its table's others")


def table_of(column: str) -> str:
    """The table a column belongs to: the first word of its name."""
    return column.partition("_")[0]


def empty() -> dict[str, npt.NDArray[Any]]:
    """A column of each name without rows, to fill in what an organisation has."""
    return {name: np.zeros(0, dtype=kind) for name, kind in ARRAYS.items()}
