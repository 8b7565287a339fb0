"""What the coverage page says in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from objectives.models import ExpectedContribution
from reports.figures.part import Widest, thinnest_priority
from reports.queries.called import UnitName
from reports.queries.coverage import CoveragePage, PriorityTotal
from reports.queries.gaps import GapPage
from reports.wording.numbers import difference, percent, quoted, sentence, so_many
from ui.wording import counted, listed
from ui.wording import in_words as day_in_words

LIST_AT_MOST = 160


def coverage_finding(page: CoveragePage) -> str:
    """The widest gap first, in one sentence or two."""
    if not any(total.expected for total in page.totals):
        return "No unit here has been asked to serve a priority yet, so no gap can be shown."
    if page.widest is not None:
        return _gap_sentence(page, page.widest)
    row = thinnest_priority(page.part)
    if row is None:
        return "Every unit that was asked has an objective for each priority."
    total = page.totals[page.order.index(row)]
    return (
        "Each part has an objective for every priority asked of it. "
        f"{quoted(total.priority.title)} has come to the fewest of the units asked: "
        f"{total.covered:,} of {total.expected:,}."
    )


def _gap_sentence(page: CoveragePage, widest: Widest) -> str:
    unit = page.unit_at(widest.place).name
    rows = zip(page.order, page.priorities, strict=True)
    titles = [quoted(priority.title) for row, priority in rows if row in widest.priorities]
    if len(titles) == 1:
        said = f"{titles[0]} has no objective in {unit}"
    else:
        said = f"{so_many(len(titles), 'priority', 'priorities')} have no objective in {unit}"
        if len(listed(titles)) <= LIST_AT_MOST:
            said += f": {listed(titles)}"
    if not widest.others:
        return sentence(said)
    have = "has a gap" if widest.others == 1 else "have gaps"
    kind = kind_of_all(page.children).lower()
    others = so_many(widest.others, f"other {kind}", f"other {kind}s")
    return f"{sentence(said)} {sentence(f'{others} {have} too')}"


def kind_of_all(units: Iterable[UnitName]) -> str:
    """Division, where all are divisions; otherwise a word that fits any of them."""
    kinds = {unit.kind for unit in units}
    return kinds.pop() if len(kinds) == 1 and kinds != {""} else "Unit"


def change_sentence(page: CoveragePage, earlier_as_of: datetime) -> str:
    """How many gaps have closed and opened since an earlier run."""
    since = f"Since {day_in_words(earlier_as_of)}"
    if page.change is None:
        return f"{since} nothing can be compared: this unit was not counted then."
    closed = so_many(page.change.closed, "gap has closed", "gaps have closed")
    opened = so_many(page.change.opened, "gap has opened", "gaps have opened")
    return sentence(f"{since} {closed} and {opened}")


def total_change(total: PriorityTotal) -> str:
    """How many more or fewer units a priority has come to."""
    if total.covered_before is None:
        return "new"
    change = difference(total.covered, total.covered_before)
    if total.expected == total.expected_before:
        return change
    asked = difference(total.expected, total.expected_before)
    return f"{change}, {asked} asked"


def cell_note(now: int, before: int) -> str:
    """What a cell adds when tables are compared; nothing where nothing has changed."""
    if before < 0:
        return "new"
    return "" if max(now, 0) == before else difference(max(now, 0), before)


def units_hint(unit: UnitName, *, units: int, gaps: int) -> str:
    """What lies below a unit, and how much of it was asked in vain."""
    if not units:
        return "Closed" if unit.is_closed else ""
    return f"{units:,} below, {counted(gaps, 'gap') if gaps else 'no gaps'}"


def sight_sentence(sight: dict[str, Any]) -> str:
    """People with a line of sight, with what they are counted out of."""
    if not sight["in_scope"]:
        return "Nobody has a unit of their own yet, so nobody can be counted."
    return (
        f"{sight['connected']:,} of {sight['in_scope']:,} people ({percent(sight['rate'])}): "
        "an objective of their own unit, or one they answer for, reaches a priority."
    )


EXPECTED_WORDS = {
    ExpectedContribution.Expectation.REQUIRED: "The Board requires this unit to contribute.",
    ExpectedContribution.Expectation.INVITED: "The Board has invited this unit to contribute.",
    ExpectedContribution.Expectation.NOT_EXPECTED: "The Board does not expect this unit to "
    "contribute.",
}


def gap_heading(page: GapPage) -> str:
    """Whether there is a gap, in the words of the table that led here."""
    title, unit = quoted(page.priority.title), page.unit.name
    if page.objectives:
        said = so_many(page.objectives, "agreed objective")
        serve = "serves" if page.objectives == 1 else "serve"
        return f"{said[:1].upper()}{said[1:]} in {unit} {serve} {title}"
    return f"{title} has no agreed objective in {unit}"


def expectation_words(page: GapPage) -> str:
    if page.expectation:
        return EXPECTED_WORDS[ExpectedContribution.Expectation(page.expectation)]
    if page.gaps_below:
        return "Nothing was asked of this unit itself, but units below it were asked."
    return "Nothing was asked of this unit. It may still choose to contribute."
