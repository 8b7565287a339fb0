"""Who each senior post reports to, once lines that lead nowhere or in a circle are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from people.imports.loops import Trees
from people.imports.organogram_rows import SeniorRow
from people.imports.values import KnownPosts, Remark

TO_ITSELF = (
    "Post {post} reports to itself, so the line is left out: "
    "enter the post above it, or XX for none"
)
IN_A_LOOP = (
    "Post {post} would report to itself through post {manager}, so the line is left out: "
    "enter a post above it, or XX for none"
)
NOT_IN_FILE = (
    "Post {manager} is not in the file, so the line is left out: "
    "enter a post that is, or XX for none"
)
NOT_SAVED = (
    "Post {manager} is on row {row}, which cannot be saved, so the line is left out: "
    "correct that row first"
)


@dataclass(slots=True)
class ReportingLines:
    """The manager of each post that has one, by reference."""

    managers: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def reporting_lines(rows: Sequence[SeniorRow], posts: KnownPosts) -> ReportingLines:
    """Draw the lines in file order; the post whose line would close a loop goes without."""
    lines = ReportingLines()
    trees: Trees[str] = Trees()
    for row in rows:
        if not row.reports_to:
            continue
        fault = _fault(row, posts, trees)
        if fault:
            lines.remarks.append((row.row_number, "reports_to", fault))
        else:
            lines.managers[row.reference] = row.reports_to
    return lines


def _fault(row: SeniorRow, posts: KnownPosts, trees: Trees[str]) -> str:
    """Why this line cannot be drawn; nothing when it now is."""
    post, manager = row.reference, row.reports_to
    if manager == post:
        return TO_ITSELF.format(post=post)
    if manager not in posts.saved:
        unsaved_row = posts.row_of_unsaved.get(manager)
        if unsaved_row is None:
            return NOT_IN_FILE.format(manager=manager)
        return NOT_SAVED.format(manager=manager, row=unsaved_row)
    if not trees.hang(post, below=manager):
        return IN_A_LOOP.format(post=post, manager=manager)
    return ""
