"""What an import did, or would do, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from people.imports.problems import Problem
from people.intake import queries, registry
from people.models import ImportRun
from ui.parts import SummaryRow
from ui.wording import counted, listed

State = ImportRun.State

THINGS = {
    "units": ("unit", "units"),
    "posts": ("senior post", "senior posts"),
    "junior_posts": ("line of junior posts", "lines of junior posts"),
    "people": ("person", "people"),
    "priorities": ("priority", "priorities"),
    "objectives": ("objective", "objectives"),
    "links": ("link", "links"),
    "expectations": ("expectation", "expectations"),
}
WOULD = (
    ("added", "Will be added"),
    ("changed", "Will change"),
    ("moved", "Of these, will move"),
    ("deactivated", "Will be made inactive"),
    ("unchanged", "Stay as they are"),
)
DID = (
    ("added", "Added"),
    ("changed", "Changed"),
    ("moved", "Of these, moved"),
    ("deactivated", "Made inactive"),
    ("unchanged", "Stayed as they were"),
)
GIVEN_UP = "Given up"
COLOURS = {
    State.CHOSEN: "white",
    State.CHECKING: "blue",
    State.CHECKED: "yellow",
    State.IMPORTING: "blue",
    State.DONE: "green",
    State.REFUSED: "red",
    State.UNDOING: "blue",
    State.UNDONE: "grey",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    """An import as the list shows it."""

    id: int
    words: str
    files: str
    by: str
    at: datetime
    state: str
    colour: str


def line(run: ImportRun) -> ImportLine:
    state = GIVEN_UP if queries.is_given_up(run) else run.get_state_display()
    return ImportLine(
        id=run.pk,
        words=kind_words(run.kind),
        files=_file_names(run),
        by=run.asked_by_words,
        at=run.created_at,
        state=state,
        colour="red" if state == GIVEN_UP else COLOURS[State(run.state)],
    )


def _file_names(run: ImportRun) -> str:
    names = [run.file_names.get(sheet.place) for sheet in registry.importer(run.kind).sheets]
    known = [name for name in names if name]
    return listed(known) if known else ""


def kind_words(kind: str) -> str:
    return registry.importer(kind).words


def things(counts: Mapping[str, int]) -> str:
    """How many of each kind of thing: "10 units, 50 senior posts"."""
    known = sorted(counts, key=[*THINGS, *counts].index)
    said = [counted(counts[what], *_names(what)) for what in known if counts[what]]
    return listed(said) if said else ""


def _names(what: str) -> tuple[str, str]:
    plain = what.replace("_", " ")
    return THINGS.get(what, (plain, plain))


def file_rows(run: ImportRun, rows: Mapping[str, int]) -> list[SummaryRow]:
    """Each file by its place, with its name and how many rows it has."""
    importer = registry.importer(run.kind)
    return [
        SummaryRow(
            key=sheet.words if len(importer.sheets) > 1 else "File",
            value=_file(run.file_names.get(sheet.place, ""), rows.get(importer.sheet_name(sheet))),
        )
        for sheet in importer.sheets
    ]


def _file(name: str, rows: int | None) -> str:
    return name if rows is None else f"{name}, {counted(rows, 'row')}"


def summary(run: ImportRun, problems: list[Problem]) -> list[SummaryRow]:
    """The check's figures, or the import's, as a list of facts."""
    document: dict[str, Any] = run.result
    is_done = run.state in (State.DONE, State.UNDONE)
    rows = file_rows(run, document.get("rows", {}))
    for key, words in DID if is_done else WOULD:
        if said := things(document.get(key, {})):
            rows.append(SummaryRow(key=words, value=said))
    fte = document.get("fte", {})
    for sheet in registry.importer(run.kind).sheets:
        if sheet.place in fte:
            words = f"Whole-time equivalents, {sheet.words.lower()}"
            rows.append(SummaryRow(key=words, value=f"{fte[sheet.place]:,}"))
    if bad := len(rows_in_error(problems)):
        words = "Left out" if is_done else "Cannot be imported"
        rows.append(SummaryRow(key=words, value=counted(bad, "row")))
    if worth := len({(p.file, p.row) for p in problems if not p.is_error}):
        value = f"{counted(worth, 'row')}, imported with a remark"
        rows.append(SummaryRow(key="Worth a look", value=value))
    return rows


def rows_in_error(problems: list[Problem]) -> set[tuple[str, int]]:
    return {(problem.file, problem.row) for problem in problems if problem.is_error}


def good_rows(run: ImportRun, problems: list[Problem]) -> int:
    rows: dict[str, int] = run.result.get("rows", {})
    return sum(rows.values()) - len(rows_in_error(problems))


def changes_nothing(run: ImportRun) -> bool:
    return not any(run.result.get(key) for key in ("added", "changed", "deactivated"))


def how_far(run: ImportRun) -> str:
    """The worker's progress in a sentence."""
    if run.state == State.UNDOING:
        return _how_far_undone(run)
    if not run.rows_done:
        return f"{_doing(run)} {counted(run.rows_total, 'row')}"
    if run.rows_done >= run.rows_total:
        return f"All {counted(run.rows_total, 'row')} {_done(run)}; finishing"
    return f"{run.rows_done:,} of {counted(run.rows_total, 'row')} {_done(run)}"


def _how_far_undone(run: ImportRun) -> str:
    changes = counted(run.rows_total, "change")
    if not run.rows_total:
        return "Looking up what this import changed"
    if run.rows_done >= run.rows_total:
        return f"All {changes} taken back; finishing"
    return f"{run.rows_done:,} of {changes} taken back"


def _doing(run: ImportRun) -> str:
    return "Checking" if run.state == State.CHECKING else "Importing"


def _done(run: ImportRun) -> str:
    return "checked" if run.state == State.CHECKING else "imported"
