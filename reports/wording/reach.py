"""What the page of one priority says in sentences."""

from __future__ import annotations

from reports.queries.reach import ReachPage
from reports.wording.numbers import in_words, quoted, sentence, so_many


def reach_finding(page: ReachPage) -> str:
    """How far the priority has come, here or in the part that was opened."""
    spread, title = page.spread, quoted(page.priority.title)
    if not spread.objectives:
        where = f" in {page.opened.name}" if page.opened else ""
        return f"Nothing{where} serves {title} yet."
    objectives = so_many(spread.objectives, "objective")
    where = f"in and above {page.opened.name}" if page.opened else _in_units(spread.units)
    serve = "serves" if spread.objectives == 1 else "serve"
    said = sentence(f"{objectives} {where} {serve} {title}")
    return f"{said} {_agreed(page.agreed, of=spread.objectives)}"


def _agreed(agreed: int, *, of: int) -> str:
    if agreed == of:
        return "It is agreed." if of == 1 else "All of them are agreed."
    if not agreed:
        return "It is not agreed yet." if of == 1 else "None of them is agreed yet."
    return sentence(f"{in_words(agreed)} of them {'is' if agreed == 1 else 'are'} agreed")


def _in_units(units: int) -> str:
    return f"in {so_many(units, 'unit')}"
