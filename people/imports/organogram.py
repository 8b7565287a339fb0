"""A published organogram: its senior and junior files read together as posts and units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from people.imports.checking import Checked, check_rows, warnings_about
from people.imports.columns import Matching, match_columns, plain, refuse_matching
from people.imports.kinds import JUNIOR_POSTS, SENIOR_POSTS, Kind, RowT
from people.imports.organogram_rows import JuniorRow, SeniorRow
from people.imports.problems import FileRefused, Problem
from people.imports.reporting_lines import reporting_lines
from people.imports.table import Table
from people.imports.unit_tree import ROOT, Unit, unit_key, unit_tree
from people.imports.values import KnownPosts

SWAPPED = (
    "The first file has the columns of junior posts. "
    "Choose the senior posts first and the junior posts second."
)


@dataclass(frozen=True, slots=True)
class Post:
    """A senior post that can be saved. An empty unit is the root; an empty manager, none."""

    row: SeniorRow
    unit: str
    reports_to: str


@dataclass(frozen=True, slots=True)
class JuniorPosts:
    """Counted posts that can be saved; `occurrence` tells lines apart that are otherwise alike."""

    row: JuniorRow
    unit: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Organogram:
    """What the two files say once every rule of the format is kept. Nothing is saved yet."""

    posts: tuple[Post, ...]
    junior_posts: tuple[JuniorPosts, ...]
    units: tuple[Unit, ...]  # those above before those below
    problems: tuple[Problem, ...]
    row_counts: Mapping[str, int]
    fte: Mapping[str, Decimal]  # over the rows that can be saved, the unknown left out

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


def read_organogram(
    *,
    senior: Table,
    junior: Table,
    senior_matching: Matching | None = None,
    junior_matching: Matching | None = None,
) -> Organogram:
    """Posts, counted posts and units, with a problem for whatever cannot stand as written."""
    if senior_matching is None:
        _refuse_swapped(senior)
    senior_columns = _columns(SENIOR_POSTS, senior, senior_matching)
    junior_columns = _columns(JUNIOR_POSTS, junior, junior_matching)
    seniors = check_rows(SENIOR_POSTS, table=senior, matching=senior_columns)
    known = _known_posts(seniors, senior, senior_columns)
    juniors = check_rows(JUNIOR_POSTS, table=junior, matching=junior_columns, posts=known)
    lines = reporting_lines(seniors.rows, known)
    tree = unit_tree(seniors.rows, juniors.rows, lines.managers)
    remarks = [*lines.remarks, *tree.remarks]
    raised = warnings_about(SENIOR_POSTS, table=senior, matching=senior_columns, remarks=remarks)
    posts = _posts(seniors, tree.names, lines.managers)
    return Organogram(
        posts=posts,
        junior_posts=_junior_posts(juniors, tree.names, {p.row.reference: p.unit for p in posts}),
        units=tree.units,
        problems=(*_by_row([*seniors.problems, *raised]), *juniors.problems),
        row_counts={"senior": seniors.row_count, "junior": juniors.row_count},
        fte={"senior": _total(seniors.rows), "junior": _total(juniors.rows)},
    )


def _refuse_swapped(senior: Table) -> None:
    names = {plain(name) for name in senior.header}
    if plain("Reporting Senior Post") in names and plain("Post Unique Reference") not in names:
        raise FileRefused(SWAPPED)


def _columns(kind: Kind[RowT], table: Table, chosen: Matching | None) -> Matching:
    """The chosen columns, or those found by name; a refusal says which file it is about."""
    try:
        columns = match_columns(kind.columns, header=table.header) if chosen is None else chosen
        refuse_matching(kind.columns, header=table.header, matching=columns)
    except FileRefused as refused:
        raise FileRefused(f"{kind.name.capitalize()} posts: {refused.sentence}") from None
    return columns


def _known_posts(seniors: Checked[SeniorRow], table: Table, columns: Matching) -> KnownPosts:
    saved = frozenset(row.reference for row in seniors.rows)
    unsaved: dict[str, int] = {}
    for row in table.rows:
        reference = row.cells[columns["reference"]].strip()
        if reference not in saved:
            unsaved.setdefault(reference, row.number)
    return KnownPosts(saved, unsaved)


def _posts(
    seniors: Checked[SeniorRow], names: Mapping[str, str], managers: Mapping[str, str]
) -> tuple[Post, ...]:
    return tuple(
        Post(row, names.get(unit_key(row.unit), ROOT), managers.get(row.reference, ""))
        for row in seniors.rows
    )


def _junior_posts(
    juniors: Checked[JuniorRow], names: Mapping[str, str], unit_of: Mapping[str, str]
) -> tuple[JuniorPosts, ...]:
    """Posts counted without a unit belong to the unit of the post they are counted below."""
    alike: Counter[tuple[str, ...]] = Counter()
    junior_posts = []
    for row in juniors.rows:
        unit = names.get(unit_key(row.unit), unit_of[row.reporting_post])
        likeness = (unit, row.reporting_post, row.grade, row.title, row.profession)
        alike[likeness] += 1
        junior_posts.append(JuniorPosts(row, unit, alike[likeness]))
    return tuple(junior_posts)


def _by_row(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.row)


def _total(rows: Iterable[SeniorRow | JuniorRow]) -> Decimal:
    return sum((row.fte for row in rows if row.fte is not None), Decimal(0))
