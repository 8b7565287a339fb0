import pytest

from reports.figures.chains import Rung, broken_rungs, rungs_by_child

PRIORITY = 100


def up(
    link: int, child: int, parent: int, state: str = "accepted", parent_state: str = "live"
) -> Rung:
    """A link to another objective, or from 100 up to a priority."""
    if parent >= PRIORITY:
        return Rung(link=link, child=child, parent_priority=parent, state=state)
    return Rung(
        link=link, child=child, parent_objective=parent, state=state, parent_state=parent_state
    )


def broken(*rungs: Rung, objective: int = 1) -> list[int] | None:
    found = broken_rungs(objective, rungs_by_child(rungs), priorities={PRIORITY})
    return None if found is None else [rung.link for rung in found]


@pytest.mark.parametrize("state", ["proposed", "stale_too_long"])
def test_a_link_that_does_not_count_breaks_the_chain(state: str) -> None:
    assert broken(up(1, 1, 2), up(2, 2, PRIORITY, state)) == [2]


def test_an_objective_that_is_not_in_force_breaks_it_too() -> None:
    assert broken(up(1, 1, 2, parent_state="proposed"), up(2, 2, PRIORITY)) == [1]


def test_a_stale_link_counts_for_a_while() -> None:
    assert broken(up(1, 1, PRIORITY, "stale")) == []


def test_of_two_ways_the_one_nearest_to_whole_is_told() -> None:
    rungs = [
        up(1, 1, 2, "proposed", "draft"),
        up(2, 2, PRIORITY),
        up(3, 1, 3),
        up(4, 3, 4),
        up(5, 4, PRIORITY, "proposed"),
    ]

    assert broken(*rungs) == [5]


def test_all_that_is_broken_on_the_way_is_told_from_the_bottom() -> None:
    assert broken(up(1, 1, 2, "proposed"), up(2, 2, PRIORITY, "proposed")) == [1, 2]


def test_there_is_no_way_through_what_was_withdrawn_or_to_what_is_not_in_force() -> None:
    assert broken(up(1, 1, 2, parent_state="withdrawn"), up(2, 2, PRIORITY)) is None
    assert broken(up(1, 1, PRIORITY + 1)) is None
    assert broken() is None


def test_links_in_a_ring_are_followed_once() -> None:
    assert broken(up(1, 1, 2), up(2, 2, 1)) is None
