from datetime import UTC, date, datetime, timedelta

import pytest

from tests.ui.pages import drawn
from ui import wording

WINTER_MORNING = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def test_dates_and_times_are_written_as_nhs_pages_do() -> None:
    assert wording.in_words(date(2026, 11, 6)) == "6 November 2026"
    assert wording.in_short(date(2026, 11, 6)) == "6 Nov 2026"
    assert wording.moment_in_words(WINTER_MORNING) == "26 November 2026 at 9:30am"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [(0, 0, "midnight"), (12, 0, "midday"), (0, 5, "12:05am"), (17, 0, "5pm"), (12, 1, "12:01pm")],
)
def test_times_are_said_the_way_people_say_them(hour: int, minute: int, said: str) -> None:
    assert wording.clock_time(datetime(2026, 1, 5, hour, minute, tzinfo=UTC)) == said


def test_a_moment_is_told_in_the_time_of_the_place() -> None:
    late_on_a_summer_evening = datetime(2026, 7, 31, 23, 30, tzinfo=UTC)

    assert wording.moment_in_words(late_on_a_summer_evening) == "1 August 2026 at 12:30am"


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (timedelta(minutes=59), "less than an hour"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47), "1 day"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=13), "13 days"),
        (timedelta(days=21), "3 weeks"),
    ],
)
def test_waiting_is_said_in_the_largest_unit_that_is_not_vague(gone: timedelta, said: str) -> None:
    assert wording.waited(WINTER_MORNING - gone, WINTER_MORNING) == said


def test_numbers_agree_with_their_nouns() -> None:
    assert wording.counted(1, "row") == "1 row"
    assert wording.counted(1240, "row") == "1,240 rows"
    assert wording.counted(2, "person", "people") == "2 people"
    assert [wording.listed(list("abc")[:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_templates_say_it_the_same_way() -> None:
    source = (
        "{{ now|nhs_date }} {{ now|nhs_time }} {{ n|counted:'person,people' }} {{ n|numbered }}"
    )

    assert drawn(source, now=WINTER_MORNING, n=2000) == (
        "26 November 2026 9:30am 2,000 people 2,000"
    )
    assert drawn("{{ x|nhs_date }}{{ x|nhs_datetime }}{{ x|waiting:x }}", x=None) == ""
