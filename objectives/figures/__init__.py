"""Arithmetic of objectives: nothing here knows a database or a page."""

from objectives.figures.agreement import (
    ACCEPT,
    ACCEPTING,
    CHALLENGE,
    CONCERN,
    DECLINE,
    JOINT,
    MACHINE,
    OWNER,
    PARENT,
    STALLED_AFTER,
    Answer,
    Event,
    all_accepted,
    joint_party,
    joint_unit,
    standing_answers,
    state_after,
)
from objectives.figures.naming import next_ref, year_of

__all__ = [
    "ACCEPT",
    "ACCEPTING",
    "CHALLENGE",
    "CONCERN",
    "DECLINE",
    "JOINT",
    "MACHINE",
    "OWNER",
    "PARENT",
    "STALLED_AFTER",
    "Answer",
    "Event",
    "all_accepted",
    "joint_party",
    "joint_unit",
    "next_ref",
    "standing_answers",
    "state_after",
    "year_of",
]
