"""Which lines, taken in the order of a file, would lead round in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)
Links = Sequence[tuple[Node, Node]]


class Trees(Generic[Node]):
    """Things that each hang below one other thing at most, hung one by one."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def hang(self, node: Node, *, below: Node) -> bool:
        """Hang a node that hangs nowhere yet; refuse, and change nothing, if that closes a loop."""
        if self._top(below) == node:
            return False
        self._above[node] = below
        return True

    def _top(self, node: Node) -> Node:
        """The node at the top, shortening the way there for whoever asks next."""
        passed = []
        while node in self._above:
            passed.append(node)
            node = self._above[node]
        for below in passed:
            self._above[below] = node
        return node


def closing_links(links: Links[Node], *, standing: Iterable[tuple[Node, Node]] = ()) -> list[int]:
    """Positions of links (from, to) that would close a loop, each added to those before it.

    `standing` links are there already, without a loop among them.
    """
    before = list(standing)
    core = _core([*before, *links])
    onwards: dict[Node, set[Node]] = defaultdict(set)
    for start, end in before:
        onwards[start].add(end)
    closing = []
    for position, (start, end) in enumerate(links):
        if start in core and end in core and _leads(end, start, onwards, core):
            closing.append(position)
        else:
            onwards[start].add(end)
    return closing


def _core(links: Links[Node]) -> set[Node]:
    """What is left once every dead end is taken away, forwards and backwards: loops live there."""
    ends = _peeled(links)
    backwards = [(end, start) for start, end in links if start in ends and end in ends]
    return _peeled(backwards)


def _peeled(links: Links[Node]) -> set[Node]:
    ahead: dict[Node, int] = defaultdict(int)
    behind: dict[Node, list[Node]] = defaultdict(list)
    for start, end in links:
        ahead[start] += 1
        behind[end].append(start)
    dead_ends = [node for node in behind if node not in ahead]
    for node in dead_ends:  # grows as it goes
        for start in behind[node]:
            ahead[start] -= 1
            if ahead[start] == 0:
                dead_ends.append(start)
    return {node for node, count in ahead.items() if count}


def _leads(start: Node, goal: Node, onwards: Mapping[Node, set[Node]], within: set[Node]) -> bool:
    """Whether a way leads from one node to the other."""
    waiting, seen = [start], {start}
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        fresh = (onwards.get(node, set()) & within) - seen
        seen |= fresh
        waiting.extend(fresh)
    return False
