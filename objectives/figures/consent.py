"""Whether a whole team stands behind its words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from objectives.figures.agreement import ACCEPTING, CONCERN

HALF, THREE_QUARTERS = 0.5, 0.75
SMALL = 5  # a team of fewer is told met or not met, and no numbers


@dataclass(frozen=True, kw_only=True)
class Consent:
    """How a team answered: at least half of those asked, three quarters of them in favour
    (domain.md M4: r = replies / asked, y = accepting / replies)."""

    asked: int
    replied: int
    accepting: int
    concerned: int

    @property
    def is_met(self) -> bool:
        if not self.replied:
            return False
        enough = self.replied >= HALF * self.asked
        return enough and self.accepting >= THREE_QUARTERS * self.replied

    @property
    def is_small(self) -> bool:
        return self.asked < SMALL


def consent_of(responses: Collection[str]) -> Consent:
    """From one response for each person asked; "" for who has not answered."""
    given = [response for response in responses if response]
    return Consent(
        asked=len(responses),
        replied=len(given),
        accepting=sum(response in ACCEPTING for response in given),
        concerned=given.count(CONCERN),
    )
