"""What a thing asked of another team can become, and who may say so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from objectives.figures.agreement import OWNER

ASKED = "asked_unit"  # the side that was asked


class Turn(StrEnum):
    YES = "yes"
    NO = "no"
    DONE = "done"
    DROP = "drop"


# By state: who may take which turn, and what it leads to. Whoever needs it says it is done.
TURNS: Mapping[str, Mapping[Turn, tuple[str, str]]] = {
    "asked": {
        Turn.YES: (ASKED, "yes"),
        Turn.NO: (ASKED, "no"),
        Turn.DROP: (OWNER, "dropped"),
    },
    "yes": {
        Turn.YES: (ASKED, "yes"),  # by another day
        Turn.NO: (ASKED, "no"),
        Turn.DONE: (OWNER, "done"),
        Turn.DROP: (OWNER, "dropped"),
    },
    "no": {
        Turn.YES: (ASKED, "yes"),
        Turn.DONE: (OWNER, "done"),  # what was offered instead did it
        Turn.DROP: (OWNER, "dropped"),
    },
}


def turns_open(state: str, *, parties: frozenset[str]) -> frozenset[Turn]:
    """What somebody who speaks for these sides may say in this state."""
    return frozenset(turn for turn, (party, _) in TURNS.get(state, {}).items() if party in parties)


def state_after(state: str, turn: Turn) -> str | None:
    """The state a turn leads to; none where it may not be taken."""
    found = TURNS.get(state, {}).get(turn)
    return found[1] if found else None


def days_waited(*, asked_at: datetime, answered_at: datetime | None, now: datetime) -> int:
    """Whole days from the question to the first answer, or to now while there is none."""
    return max(((answered_at or now) - asked_at).days, 0)
