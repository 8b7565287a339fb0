"""Two objectives that pull against each other: what may be said, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Turn(StrEnum):
    TALK = "talk"
    SETTLE = "settle"
    ACCEPT = "accept"  # as it is: both stand, and everybody knows


# By state: what a turn leads to. A conflict that is over stays on both pages as it ended.
TURNS: Mapping[str, Mapping[Turn, str]] = {
    "raised": {Turn.TALK: "discussed", Turn.SETTLE: "resolved", Turn.ACCEPT: "accepted"},
    "discussed": {Turn.TALK: "discussed", Turn.SETTLE: "resolved", Turn.ACCEPT: "accepted"},
}
OPEN = tuple(TURNS)


def state_after(state: str, turn: Turn) -> str | None:
    """The state a turn leads to; none where it may not be taken."""
    return TURNS.get(state, {}).get(turn)


def turns_open(state: str, *, is_side: bool, raised_it: bool) -> frozenset[Turn]:
    """Both sides talk and end it; whoever raised it may go on talking."""
    open_to_all = frozenset(TURNS.get(state, {}))
    if is_side:
        return open_to_all
    return open_to_all & {Turn.TALK} if raised_it else frozenset()
