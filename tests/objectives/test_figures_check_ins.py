from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from objectives.figures.check_ins import (
    ASKED_BEFORE,
    RHYTHM,
    due_at,
    has_fallen,
    in_figures,
    may_undo,
    run_of,
    stand,
)

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def days(number: float) -> datetime:
    return NOON - timedelta(days=number)


@pytest.mark.parametrize("confidence", [1, 2, 3, 4, 5])
def test_a_word_holds_for_its_rhythm_and_not_a_moment_longer(confidence: int) -> None:
    held = stand(confidence=confidence, said_at=NOON - RHYTHM, begun_at=days(90), now=NOON)
    past = NOON - RHYTHM - timedelta(seconds=1)
    stale = stand(confidence=confidence, said_at=past, begun_at=days(90), now=NOON)

    assert (held.confidence, held.is_silent) == (confidence, False)
    assert (stale.confidence, stale.is_silent, stale.silent_days) == (None, True, 30)


def test_silence_is_counted_from_the_last_word() -> None:
    found = stand(confidence=5, said_at=days(43.5), begun_at=days(90), now=NOON)

    assert found.silent_days == 43


def test_without_any_word_silence_is_counted_from_the_beginning() -> None:
    young = stand(confidence=None, said_at=None, begun_at=days(3), now=NOON)
    old = stand(confidence=None, said_at=None, begun_at=days(50), now=NOON)

    assert (young.is_silent, young.confidence, young.is_due) == (False, None, False)
    assert (old.silent_days, old.is_due) == (50, True)


def test_a_new_word_is_asked_for_before_the_old_one_is_stale() -> None:
    said_at = NOON - RHYTHM + ASKED_BEFORE

    asked = stand(confidence=4, said_at=said_at, begun_at=days(90), now=NOON)
    early = timedelta(seconds=1)

    assert (asked.is_due, asked.confidence) == (True, 4)
    assert due_at(said_at=said_at, begun_at=days(90)) == NOON
    assert not stand(confidence=4, said_at=said_at + early, begun_at=days(90), now=NOON).is_due


def test_only_a_step_down_is_a_fall() -> None:
    assert has_fallen(before=4, now=3)
    assert not has_fallen(before=4, now=4)
    assert not has_fallen(before=3, now=5)
    assert not has_fallen(before=None, now=1)


def test_taking_back_ends_after_ten_minutes() -> None:
    assert may_undo(said_at=NOON - timedelta(minutes=10), now=NOON)
    assert not may_undo(said_at=NOON - timedelta(minutes=10, seconds=1), now=NOON)


def numbers(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_five_values_have_no_middle_yet() -> None:
    assert run_of(numbers(1, 2, 3, 4, 5)).middle is None


def test_the_median_comes_with_the_sixth_value() -> None:
    run = run_of(numbers(1, 2, 3, 4, 5, 6))

    assert (run.middle, run.side) == (Decimal("3.5"), "")


@pytest.mark.parametrize(
    ("values", "side", "length"),
    [
        ((1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9), "above", 6),
        ((9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1), "below", 6),
        ((9, 9, 9, 9, 9, 9, 1, 9, 1, 1, 1, 1), "", 0),
        ((1, 1, 1, 1, 1, 1, 5, 9, 9, 9, 9, 9, 9), "above", 6),
        ((4, 4, 4, 4, 4, 4), "", 0),
    ],
)
def test_six_in_a_row_on_one_side_are_a_run(
    values: tuple[float, ...], side: str, length: int
) -> None:
    run = run_of(numbers(*values))

    assert (run.side, run.length) == (side, length)


def test_figures_carry_no_needless_noughts() -> None:
    assert in_figures(Decimal("10.5000")) == "10.5"
    assert in_figures(Decimal("1200.0000")) == "1,200"
    assert in_figures(Decimal("0.0000")) == "0"
    assert in_figures(Decimal("-100")) == "-100"
