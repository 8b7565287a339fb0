"""Arithmetic of objectives: nothing here knows a database or a page."""

from objectives.figures.agreement import (
    ACCEPT,
    DECLINE,
    MACHINE,
    OWNER,
    PARENT,
    Answer,
    Event,
    both_accepted,
    standing_answers,
    state_after,
)
from objectives.figures.naming import next_ref, year_of

__all__ = [
    "ACCEPT",
    "DECLINE",
    "MACHINE",
    "OWNER",
    "PARENT",
    "Answer",
    "Event",
    "both_accepted",
    "next_ref",
    "standing_answers",
    "state_after",
    "year_of",
]
