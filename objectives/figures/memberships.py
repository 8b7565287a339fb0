"""How somebody comes into a network and leaves it: who says what, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Voice(StrEnum):
    SELF = "self"  # the person asked, or offering
    NETWORK = "network"  # who leads or sponsors the network
    LEADER = "leader"  # who leads the person's unit


class Turn(StrEnum):
    JOIN = "join"
    NO = "no"
    LEAVE = "leave"
    SPARE = "spare"  # their leader says that the hours can be spared


ALL = frozenset(Voice)
LEADER = frozenset({Voice.LEADER})

# By state: who may take which turn, and what it leads to. Sparing somebody changes no state.
TURNS: Mapping[str, Mapping[Turn, tuple[frozenset[Voice], str]]] = {
    "invited": {
        Turn.JOIN: (frozenset({Voice.SELF}), "in"),
        Turn.NO: (ALL, "declined"),
        Turn.SPARE: (LEADER, "invited"),
    },
    "offered": {
        Turn.JOIN: (frozenset({Voice.NETWORK}), "in"),
        Turn.NO: (ALL, "declined"),
        Turn.SPARE: (LEADER, "offered"),
    },
    "in": {
        Turn.LEAVE: (ALL, "left"),
        Turn.SPARE: (LEADER, "in"),
    },
}


def turns_open(state: str, *, voices: frozenset[Voice], is_spared: bool) -> frozenset[Turn]:
    """What somebody with these voices may say now; what was spared is not spared again."""
    return frozenset(
        turn
        for turn, (who, _) in TURNS.get(state, {}).items()
        if who & voices and not (turn == Turn.SPARE and is_spared)
    )


def state_after(state: str, turn: Turn) -> str | None:
    """The state a turn leads to; none where it may not be taken."""
    found = TURNS.get(state, {}).get(turn)
    return found[1] if found else None
