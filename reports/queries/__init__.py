"""Reads about reports. Pages read what runs stored, and cost the same number of queries at any
size of the organisation."""

from reports.queries.documents import document, names
from reports.queries.runs import (
    Results,
    computed_runs,
    current_cycle,
    cycle_named,
    has_strategy_in_force,
    newest_figures,
    results,
    runs_visible,
    runs_with_figures,
)

__all__ = [
    "Results",
    "computed_runs",
    "current_cycle",
    "cycle_named",
    "document",
    "has_strategy_in_force",
    "names",
    "newest_figures",
    "results",
    "runs_visible",
    "runs_with_figures",
]
