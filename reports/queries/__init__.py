"""Reads about reports. Pages read what runs stored, and cost the same number of queries at any
size of the organisation."""

from reports.queries.documents import document, names
from reports.queries.runs import current_cycle, cycle_named

__all__ = ["current_cycle", "cycle_named", "document", "names"]
