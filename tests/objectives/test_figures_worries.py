from __future__ import annotations

import pytest

from objectives.figures.worries import ENOUGH, how_many, shown, to_answer


def test_nothing_goes_up_below_the_floor() -> None:
    assert shown(answered=10, floor=11, named={"time": 10}) == {}
    assert shown(answered=11, floor=11, named={"time": 10}) == {"time": "most"}


def test_a_theme_goes_up_only_where_enough_named_it() -> None:
    found = shown(answered=20, floor=11, named={"time": 4, "staff": 5, "skills": 9, "harm": 1})

    assert found == {"skills": "many", "staff": "some"}


@pytest.mark.parametrize(
    ("count", "said"), [(5, "some"), (10, "some"), (11, "many"), (20, "many"), (21, "most")]
)
def test_how_many_is_said_in_words_too_broad_to_count_by(count: int, said: str) -> None:
    assert how_many(count, of=30) == said


def test_that_nothing_worries_them_needs_no_answer() -> None:
    assert to_answer({"none": "most", "time": "some"}) == ["time"]


def test_nobody_alone_ever_goes_up() -> None:
    for answered in range(40):
        for count in range(answered + 1):
            found = shown(answered=answered, floor=11, named={"time": count})

            assert (found == {}) is (answered < 11 or count < ENOUGH)
            assert not any(character.isdigit() for words in found.values() for character in words)
