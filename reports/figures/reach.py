"""Which priorities each objective reaches, how strongly, and how long the longest way is.

Heights come first: a node's height is its longest way down. Every parent is higher than its
children, so links taken from the highest child to the lowest pass on only what is final.
"""

from dataclasses import dataclass

import numpy as np

from reports.figures.columns import Bools, Ints
from reports.figures.graph import Graph, Links
from reports.figures.loops import Loop, find_loops
from reports.figures.places import Array

WORD = 64


@dataclass(frozen=True, eq=False)
class Reach:
    """What the counting links say. Arrays are by node of the graph they were read from."""

    masks: Array
    """A row of words per 64 priorities: bit b of word w is priority 64 w + b."""
    halvings: Ints
    """How often 1.0 is halved along the strongest way up; read only where a mask is not 0."""
    heights: Ints
    """Links on the longest way down; for a priority, of the longest path that leads to it."""
    loops: list[Loop]
    """Nodes that stand above themselves. Links inside a loop carry reach and strength like any
    other, but heights are measured without them."""

    def bit(self, priority: int) -> Bools:
        """Which nodes reach the priority, itself included."""
        word, bit = divmod(priority, WORD)
        reaching: Bools = self.masks[word] & self.masks.dtype.type(1 << bit) != 0
        return reaching

    @property
    def reached(self) -> Bools:
        """Which nodes reach any priority."""
        reached: Bools = np.any(self.masks != 0, axis=0)
        return reached


def read_reach(graph: Graph) -> Reach:
    """Pass priorities and strengths down the counting links, each link once."""
    heights, tiers, stuck = _tiers(graph.counting, nodes=graph.nodes)
    loops = find_loops(zip(stuck.children.tolist(), stuck.parents.tolist(), strict=True))
    if not loops:
        masks, halvings = _at_the_top(graph, longest=int(heights.max(initial=0)))
        _pass_down(tiers, masks, halvings)
        return Reach(masks=masks, halvings=halvings, heights=heights, loops=[])
    return _reach_despite(loops, graph)


def _reach_despite(loops: list[Loop], graph: Graph) -> Reach:
    """Set the links inside loops apart to find an order, then go round until nothing changes."""
    inside = _inside(graph, loops)
    heights, tiers, _ = _tiers(graph.counting.where(~inside), nodes=graph.nodes)
    longest = int(heights.max()) + int(np.count_nonzero(inside))
    masks, halvings = _at_the_top(graph, longest=longest)
    before = np.zeros_like(masks), np.zeros_like(halvings)
    while not (np.array_equal(before[0], masks) and np.array_equal(before[1], halvings)):
        before = masks.copy(), halvings.copy()
        _pass_down([*tiers, graph.counting.where(inside)], masks, halvings)
    return Reach(masks=masks, halvings=halvings, heights=heights, loops=loops)


def _tiers(links: Links, *, nodes: int) -> tuple[Ints, list[Links], Links]:
    """Heights, links from the highest child to the lowest, and links that no order can place."""
    heights = np.zeros(nodes, dtype=np.int32)
    tiers: list[Links] = []
    height = 0
    while len(links.children):
        height += 1
        heights[links.parents] = height
        is_higher = heights[links.children] == height
        if is_higher.all():
            break
        tiers.append(links.where(~is_higher))
        links = links.where(is_higher)
    return heights, tiers[::-1], links


def _inside(graph: Graph, loops: list[Loop]) -> Bools:
    """Which counting links have both ends in the same loop."""
    loop_of = np.zeros(graph.nodes, dtype=np.int64)
    for number, loop in enumerate(loops, start=1):
        loop_of[list(loop)] = number
    child, parent = loop_of[graph.counting.children], loop_of[graph.counting.parents]
    inside: Bools = (child == parent) & (child > 0)
    return inside


def _at_the_top(graph: Graph, *, longest: int) -> tuple[Array, Ints]:
    """Before any link is followed: only priorities are reached, each by itself."""
    words = max(1, -(-graph.priorities // WORD))
    bits = next(bits for bits in (8, 16, 32, 64) if words > 1 or graph.priorities <= bits)
    bits = WORD if words > 1 else bits
    masks = np.zeros((words, graph.nodes), dtype=f"u{bits // 8}")
    for priority in range(graph.priorities):
        word, bit = divmod(priority, WORD)
        masks[word, graph.objectives + priority] = 1 << bit
    beyond = 2 * longest + 1
    halvings = np.full(graph.nodes, beyond, dtype=np.min_scalar_type(beyond + 2))
    halvings[graph.objectives :] = 0
    return masks, halvings


def _pass_down(tiers: list[Links], masks: Array, halvings: Ints) -> None:
    """What a parent reaches, its children reach, as strongly as their link lets them."""
    for children, parents, halved in tiers:
        for word in masks:
            np.bitwise_or.at(word, children, word[parents])
        np.minimum.at(halvings, children, halvings[parents] + halved.astype(halvings.dtype))
