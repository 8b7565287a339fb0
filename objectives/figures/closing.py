"""When a year is closed: what is counted, about the work and never about a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ACHIEVED, PARTLY, NOT_ACHIEVED = "achieved", "partly", "not_achieved"
KEEP, CHANGE, STOP = "keep", "change", "stop"
GOES_ON = frozenset({KEEP, CHANGE})
SAID, SENT_BACK, CONFIRMED, TO_SAY = "said", "sent_back", "confirmed", "to_say"


def stage(*, is_said: bool, is_sent_back: bool, is_confirmed: bool) -> str:
    """How far the closing of one objective has come."""
    if is_confirmed:
        return CONFIRMED
    if is_sent_back:
        return SENT_BACK
    return SAID if is_said else TO_SAY


def may_take_back(*, is_confirmed: bool, edition: int) -> bool:
    """What was said for the first time, and not changed since, until the side above confirms."""
    return not is_confirmed and edition == 1


@dataclass(frozen=True, kw_only=True)
class HowFar:
    """Of the objectives that were agreed for a year, how many have come how far."""

    to_say: int
    said: int
    sent_back: int
    confirmed: int

    @property
    def of(self) -> int:
        return self.to_say + self.said + self.sent_back + self.confirmed

    @property
    def left(self) -> int:
        return self.of - self.confirmed


def how_far(stages: Iterable[str]) -> HowFar:
    counted = list(stages)
    return HowFar(
        to_say=counted.count(TO_SAY),
        said=counted.count(SAID),
        sent_back=counted.count(SENT_BACK),
        confirmed=counted.count(CONFIRMED),
    )
