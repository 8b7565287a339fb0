"""The cascade as arrays: objectives, then priorities, as nodes; links as pairs of node numbers."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from reports.figures.columns import LINK_STATES, OBJECTIVE_STATES, Bools, Columns, Ints
from reports.figures.places import Places


class Links(NamedTuple):
    """Links, one per place: child node, parent node, and how often the strength is halved."""

    children: Ints
    parents: Ints
    halvings: Ints

    def where(self, chosen: Bools) -> "Links":
        """Those of the links that are chosen."""
        kept = np.flatnonzero(chosen)  # several times faster than indexing by yes and no
        return Links(self.children[kept], self.parents[kept], self.halvings[kept])


@dataclass(frozen=True, eq=False)
class Graph:
    """Nodes 0 to objectives - 1 are the objectives as the columns have them, then the priorities.

    Links whose state leads nowhere (declined, ended), or whose ends are not both in the snapshot,
    are in neither set.
    """

    objectives: int
    priorities: int
    in_force: Bools
    """Nodes of O (agreed or live), and the priorities."""
    is_standing: Bools
    """Nodes in any state but withdrawn, and the priorities."""
    links: Links
    """Proposed, accepted, or stale however long, whatever state their ends are in."""
    counting: Links
    """Accepted, or stale not too long, with both ends in force."""

    @property
    def nodes(self) -> int:
        return self.objectives + self.priorities


def read_graph(columns: Columns) -> Graph:
    """Number the nodes and sort the links by what they are good for."""
    in_force = _nodes_in(columns, "agreed", "live")
    links, counts = _links(columns)
    counts &= in_force[links.children] & in_force[links.parents]
    return Graph(
        objectives=len(columns.objective_id),
        priorities=len(columns.priority_id),
        in_force=in_force,
        is_standing=_nodes_in(columns, *(set(OBJECTIVE_STATES) - {"withdrawn"})),
        links=links,
        counting=links.where(counts),
    )


def _nodes_in(columns: Columns, *states: str) -> Bools:
    """Which nodes are objectives in one of these states, or priorities."""
    wanted = np.array([state in states for state in OBJECTIVE_STATES])
    always = np.ones(len(columns.priority_id), dtype=bool)
    return np.concatenate([wanted[columns.objective_state], always])


def _links(columns: Columns) -> tuple[Links, Bools]:
    """The links that may lead anywhere, and which of them are in a state that counts."""
    state, child, parent = columns.link_state, columns.link_child, columns.link_parent
    halvings = columns.link_strength
    alive = np.flatnonzero(_which("proposed", "accepted", "stale", "stale_too_long")[state])
    if len(alive) < len(state):
        state, child, parent = state[alive], child[alive], parent[alive]
        halvings = halvings[alive]
    children, parents = _nodes(columns, child, parent)
    counts = _which("accepted", "stale")[state]
    known = (children >= 0) & (parents >= 0)
    links = Links(children, parents, halvings)
    return (links, counts) if known.all() else (links.where(known), counts[known])


def _which(*states: str) -> Bools:
    """By link state code: whether it is one of these."""
    return np.array([state in states for state in LINK_STATES])


def _nodes(columns: Columns, child: Ints, parent: Ints) -> tuple[Ints, Ints]:
    """The ends' node numbers, -1 for an end that is not in the snapshot."""
    objectives = Places(columns.objective_id)
    children, parents = objectives.of(child), objectives.of(parent)
    to_priority = np.flatnonzero(parent < 0)
    priority = Places(columns.priority_id).of(-parent[to_priority])
    parents[to_priority] = np.where(priority < 0, -1, priority + len(columns.objective_id))
    return children, parents
