"""Too many boxes are read by nobody: those that belong together become one that says how many."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from ui.svgkit.columns import Box, Columns, Edge

Name = Callable[[str, int], tuple[str, str]]


def folded(columns: Columns, *, limit: int = 80, name: Name) -> Columns:
    """Above the limit, boxes of one group under one box become one; the last column first.

    Where that is not enough, all boxes under one box become one. `name` gives the title and words
    of a folded box from its group ("" for several groups) and from how many it holds.
    """
    before = columns
    for column in range(len(columns.headings) - 1, 0, -1):
        for is_by_group in (True, False):
            if len(columns.boxes) <= limit:
                return columns
            columns = _folded_column(columns, column, name, is_by_group)
    # A column that folded may have brought boxes further right under one box.
    return columns if columns == before else folded(columns, limit=limit, name=name)


def _folded_column(columns: Columns, column: int, name: Name, is_by_group: bool) -> Columns:
    stands_for: dict[str, Box] = {}
    for group, href, boxes in _together(columns, column, is_by_group):
        if len(boxes) > 1:
            holds = sum(box.holds for box in boxes)
            title, words = name(group, holds)
            one = Box(
                id=boxes[0].id, column=column, title=title, words=words, href=href, holds=holds
            )
            stands_for |= {box.id: one for box in boxes}
    boxes = [stands_for.get(box.id, box) for box in columns.boxes]
    unique = list({box.id: box for box in boxes}.values())
    return replace(columns, boxes=unique, edges=_moved(columns.edges, stands_for))


def _together(columns: Columns, column: int, is_by_group: bool) -> list[tuple[str, str, list[Box]]]:
    """Sets of boxes that may become one, each with its group and where the one box leads."""
    parents = {edge.end: edge.start for edge in reversed(columns.edges)}
    hrefs = {box.id: box.href for box in columns.boxes}
    sets: dict[tuple[str, str], list[Box]] = defaultdict(list)
    for box in columns.boxes:
        parent, group = parents.get(box.id, ""), box.group if is_by_group else ""
        if box.column == column and (group or (parent and not is_by_group)):
            sets[(parent, group)].append(box)
    return [
        (group, boxes[0].group_href if is_by_group else hrefs[parent], boxes)
        for (parent, group), boxes in sets.items()
    ]


def _moved(edges: Sequence[Edge], stands_for: dict[str, Box]) -> list[Edge]:
    """Lines to boxes that became one become one line."""

    def of(box_id: str) -> str:
        return stands_for[box_id].id if box_id in stands_for else box_id

    moved = {(of(e.start), of(e.end)): e for e in reversed(edges)}
    return [replace(e, start=s, end=t) for (s, t), e in reversed(moved.items()) if s != t]
