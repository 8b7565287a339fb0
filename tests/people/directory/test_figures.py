from __future__ import annotations

from datetime import date

import pytest

from people.directory.figures import SeatFact, full_years, warnings

TODAY = date(2026, 11, 3)
RECENT = date(2025, 4, 1)


def seat(
    kind: str, *, name: str = "Somebody", independent: bool = False, started_on: date = RECENT
) -> SeatFact:
    return SeatFact(
        name=name,
        seat=kind,
        is_voting=kind != "non_voting_director",
        is_independent=independent,
        started_on=started_on,
    )


CHAIR = seat("chair")
EXECUTIVE = seat("executive_director")
INDEPENDENT = seat("non_executive_director", independent=True)


def test_a_board_in_order_is_warned_of_nothing() -> None:
    assert warnings([CHAIR, EXECUTIVE, INDEPENDENT], today=TODAY) == []


def test_an_empty_board_is_no_cause_for_warnings() -> None:
    assert warnings([], today=TODAY) == []


def test_a_board_without_a_chair_is_told() -> None:
    assert warnings([EXECUTIVE, INDEPENDENT], today=TODAY) == ["Nobody chairs the board."]


def test_too_few_independent_are_counted_among_those_who_vote_the_chair_aside() -> None:
    """Of 3 who vote beside the chair 1 is independent; the non-voting director does not count."""
    seats = [CHAIR, EXECUTIVE, EXECUTIVE, INDEPENDENT, seat("non_voting_director")]

    [sentence] = warnings(seats, today=TODAY)

    assert sentence.startswith("1 of the 3 voting members, the chair aside")


def test_a_non_executive_who_is_not_independent_does_not_count_as_such() -> None:
    seats = [CHAIR, EXECUTIVE, seat("non_executive_director")]

    assert len(warnings(seats, today=TODAY)) == 1


@pytest.mark.parametrize(
    ("started_on", "words"),
    [
        (date(2017, 11, 3), "9 years: nine is the most advised"),  # nine years to the day
        (date(2017, 11, 4), "8 years: staying on needs a full review"),
        (date(2020, 11, 3), "6 years: staying on needs a full review"),
        (date(2020, 11, 4), ""),
    ],
)
def test_long_years_on_the_board_are_told(started_on: date, words: str) -> None:
    ann = seat("non_executive_director", name="Ann", independent=True, started_on=started_on)

    found = warnings([CHAIR, INDEPENDENT, ann], today=TODAY)

    assert found == ([f"Ann has sat on the board for {words}."] if words else [])


def test_executives_may_stay() -> None:
    old = seat("executive_director", started_on=date(2000, 1, 1))

    assert warnings([CHAIR, INDEPENDENT, old], today=TODAY) == []


@pytest.mark.parametrize(
    ("start", "today", "years"),
    [
        (date(2020, 2, 29), date(2021, 2, 28), 0),
        (date(2020, 2, 29), date(2021, 3, 1), 1),
        (date(2026, 11, 3), date(2026, 11, 3), 0),
    ],
)
def test_years_are_full_ones(start: date, today: date, years: int) -> None:
    assert full_years(start, today) == years
