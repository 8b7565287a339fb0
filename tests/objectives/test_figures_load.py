from __future__ import annotations

import pytest

from objectives.figures.load import (
    Carried,
    Limits,
    one_more_is_over,
    over,
    resting_on_one,
    sole_holders,
)


def test_a_team_is_over_a_limit_only_with_more_than_it() -> None:
    limits = Limits(team_objectives=2).of_team()

    assert over(Carried(objectives=2, promises=5), limits) == []
    assert over(Carried(objectives=3, promises=6), limits) == [
        "3 open objectives, where 2 are meant to be the most",
        "6 promises to keep, where 5 are meant to be the most",
    ]


def test_kinds_are_never_added_up() -> None:
    assert over(Carried(objectives=5, roles=3, check_ins=5), Limits().of_person()) == []


@pytest.mark.parametrize(("number", "warns"), [(5, False), (6, False), (7, True), (8, True)])
def test_one_more_is_warned_of_before_it_is_added(number: int, warns: bool) -> None:
    assert one_more_is_over(number, most=7) is warns


def test_what_one_alone_holds_rests_on_it_and_what_nobody_holds_on_nobody() -> None:
    held = {"safe": [4, 4], "fair": [4, 5], "kind": []}

    assert resting_on_one(held) == {"safe": 4}


def test_a_post_is_sole_where_one_of_several_people_holds_it() -> None:
    places = [(1, "Manager"), (2, "Nurse"), (3, "Nurse"), (4, "")]

    assert sole_holders(places) == {"Manager": 1}
    assert sole_holders([(1, "Manager"), (1, "Nurse")]) == {}
