"""How one priority reaches teams: a picture in columns, and the same as a nested list."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import quote

from objectives.models import Objective
from people.addresses import address
from reports.figures.spread import TOP, Block
from reports.queries.reach import BOXES_AT_MOST, ReachPage
from reports.wording.reach import reach_finding
from ui.parts import LegendEntry
from ui.svgkit import Box, Columns, Edge, folded
from ui.wording import counted

WIDTH, WIDE = 960, 1200
COLUMNS_THAT_FIT, COLUMNS_ON_A_SCREEN = 4, 5
State = Objective.State
TONES = {
    State.AGREED: "green",
    State.LIVE: "green",
    State.PROPOSED: "blue",
    State.IN_CATCHBALL: "blue",
}
DASHED = (State.DRAFT, State.PROPOSED)


@dataclass
class Branch:
    """A line of the list. What hangs on several is whole under one and only named under others."""

    title: str
    words: str
    href: str
    is_named_only: bool = False
    branches: list[Branch] = field(default_factory=list)


def reach_columns(page: ReachPage) -> Columns:
    """The priority on the left, then its objectives by how deep in the organisation they are."""
    blocks = page.spread.blocks
    headings = _headings(page)
    columns = Columns(
        headings=headings,
        boxes=[_top(page), *(_box(page, block) for block in blocks)],
        edges=[
            Edge(
                start=str(parent),
                end=str(block.key),
                is_dashed=parent in block.unsettled,
                is_shared=len(block.parents) > 1 and len(block.objectives) == 1,
            )
            for block in blocks
            for parent in block.parents
        ],
        title=f"How “{page.priority.title}” reaches teams",
        description=reach_finding(page),
        width=WIDE if len(headings) > COLUMNS_THAT_FIT else WIDTH,
    )
    return folded(columns, limit=BOXES_AT_MOST, name=_fold_name)


def _fold_name(group: str, holds: int) -> tuple[str, str]:
    return group or "Several units", counted(holds, "box", "boxes")


def _top(page: ReachPage) -> Box:
    return Box(
        id=str(TOP),
        column=0,
        title=page.priority.title,
        words="Priority in force",
        href=address("strategy:strategy"),
        tone="green",
    )


def _box(page: ReachPage, block: Block) -> Box:
    unit = page.block_unit(block)
    group_href = f"{_here(page)}?unit={quote(unit.code, safe='')}"
    if len(block.objectives) > 1:
        return Box(
            id=str(block.key),
            column=block.column,
            title=unit.name,
            words=f"{counted(len(block.objectives), 'objective')}, open to see them",
            href=group_href,
            holds=len(block.objectives),
        )
    objective = page.objectives[block.key]
    return Box(
        id=str(block.key),
        column=block.column,
        title=objective.title,
        words=f"{unit.name} · {objective.state_words}",
        href=address("objectives:objective", objective.id),
        tone=TONES.get(State(objective.state), "grey"),
        is_dashed=objective.state in DASHED,
        group=unit.name,
        group_href=group_href,
    )


def _here(page: ReachPage) -> str:
    return address("reports:reach", page.priority.ref)


def _headings(page: ReachPage) -> list[str]:
    """What most of each column's units are."""
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    for block in page.spread.blocks:
        kinds[block.column][page.block_unit(block).kind] += 1
    return ["Board priority", *(kinds[column].most_common(1)[0][0] for column in sorted(kinds))]


def reach_legend(columns: Columns) -> list[LegendEntry]:
    """Only what the picture has."""
    looks = {(box.tone, box.is_dashed) for box in columns.boxes}
    meanings = [
        (True, "app-tone-green", "agreed or live"),
        (("blue", False) in looks, "app-tone-blue", "being talked about"),
        (("blue", True) in looks, "app-tone-blue app-tone--dashed", "proposed"),
        (("grey", True) in looks, "app-tone-grey app-tone--dashed", "draft"),
        (("grey", False) in looks, "app-tone-grey", "over, or several objectives"),
        (
            any(edge.is_shared for edge in columns.edges),
            "app-line-shared",
            "serves more than one",
        ),
        (
            any(edge.is_dashed for edge in columns.edges),
            "app-line-dashed",
            "link not confirmed yet",
        ),
    ]
    return [
        LegendEntry(css_class=css, meaning=words) for is_there, css, words in meanings if is_there
    ]


def branches(columns: Columns) -> list[Branch]:
    """The picture as a nested list, from the same boxes and lines."""
    boxes = {box.id: box for box in columns.boxes}
    whole: dict[str, Branch] = {
        box.id: Branch(title=box.title, words=box.words, href=box.href) for box in columns.boxes
    }
    placed: set[str] = set()
    for edge in columns.edges:
        branch = whole[edge.end]
        if edge.end in placed:
            box = boxes[edge.end]
            branch = Branch(title=box.title, words=box.words, href=box.href, is_named_only=True)
        placed.add(edge.end)
        whole[edge.start].branches.append(branch)
    return whole[str(TOP)].branches
