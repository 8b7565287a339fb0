from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from objectives.figures import OWNER
from objectives.figures.dependencies import ASKED, TURNS, Turn, days_waited, state_after, turns_open

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_only_the_team_that_was_asked_answers() -> None:
    assert turns_open("asked", parties=frozenset({ASKED})) == {Turn.YES, Turn.NO}
    assert turns_open("asked", parties=frozenset({OWNER})) == {Turn.DROP}
    assert turns_open("yes", parties=frozenset({OWNER})) == {Turn.DONE, Turn.DROP}


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_over_stays_over(state: str) -> None:
    assert state not in TURNS
    assert all(state_after(state, turn) is None for turn in Turn)


def test_a_no_may_become_a_yes() -> None:
    assert state_after("no", Turn.YES) == "yes"


def test_days_are_counted_to_the_answer_or_to_now() -> None:
    later = NOON + timedelta(days=9)

    assert days_waited(asked_at=NOON, answered_at=None, now=later) == 9
    assert days_waited(asked_at=NOON, answered_at=NOON + timedelta(days=4), now=later) == 4
