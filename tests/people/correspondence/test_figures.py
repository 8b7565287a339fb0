from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest

from people.correspondence.figures import (
    TRIES_AT_MOST,
    is_digest_time,
    is_quiet,
    leaves_at,
    wait_after,
)

EVENING, MORNING = time(19), time(7)
MONDAY = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "since", "until", "quiet"),
    [
        (time(18, 59), EVENING, MORNING, False),
        (EVENING, EVENING, MORNING, True),
        (time(3), EVENING, MORNING, True),
        (MORNING, EVENING, MORNING, False),
        (time(9), time(8), time(16), True),  # somebody on nights sleeps in the day
        (time(17), time(8), time(16), False),
        (time(3), MORNING, MORNING, False),  # none
    ],
)
def test_quiet_hours_may_go_over_midnight(at: time, since: time, until: time, quiet: bool) -> None:
    assert is_quiet(at, since=since, until=until) is quiet


@pytest.mark.parametrize(
    ("hour", "leaves"), [(12, MONDAY.replace(hour=12)), (3, MONDAY.replace(hour=7))]
)
def test_a_letter_leaves_now_or_when_the_quiet_hours_end(hour: int, leaves: datetime) -> None:
    assert leaves_at(MONDAY.replace(hour=hour), since=EVENING, until=MORNING) == leaves


def test_in_the_evening_that_is_the_next_morning() -> None:
    leaves = leaves_at(MONDAY.replace(hour=20, minute=15), since=EVENING, until=MORNING)

    assert leaves == MONDAY + timedelta(days=1, hours=7)


def test_waits_grow_and_stay_within_three_days_or_so() -> None:
    waits = [wait_after(tries) for tries in range(1, TRIES_AT_MOST)]

    assert waits == sorted(waits)
    assert timedelta(days=2) < sum(waits, timedelta()) < timedelta(days=4)


@pytest.mark.parametrize(
    ("day", "hour", "is_time"), [(0, 7, False), (0, 8, True), (0, 20, True), (1, 8, False)]
)
def test_a_digest_is_due_from_eight_on_its_day(day: int, hour: int, is_time: bool) -> None:
    assert is_digest_time(MONDAY.replace(hour=hour), day=day) is is_time


def test_never_is_never() -> None:
    assert not is_digest_time(MONDAY.replace(hour=9), day=None)
