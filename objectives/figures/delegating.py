"""How long somebody may answer in another's place, and who is independent of whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

AT_MOST = timedelta(days=90)


def trouble_with_days(*, starts_on: date, ends_on: date, today: date) -> tuple[str, str] | None:
    """What is wrong with the days of a delegation, and the field it is about."""
    if starts_on < today:
        return "starts_on", "Enter today or a day that is still to come"
    if ends_on < starts_on:
        return "ends_on", "Enter a last day that is not before the first"
    if ends_on - starts_on > AT_MOST:
        return "ends_on", f"Enter a last day within {AT_MOST.days} days of the first"
    return None


def independent_of(
    people: frozenset[int],
    *,
    in_own_right: frozenset[int],
    standing_in: Mapping[int, int],
) -> frozenset[int]:
    """Who of a side can answer without these people having a hand in it: neither one of them
    nor somebody who speaks in the place of one of them. `standing_in` goes by delegate."""
    delegates = {delegate for delegate, leader in standing_in.items() if leader not in people}
    return (in_own_right | delegates) - people
