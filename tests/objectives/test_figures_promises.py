from __future__ import annotations

from datetime import date

import pytest

from objectives.figures.promises import (
    TURNS,
    Turn,
    is_broken,
    is_waited_for,
    promise_after,
    turns_open,
)
from objectives.models import Promise

DUE, BEFORE, AFTER = date(2026, 6, 1), date(2026, 5, 31), date(2026, 6, 2)
OWNER, PARENT = frozenset({"owner"}), frozenset({"parent_owner"})


@pytest.mark.parametrize(
    ("state", "party", "turns"),
    [
        ("asked", PARENT, {"promise", "decline"}),
        ("asked", OWNER, {"lapse"}),
        ("made", PARENT, {"offer", "break"}),
        ("made", OWNER, {"keep", "lapse"}),
        ("moving", OWNER, {"take", "hold", "keep", "lapse"}),
        ("moving", PARENT, {"break"}),
        ("broken", PARENT, {"promise"}),
        ("kept", OWNER | PARENT, set()),
        ("declined", OWNER | PARENT, set()),
        ("asked", frozenset(), set()),
    ],
)
def test_each_side_has_its_own_turns(state: str, party: frozenset[str], turns: set[str]) -> None:
    assert turns_open(state, parties=party) == turns


@pytest.mark.parametrize(
    ("today", "state"), [(BEFORE, "kept"), (DUE, "kept"), (AFTER, "kept_late")]
)
def test_a_promise_kept_after_its_day_is_kept_late(today: date, state: str) -> None:
    assert promise_after("made", Turn.KEEP, due_on=DUE, today=today) == state


def test_what_is_over_stays_over() -> None:
    for state in ("kept", "kept_late", "declined", "lapsed"):
        assert all(promise_after(state, turn, due_on=DUE, today=DUE) is None for turn in Turn)


def test_every_turn_leads_to_a_state_there_is() -> None:
    led_to = {state for turns in TURNS.values() for _, state in turns.values()}

    assert led_to <= set(Promise.State.values)


@pytest.mark.parametrize(
    ("state", "due", "broken", "waited"),
    [
        ("asked", None, False, True),
        ("made", DUE, False, False),
        ("made", BEFORE, True, True),
        ("moving", BEFORE, True, True),
        ("broken", AFTER, True, True),
        ("kept_late", BEFORE, False, False),
        ("declined", None, False, False),
    ],
)
def test_a_promise_not_kept_by_its_day_is_broken(
    state: str, due: date | None, broken: bool, waited: bool
) -> None:
    assert is_broken(state, due_on=due, today=DUE) == broken
    assert is_waited_for(state, due_on=due, today=DUE) == waited
