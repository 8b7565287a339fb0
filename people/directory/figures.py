"""What a board should be warned of. It is told, never stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

CHAIR = "chair"
NON_EXECUTIVE = "non_executive_director"
NOT_TOO_LONG = (CHAIR, NON_EXECUTIVE, "associate_non_executive_director")
REVIEW_AFTER_YEARS = 6
AT_MOST_YEARS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFact:
    name: str
    seat: str
    is_voting: bool
    is_independent: bool
    started_on: date


def warnings(seats: Sequence[SeatFact], *, today: date) -> list[str]:
    """In words: no chair, too few independent, too long on the board."""
    if not seats:
        return []
    found = [] if any(seat.seat == CHAIR for seat in seats) else ["Nobody chairs the board."]
    return found + _too_few_independent(seats) + _too_long(seats, today)


def full_years(start: date, today: date) -> int:
    """Anniversaries passed; one of 29 February is passed on 1 March."""
    has_come_round = (today.month, today.day) >= (start.month, start.day)
    return today.year - start.year - (0 if has_come_round else 1)


def _too_few_independent(seats: Sequence[SeatFact]) -> list[str]:
    others = [seat for seat in seats if seat.is_voting and seat.seat != CHAIR]
    independent = [s for s in others if s.seat == NON_EXECUTIVE and s.is_independent]
    if not others or 2 * len(independent) >= len(others):
        return []
    return [
        f"{len(independent)} of the {len(others)} voting members, the chair aside, are independent "
        "non-executive directors: fewer than half."
    ]


def _too_long(seats: Sequence[SeatFact], today: date) -> list[str]:
    return [
        sentence
        for seat in seats
        if seat.seat in NOT_TOO_LONG
        for sentence in _about_years(seat.name, full_years(seat.started_on, today))
    ]


def _about_years(name: str, years: int) -> list[str]:
    if years >= AT_MOST_YEARS:
        return [f"{name} has sat on the board for {years} years: nine is the most advised."]
    if years >= REVIEW_AFTER_YEARS:
        return [f"{name} has sat on the board for {years} years: staying on needs a full review."]
    return []
