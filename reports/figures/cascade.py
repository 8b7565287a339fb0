"""A snapshot laid out once for every report: the tree, the links, what they reach."""

from dataclasses import dataclass

import numpy as np

from reports.figures.columns import Bools, Columns, Ints
from reports.figures.forest import Forest, plant
from reports.figures.graph import Graph, read_graph
from reports.figures.places import Places
from reports.figures.reach import Reach, read_reach


@dataclass(frozen=True, eq=False)
class Cascade:
    """Arrays are by objective, as the columns have them, unless said otherwise."""

    columns: Columns
    forest: Forest
    graph: Graph
    reach: Reach
    in_force: Ints
    """The rows of O: the objectives agreed or live."""
    aligned: Bools
    """Which objectives are of O and reach a priority."""
    place: Ints
    """The owning unit's place in the forest."""
    answerable: Ints
    """The row of the active person answerable, -1 for nobody."""
    owned: Ints
    """For each priority and place: how many of O the unit itself owns that reach it."""


def lay_out(columns: Columns) -> Cascade:
    """Index a snapshot and follow its links."""
    graph = read_graph(columns)
    reach = read_reach(graph)
    forest = plant(unit_id=columns.unit_id, unit_parent=columns.unit_parent)
    rows = Places(columns.unit_id).of(columns.objective_unit)
    if np.any(rows < 0):
        raise ValueError("An objective belongs to a unit that is not in the snapshot")
    place = forest.place_of_row[rows]
    return Cascade(
        columns=columns,
        forest=forest,
        graph=graph,
        reach=reach,
        in_force=np.flatnonzero(graph.in_force[: graph.objectives]),
        aligned=reach.reached[: graph.objectives],
        place=place,
        answerable=Places(columns.person_id).of(columns.objective_answerable),
        owned=_owned(graph, reach, place, units=len(forest.ids)),
    )


def _owned(graph: Graph, reach: Reach, place: Ints, *, units: int) -> Ints:
    """Count by owning unit, one priority after another."""
    owned = np.zeros((graph.priorities, units), dtype=np.int32)
    for priority in range(graph.priorities):
        reaching = np.flatnonzero(reach.bit(priority)[: graph.objectives])
        owned[priority] = np.bincount(place[reaching], minlength=units)
    return owned


def open_reach(cascade: Cascade) -> Bools:
    """Which objectives would reach a priority if every open link counted, and any objective but a
    withdrawn one could stand between."""
    graph = cascade.graph
    found = np.ones(graph.nodes, dtype=bool)
    found[: graph.objectives] = cascade.aligned
    children, parents = graph.links.children, graph.links.parents
    hopeful = np.flatnonzero(~found[children] & graph.is_standing[parents])
    while len(hopeful):
        children, parents = children[hopeful], parents[hopeful]
        newly = np.flatnonzero(found[parents])
        if not len(newly):
            break
        found[children[newly]] = True
        hopeful = np.flatnonzero(~found[children])
    return found[: graph.objectives]
