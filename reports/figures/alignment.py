"""Alignment: which objectives connect to the board's priorities, and how (domain measure M2)."""

from dataclasses import dataclass

import numpy as np

from reports.figures.cascade import Cascade, open_reach
from reports.figures.columns import OBJECTIVE_STATES, Ints
from reports.figures.concentration import Concentration, concentration
from reports.figures.standings import (
    ALIGNED,
    LOCAL,
    ORPHAN,
    STANDINGS,
    UNCONFIRMED,
    Standings,
)


@dataclass(frozen=True)
class Tally:
    """How many of O stand how; the rate leaves accepted local ones out of its denominator."""

    total: int
    aligned: int
    unconfirmed: int
    local: int
    orphans: int

    @property
    def rate(self) -> float | None:
        return share(self.aligned, self.total - self.local)


@dataclass(frozen=True)
class PriorityReach:
    """How far one priority reaches; `depth` is the longest path to it, in links."""

    priority: int
    objectives: int
    units: int
    depth: int


@dataclass(frozen=True)
class CrossBoundary:
    """Counting links between objectives, by whether they cross divisions (domain measure M13)."""

    external: int
    internal: int

    @property
    def ei_index(self) -> float | None:
        return share(self.external - self.internal, self.external + self.internal)


@dataclass(frozen=True)
class AlignmentFigures:
    by_state: dict[str, int]
    """Over the whole cycle; a state that no objective is in is left out."""
    standings: Standings
    whole: Tally
    levels: dict[int, Tally]
    """By depth of the owning unit below the root; a level that owns none of O is left out."""
    priorities: list[PriorityReach]
    """By ascending priority id."""
    cross_boundary: CrossBoundary
    concentration: Concentration
    loops: list[list[int]]
    """Objective ids that stand above themselves: none, as long as services refuse loops."""


def share(part: int, whole: int) -> float | None:
    """A share of nothing is not 0 but unknown."""
    return part / whole if whole else None


def figures(cascade: Cascade) -> AlignmentFigures:
    """Every figure of the alignment report."""
    standing = _standing(cascade)
    levels = _levels(cascade, standing)
    in_state = np.bincount(cascade.columns.objective_state, minlength=len(OBJECTIVE_STATES))
    by_state = zip(OBJECTIVE_STATES, in_state.tolist(), strict=True)
    return AlignmentFigures(
        by_state={state: count for state, count in by_state if count},
        standings=_standings(cascade, standing),
        whole=_tally(np.bincount(standing[cascade.in_force], minlength=len(STANDINGS))),
        levels=levels,
        priorities=_priorities(cascade),
        cross_boundary=_cross_boundary(cascade),
        concentration=_concentration(cascade),
        loops=[cascade.columns.objective_id[list(loop)].tolist() for loop in cascade.reach.loops],
    )


def _standing(cascade: Cascade) -> Ints:
    """Aligned first, then unconfirmed, then accepted as local; the rest of O are orphans."""
    standing = np.full(cascade.graph.objectives, ORPHAN, dtype=np.int8)
    standing[cascade.columns.objective_is_local] = LOCAL
    standing[open_reach(cascade)] = UNCONFIRMED
    standing[cascade.aligned] = ALIGNED
    return standing


def _standings(cascade: Cascade, standing: Ints) -> Standings:
    ids = cascade.columns.objective_id[cascade.in_force]
    halvings = cascade.reach.halvings[: cascade.graph.objectives][cascade.in_force]
    standing = standing[cascade.in_force]
    halvings[standing != ALIGNED] = 0
    if np.any(ids[1:] < ids[:-1]):
        order = np.argsort(ids)
        ids, standing, halvings = ids[order], standing[order], halvings[order]
    unanswered = cascade.columns.objective_id[_unanswered(cascade)]
    return Standings(
        objectives=ids,
        standing=standing,
        halvings=halvings,
        unanswered=np.sort(unanswered),
    )


def _unanswered(cascade: Cascade) -> Ints:
    """The rows of O that nobody active is answerable for."""
    return cascade.in_force[cascade.answerable[cascade.in_force] < 0]


def _levels(cascade: Cascade, standing: Ints) -> dict[int, Tally]:
    depth = cascade.forest.depths[cascade.place[cascade.in_force]]
    kinds, depths = len(STANDINGS), int(cascade.forest.depths.max(initial=0)) + 1
    cells = np.bincount(depth * kinds + standing[cascade.in_force], minlength=kinds * depths)
    rows = enumerate(cells.reshape(depths, kinds))
    return {level: _tally(row) for level, row in rows if row.any()}


def _tally(by_standing: Ints) -> Tally:
    return Tally(int(by_standing.sum()), *by_standing.tolist())


def _priorities(cascade: Cascade) -> list[PriorityReach]:
    ids = cascade.columns.priority_id
    depths = cascade.reach.heights[cascade.graph.objectives :]
    return [
        PriorityReach(
            priority=int(ids[row]),
            objectives=int(cascade.owned[row].sum()),
            units=int(np.count_nonzero(cascade.owned[row])),
            depth=int(depths[row]),
        )
        for row in np.argsort(ids)
    ]


def _cross_boundary(cascade: Cascade) -> CrossBoundary:
    """A link is external when its ends lie below different children of the root."""
    links = cascade.graph.counting
    between = links.where(links.parents < cascade.graph.objectives)
    division = cascade.forest.divisions[cascade.place]
    crosses = division[between.children] != division[between.parents]
    external = int(np.count_nonzero(crosses))
    return CrossBoundary(external=external, internal=len(crosses) - external)


def _concentration(cascade: Cascade) -> Concentration:
    people = len(cascade.columns.person_id)
    answerable = cascade.answerable[cascade.in_force]
    return concentration(
        np.bincount(answerable[answerable >= 0], minlength=people),
        unanswered=len(_unanswered(cascade)),
    )
