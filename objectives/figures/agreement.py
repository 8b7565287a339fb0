"""The agreement machine: which answers stand, and what an objective's state becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

OWNER, PARENT = "owner", "parent_owner"
ACCEPT, CONCERN = "accept", "accept_with_concern"
CHALLENGE, DECLINE = "challenge", "decline"
ACCEPTING = frozenset({ACCEPT, CONCERN})
JOINT = "joint-"
STALLED_AFTER = timedelta(days=30)
"""Talk about the same words that has lasted this long has stalled (domain.md 3.4)."""


class Event(StrEnum):
    PROPOSED = "proposed"
    REWORDED_BY_OWNER = "reworded_by_owner"
    REWORDED_BY_PARENT = "reworded_by_parent"
    DECLINED = "declined"
    BOTH_ACCEPTED = "both_accepted"
    CYCLE_WENT_LIVE = "cycle_went_live"
    WITHDRAWN = "withdrawn"
    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"


MACHINE: Mapping[str, Mapping[Event, str]] = {
    "draft": {
        Event.REWORDED_BY_OWNER: "draft",
        Event.PROPOSED: "proposed",
        Event.WITHDRAWN: "withdrawn",
    },
    "proposed": {
        Event.REWORDED_BY_OWNER: "proposed",
        Event.REWORDED_BY_PARENT: "in_catchball",
        Event.DECLINED: "in_catchball",
        Event.BOTH_ACCEPTED: "agreed",
        Event.WITHDRAWN: "withdrawn",
    },
    "in_catchball": {
        Event.REWORDED_BY_OWNER: "proposed",
        Event.REWORDED_BY_PARENT: "in_catchball",
        Event.DECLINED: "in_catchball",
        Event.BOTH_ACCEPTED: "agreed",
        Event.WITHDRAWN: "withdrawn",
    },
    "agreed": {
        Event.REWORDED_BY_OWNER: "proposed",
        Event.CYCLE_WENT_LIVE: "live",
        Event.WITHDRAWN: "withdrawn",
    },
    "live": {
        Event.REWORDED_BY_OWNER: "proposed",
        Event.WITHDRAWN: "withdrawn",
        Event.ACHIEVED: "achieved",
        Event.PARTLY: "partly",
        Event.NOT_ACHIEVED: "not_achieved",
    },
}


def state_after(state: str, event: Event) -> str | None:
    """The state an event leads to; None where it may not happen."""
    return MACHINE.get(state, {}).get(event)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One side's answer to one version."""

    party: str
    response: str
    number: int


def standing_answers(*, floor: int, answers: Iterable[Answer]) -> dict[str, str]:
    """Each side's newest answer to the newest material version or a cosmetic one after it."""
    return {answer.party: answer.response for answer in answers if answer.number >= floor}


def all_accepted(standing: Mapping[str, str], *, parties: Iterable[str]) -> bool:
    """Agreed means: the owner's side, every joint owner's and the parent's accepted the same
    version. An acceptance with a concern is one."""
    return all(standing.get(party) in ACCEPTING for party in (OWNER, PARENT, *parties))


def joint_party(unit_id: int) -> str:
    """The side of another unit that owns an objective too."""
    return f"{JOINT}{unit_id}"


def joint_unit(party: str) -> int | None:
    """Which unit a joint owner's side is; none for the first owner and the side it serves."""
    return int(party.removeprefix(JOINT)) if party.startswith(JOINT) else None
