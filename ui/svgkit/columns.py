"""Boxes in columns, joined from left to right. Each box is a link with its state in words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ui.svgkit import layout
from ui.svgkit.measure import wrapped

TITLE_SIZE, WORDS_SIZE, LINE = 15, 14, 18
PADDING, COLUMN_GAP, ROW_GAP, HEADING = 10, 64, 12, 40
LEAST_BOX = 180  # narrower, and titles become towers of single words
EDGE_ROOM = 4  # a thick outline must not be cut off by the picture's edge


@dataclass(frozen=True, kw_only=True)
class Box:
    """`tone` is green, blue, grey, yellow, red or purple, and only repeats what `words` say.

    `group` is what the box is folded under when there are too many; `holds` counts what is folded.
    """

    id: str
    column: int
    title: str
    words: str
    href: str = ""
    tone: str = "grey"
    is_dashed: bool = False
    group: str = ""
    group_href: str = ""
    holds: int = 1


@dataclass(frozen=True, kw_only=True)
class Edge:
    """`is_shared` marks a line to a box that serves more than one."""

    start: str
    end: str
    is_dashed: bool = False
    is_shared: bool = False


@dataclass(frozen=True, kw_only=True)
class Columns:
    """`title` and `description` are read out before the boxes. It may grow past its width."""

    headings: Sequence[str]
    boxes: Sequence[Box]
    edges: Sequence[Edge]
    title: str
    description: str
    width: int = 960

    def draw(self, *, id: str) -> SafeString:
        return mark_safe(_Drawing(self, id).svg())  # noqa: S308 - texts escaped as they are written


class _Drawing:
    """One drawing: measure, place, write."""

    def __init__(self, columns: Columns, id: str) -> None:
        self.columns = columns
        self.id = escape(id)
        many = max(len(columns.headings), 1)
        spare = COLUMN_GAP * (many - 1) + 2 * EDGE_ROOM
        self.box_width = max((columns.width - spare) / many, LEAST_BOX)
        self.width = round(self.box_width * many + spare)
        self.lines = {box.id: self._wrap(box) for box in columns.boxes}
        self.heights = {
            name: LINE * (len(title) + len(words)) + 2 * PADDING - 4
            for name, (title, words) in self.lines.items()
        }
        self.middles = self._place()

    def svg(self) -> str:
        c = self.columns
        floor = max((self.middles[n] + self.heights[n] / 2 for n in self.middles), default=0.0)
        height = round(HEADING + floor + EDGE_ROOM)
        parts = [self._heading(index, text) for index, text in enumerate(c.headings)]
        parts += [self._edge(edge) for edge in c.edges]
        parts += [self._box(box) for box in sorted(c.boxes, key=self._reading_order)]
        return (
            f'<svg class="app-columns" xmlns="http://www.w3.org/2000/svg" width="{self.width}" '
            f'height="{height}" viewBox="0 0 {self.width} {height}" role="group" '
            f'aria-labelledby="{self.id}-title" aria-describedby="{self.id}-desc">'
            f'<title id="{self.id}-title">{escape(c.title)}</title>'
            f'<desc id="{self.id}-desc">{escape(c.description)}</desc>{"".join(parts)}</svg>'
        )

    def _wrap(self, box: Box) -> tuple[list[str], list[str]]:
        room = self.box_width - 2 * PADDING
        title = wrapped(box.title, width=room, size=TITLE_SIZE, is_bold=True)
        return title, wrapped(box.words, width=room, size=WORDS_SIZE)

    def _place(self) -> dict[str, float]:
        parents: dict[str, list[str]] = defaultdict(list)
        neighbours: dict[str, list[str]] = defaultdict(list)
        for edge in self.columns.edges:
            parents[edge.end].append(edge.start)
            neighbours[edge.end].append(edge.start)
            neighbours[edge.start].append(edge.end)
        listed: list[list[str]] = [[] for _ in self.columns.headings]
        for box in self.columns.boxes:
            listed[box.column].append(box.id)
        rows = layout.ordered(listed, parents)
        return layout.centres(rows, self.heights, neighbours, gap=ROW_GAP)

    def _reading_order(self, box: Box) -> tuple[int, float]:
        return box.column, self.middles[box.id]

    def _left(self, column: int) -> float:
        return EDGE_ROOM + column * (self.box_width + COLUMN_GAP)

    def _heading(self, column: int, text: str) -> str:
        x = f"{self._left(column):g}"
        return f'<text class="app-columns__heading" x="{x}" y="20">{escape(text)}</text>'

    def _edge(self, edge: Edge) -> str:
        columns = {box.id: box.column for box in self.columns.boxes}
        x1 = self._left(columns[edge.start]) + self.box_width
        x2 = self._left(columns[edge.end])
        y1, y2 = (HEADING + self.middles[name] for name in (edge.start, edge.end))
        bend = max((x2 - x1) / 2, 24)
        css = (
            "app-edge" + " app-edge--dashed" * edge.is_dashed + " app-edge--shared" * edge.is_shared
        )
        return (
            f'<path class="{css}" d="M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} '
            f'{x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"/>'
        )

    def _box(self, box: Box) -> str:
        height = self.heights[box.id]
        x, y = self._left(box.column), HEADING + self.middles[box.id] - height / 2
        css = f"app-box app-box--{escape(box.tone)}" + " app-box--dashed" * box.is_dashed
        inside = (
            f'<rect x="{x:.1f}" y="{y:.1f}" '
            f'width="{self.box_width:.1f}" height="{height:g}" rx="4"/>'
            f"{self._texts(box, x + PADDING, y + PADDING + 12)}"
        )
        if not box.href:
            return f'<g class="{css}">{inside}</g>'
        return f'<a class="{css}" href="{escape(box.href)}">{inside}</a>'

    def _texts(self, box: Box, x: float, y: float) -> str:
        title, words = self.lines[box.id]
        spans = [("app-box__title", line) for line in title]
        spans += [("app-box__words", line) for line in words]
        # The space ends each line's text, so that the box reads aloud as words, not as one.
        inside = "".join(
            f'<tspan class="{css}" x="{x:.1f}" y="{y + LINE * index:.1f}">{escape(line)}</tspan> '
            for index, (css, line) in enumerate(spans)
        )
        return f"<text>{inside}</text>"
