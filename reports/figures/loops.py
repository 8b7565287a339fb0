"""Loops among links: services refuse them, so there should be none; a report says so if there are.

The work here is plain Python on the few links that the cascade's order could not place.
"""

from collections import defaultdict
from collections.abc import Iterable

Loop = tuple[int, ...]


def find_loops(links: Iterable[tuple[int, int]]) -> list[Loop]:
    """Sets of nodes that each stand above and below each other, from (child, parent) pairs."""
    above: dict[int, list[int]] = defaultdict(list)
    below: dict[int, list[int]] = defaultdict(list)
    for child, parent in links:
        above[child].append(parent)
        below[parent].append(child)
    loops, placed = [], set[int]()
    for node in reversed(_finishing_order(above)):
        group = _unplaced_from(node, below, placed)
        if len(group) > 1 or node in above.get(node, ()):
            loops.append(tuple(sorted(group)))
    return sorted(loops)


def _finishing_order(above: dict[int, list[int]]) -> list[int]:
    """Nodes in the order in which a walk upwards has seen all that is above them."""
    finished: list[int] = []
    seen = set[int]()
    for start in sorted(above):
        walk = [(start, False)]
        while walk:
            node, is_done = walk.pop()
            if is_done:
                finished.append(node)
            elif node not in seen:
                seen.add(node)
                walk.append((node, True))
                walk.extend((parent, False) for parent in above.get(node, ()))
    return finished


def _unplaced_from(start: int, below: dict[int, list[int]], placed: set[int]) -> list[int]:
    """All that is below a node and in no earlier group; it is placed by being returned."""
    group, walk = list[int](), [start]
    while walk:
        node = walk.pop()
        if node not in placed:
            placed.add(node)
            group.append(node)
            walk.extend(below.get(node, ()))
    return group
