"""A made-up organisation of a given size, the same at every run, as arrays."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

PRIORITIES = 8
FAN_OUT = 4
MORE_PARENTS = 0.46
"""So many objectives serve a second parent that links are 1.4 times the objectives."""

OBJECTIVE_STATES = {
    "live": 0.67,
    "agreed": 0.3,
    "proposed": 0.01,
    "draft": 0.01,
    "withdrawn": 0.01,
}
LINK_STATES = {
    "accepted": 0.94,
    "stale": 0.03,
    "proposed": 0.01,
    "declined": 0.01,
    "ended": 0.01,
}
STRENGTHS = {"direct": 0.6, "partial": 0.3, "enabling": 0.1}
EXPECTATIONS = {"": 0.7, "required": 0.15, "invited": 0.1, "not_expected": 0.05}


@dataclass(frozen=True)
class Size:
    """`fan_out` units stand directly below each unit, as long as there are units left."""

    people: int
    units: int
    objectives: int
    fan_out: int = FAN_OUT


SIZES = {
    "trust": Size(people=25_000, units=2_500, objectives=25_000),
    "system": Size(people=150_000, units=15_000, objectives=150_000),
    "nation": Size(people=1_500_000, units=150_000, objectives=1_500_000),
}


@dataclass(frozen=True, eq=False)
class Drawn:
    """Rows by number from 0. Whoever stands above has a lower number, so there are no loops."""

    unit_parent: Array
    """-1 for the root."""
    unit_headcount: Array
    person_unit: Array
    person_is_active: Array
    objective_unit: Array
    objective_state: Array
    objective_is_local: Array
    objective_answerable: Array
    """-1 for nobody."""
    link_child: Array
    link_parent: Array
    """An objective's number, or -1 - a priority's."""
    link_is_primary: Array
    link_state: Array
    link_strength: Array
    link_days_stale: Array
    expectation_priority: Array
    expectation_unit: Array
    expectation_word: Array


def draw(size: Size, *, seed: int = 2026) -> Drawn:
    """Ten people and ten objectives to a unit; each objective serves one of the unit above."""
    chance = np.random.default_rng(seed)
    units = np.arange(size.units)
    person_unit = np.arange(size.people) * size.units // size.people
    objective_unit = np.arange(size.objectives) * size.units // size.objectives
    return Drawn(
        unit_parent=(units - 1) // size.fan_out,
        unit_headcount=chance.integers(4, 40, size.units),
        person_unit=person_unit,
        person_is_active=chance.random(size.people) < 0.97,
        objective_unit=objective_unit,
        objective_state=_words(chance, OBJECTIVE_STATES, size.objectives),
        objective_is_local=chance.random(size.objectives) < 0.03,
        objective_answerable=_answerable(chance, objective_unit, person_unit),
        **_links(chance, objective_unit, fan_out=size.fan_out),
        **_expectations(chance, size.units),
    )


def _words(chance: np.random.Generator, shares: dict[str, float], count: int) -> Array:
    return chance.choice(list(shares), size=count, p=list(shares.values()))


def _one_of(chance: np.random.Generator, owners: Array, unit: Array) -> Array:
    """A row, drawn among those that each unit owns; rows are in the order of their units."""
    first, end = np.searchsorted(owners, unit), np.searchsorted(owners, unit, side="right")
    return first + (chance.random(len(unit)) * (end - first)).astype(np.int64)


def _answerable(chance: np.random.Generator, objective_unit: Array, person_unit: Array) -> Array:
    drawn = _one_of(chance, person_unit, objective_unit)
    return np.where(chance.random(len(drawn)) < 0.97, drawn, -1)


def _links(chance: np.random.Generator, owner: Array, *, fan_out: int) -> dict[str, Array]:
    """The board's objectives serve priorities in turn; the others serve the unit above, some of
    them that unit or one near it twice, a few a priority directly or nothing."""
    objectives = np.arange(len(owner))
    above = (owner - 1) // fan_out
    nearby = np.maximum(
        above - chance.integers(0, 21, len(owner)) * (chance.random(len(owner)) < 0.5), 0
    )
    priority = -1 - objectives % PRIORITIES
    serves_priority = (above < 0) | (chance.random(len(owner)) < 0.01)
    first = np.where(serves_priority, priority, _one_of(chance, owner, np.maximum(above, 0)))
    second = _one_of(chance, owner, nearby)
    has_first = serves_priority | (chance.random(len(owner)) < 0.98)
    has_second = has_first & (above >= 0) & (second != first)
    has_second &= chance.random(len(owner)) < MORE_PARENTS
    child = np.concatenate([objectives[has_first], objectives[has_second]])
    is_primary = np.arange(len(child)) < np.count_nonzero(has_first)
    return {
        "link_child": child,
        "link_parent": np.concatenate([first[has_first], second[has_second]]),
        "link_is_primary": is_primary,
        "link_state": _words(chance, LINK_STATES, len(child)),
        "link_strength": _words(chance, STRENGTHS, len(child)),
        "link_days_stale": chance.choice([10, 60], size=len(child)),
    }


def _expectations(chance: np.random.Generator, units: int) -> dict[str, Array]:
    word = _words(chance, EXPECTATIONS, PRIORITIES * units)
    said = np.flatnonzero(word != "")
    return {
        "expectation_priority": said // units,
        "expectation_unit": said % units,
        "expectation_word": word[said],
    }
