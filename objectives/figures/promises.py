"""What a promise can become, who may say so, and when somebody waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from objectives.figures.agreement import OWNER, PARENT


class Turn(StrEnum):
    PROMISE = "promise"
    DECLINE = "decline"
    OFFER = "offer"  # another date
    TAKE = "take"  # the other date
    HOLD = "hold"  # to the date promised before
    KEEP = "keep"
    BREAK = "break"
    LAPSE = "lapse"


# By state: who may take which turn, and what it leads to. Whoever needs it says it was kept.
TURNS: Mapping[str, Mapping[Turn, tuple[str, str]]] = {
    "asked": {
        Turn.PROMISE: (PARENT, "made"),
        Turn.DECLINE: (PARENT, "declined"),
        Turn.LAPSE: (OWNER, "lapsed"),
    },
    "made": {
        Turn.OFFER: (PARENT, "moving"),
        Turn.BREAK: (PARENT, "broken"),
        Turn.KEEP: (OWNER, "kept"),
        Turn.LAPSE: (OWNER, "lapsed"),
    },
    "moving": {
        Turn.TAKE: (OWNER, "made"),
        Turn.HOLD: (OWNER, "made"),
        Turn.BREAK: (PARENT, "broken"),
        Turn.KEEP: (OWNER, "kept"),
        Turn.LAPSE: (OWNER, "lapsed"),
    },
    "broken": {
        Turn.PROMISE: (PARENT, "made"),
        Turn.KEEP: (OWNER, "kept"),
        Turn.LAPSE: (OWNER, "lapsed"),
    },
}


def turns_open(state: str, *, parties: frozenset[str]) -> frozenset[Turn]:
    """What somebody who speaks for these sides may do about a promise in this state."""
    return frozenset(turn for turn, (party, _) in TURNS.get(state, {}).items() if party in parties)


def party_of(state: str, turn: Turn) -> str:
    """Whose turn it is: the side that gives, or the one that needs."""
    return TURNS[state][turn][0]


def promise_after(state: str, turn: Turn, *, due_on: date | None, today: date) -> str | None:
    """The state a turn leads to; none where it may not be taken. Kept after its day is kept
    late."""
    found = TURNS.get(state, {}).get(turn)
    if found is None:
        return None
    is_late = due_on is not None and today > due_on
    return "kept_late" if found[1] == "kept" and is_late else found[1]


def is_broken(state: str, *, due_on: date | None, today: date) -> bool:
    """Said to be broken, or not kept by its day."""
    is_overdue = due_on is not None and today > due_on
    return state == "broken" or (state in ("made", "moving") and is_overdue)


def is_waited_for(state: str, *, due_on: date | None, today: date) -> bool:
    """Whoever needs it can do no more: it is unanswered, or was not kept by its day."""
    return state == "asked" or is_broken(state, due_on=due_on, today=today)
