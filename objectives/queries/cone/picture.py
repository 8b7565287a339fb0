"""A cone as a picture in columns, as a nested list, and as a conversation: the same boxes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from objectives.models import Objective
from objectives.queries.cone import Cone, ConeBox
from people.addresses import address
from ui.parts import LegendEntry
from ui.svgkit import Box, Columns, Edge, folded
from ui.wording import counted

BOXES_AT_MOST, ROWS_AT_MOST = 80, 50
OBJECTIVE, UNIT = "o", "u"  # what a box leads to, until its address is looked up
COLUMNS_THAT_FIT, WIDTH, WIDE = 4, 960, 1200
State = Objective.State
TONES = {
    State.AGREED: "green",
    State.LIVE: "green",
    State.PROPOSED: "blue",
    State.IN_CATCHBALL: "blue",
}
DASHED = (State.DRAFT, State.PROPOSED)
TALKS = (
    ("Not agreed yet: the talk goes on", (State.PROPOSED, State.IN_CATCHBALL)),
    ("Still being written", (State.DRAFT,)),
    ("Agreed by both sides", (State.AGREED, State.LIVE)),
    ("Finished", (State.ACHIEVED, State.PARTLY, State.NOT_ACHIEVED)),
)


@dataclass
class Branch:
    """A line of the list. What hangs on several is whole under one and only named under others."""

    title: str
    words: str
    href: str
    is_named_only: bool = False
    branches: list[Branch] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Talk:
    """The first boxes at one stage of agreement, each with how many of its links wait."""

    heading: str
    boxes: list[tuple[ConeBox, int]]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.boxes)


def cone_columns(cone: Cone) -> Columns:
    """The highest on the left; above 80 boxes, those of one unit become one."""
    headings = _headings(cone)
    parents = Counter(line.end for line in cone.lines)
    columns = Columns(
        headings=headings,
        boxes=[_box(cone, box) for box in cone.boxes],
        edges=[
            Edge(
                start=line.start,
                end=line.end,
                is_dashed=not line.is_settled,
                is_shared=parents[line.end] > 1,
            )
            for line in cone.lines
        ],
        title=f"What “{cone.title}” serves, and what serves it",
        description=cone_in_words(cone),
        width=WIDE if len(headings) > COLUMNS_THAT_FIT else WIDTH,
    )
    shown = folded(columns, limit=BOXES_AT_MOST, name=_fold_name)
    return replace(shown, boxes=_led_on(cone, shown.boxes))


def _led_on(cone: Cone, boxes: Sequence[Box]) -> list[Box]:
    """Each with the address it leads to, looked up for what is shown and not for what is folded."""
    refs = {box.key: box.ref for box in cone.boxes if box.objective_id is None}
    here, listed = address("objectives:cone", cone.objective_id), address("objectives:objectives")

    def led_on(box: Box) -> Box:
        kind, name = box.href[0], box.href[1:]
        if kind == OBJECTIVE:
            return replace(box, href=address("objectives:objective", int(name)))
        if kind == UNIT:
            return replace(box, href=f"{here}?view=map&unit={quote(name, safe='')}")
        return replace(box, href=f"{listed}?priority={quote(refs[box.href], safe='')}")

    return [led_on(box) for box in boxes]


def cone_in_words(cone: Cone) -> str:
    agreed = sum(box.state in (State.AGREED, State.LIVE) for box in cone.objectives)
    waiting = sum(not line.is_settled for line in cone.lines)
    links = f"{counted(waiting, 'link waits', 'links wait')} to be confirmed"
    return f"{counted(len(cone.objectives), 'objective')}, {agreed} of them agreed. {links}."


def _fold_name(group: str, holds: int) -> tuple[str, str]:
    return group or "Several teams", counted(holds, "objective, open it", "objectives, open them")


def _box(cone: Cone, box: ConeBox) -> Box:
    if box.objective_id is None:
        return Box(
            id=box.key,
            column=box.level,
            title=box.title,
            words="Board priority",
            href=box.key,
            tone="green",
        )
    return Box(
        id=box.key,
        column=box.level,
        title=box.title,
        words=box_in_words(box),
        href=box.key,
        tone="purple" if box.is_start else TONES.get(State(box.state), "grey"),
        is_dashed=box.state in DASHED,
        group="" if box.is_start else box.unit,
        group_href=f"{UNIT}{box.unit_code}",
    )


def box_in_words(box: ConeBox) -> str:
    """Ward 7 · Live · Confident: whose it is, how far agreed, how it stands."""
    tags = [tag.words for tag in (box.tag, box.stand) if tag is not None]
    return " · ".join([box.unit, *tags, *(["this one"] if box.is_start else [])])


def _headings(cone: Cone) -> list[str]:
    """What most of each column's boxes are."""
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    for box in cone.boxes:
        kinds[box.level][box.kind or "Board priority"] += 1
    return [kinds[level].most_common(1)[0][0] for level in sorted(kinds)]


def cone_legend(columns: Columns) -> list[LegendEntry]:
    """Only what the picture has."""
    looks = {(box.tone, box.is_dashed) for box in columns.boxes}
    meanings = [
        (True, "app-tone-purple", "this objective"),
        (("green", False) in looks, "app-tone-green", "agreed or live, or a priority"),
        (("blue", False) in looks, "app-tone-blue", "being talked about"),
        (("blue", True) in looks, "app-tone-blue app-tone--dashed", "proposed"),
        (("grey", True) in looks, "app-tone-grey app-tone--dashed", "draft"),
        (("grey", False) in looks, "app-tone-grey", "over, or several objectives"),
        (any(e.is_shared for e in columns.edges), "app-line-shared", "serves more than one"),
        (any(e.is_dashed for e in columns.edges), "app-line-dashed", "link not confirmed yet"),
    ]
    return [LegendEntry(css_class=css, meaning=words) for has, css, words in meanings if has]


def branches(columns: Columns) -> list[Branch]:
    """The picture as a nested list, from the same boxes and lines."""
    boxes = {box.id: box for box in columns.boxes}
    whole = {key: _branch(box) for key, box in boxes.items()}
    placed: set[str] = set()
    for edge in columns.edges:
        branch = whole[edge.end]
        if edge.end in placed:
            branch = _branch(boxes[edge.end])
            branch.is_named_only = True
        placed.add(edge.end)
        if edge.is_dashed:
            branch.words = f"{branch.words} · link not confirmed yet"
        whole[edge.start].branches.append(branch)
    return [whole[box.id] for box in columns.boxes if box.id not in placed]


def _branch(box: Box) -> Branch:
    return Branch(title=box.title, words=box.words, href=box.href)


def talks(cone: Cone) -> list[Talk]:
    """Rows by how far agreed, those still talked about first."""
    waiting = Counter(line.end for line in cone.lines if not line.is_settled)
    found = [
        (heading, [box for box in cone.objectives if box.state in states])
        for heading, states in TALKS
    ]
    return [
        Talk(
            heading=heading,
            boxes=[(box, waiting[box.key]) for box in boxes[:ROWS_AT_MOST]],
            total=len(boxes),
        )
        for heading, boxes in found
        if boxes
    ]
