"""What the page of one priority says in sentences."""

from __future__ import annotations

from reports.queries.reach import ReachPage
from reports.wording.numbers import quoted, sentence, so_many


def reach_finding(page: ReachPage) -> str:
    """How far the priority has come, here or in the part that was opened."""
    spread, title = page.spread, quoted(page.priority.title)
    if not spread.objectives:
        where = f" in {page.opened.name}" if page.opened else ""
        return f"Nothing{where} serves {title} yet."
    objectives = so_many(spread.objectives, "objective")
    where = f"in and above {page.opened.name}" if page.opened else _in_units(spread.units)
    serve = "serves" if spread.objectives == 1 else "serve"
    return sentence(f"{objectives} {where} {serve} {title}")


def _in_units(units: int) -> str:
    return f"in {so_many(units, 'unit')}"
