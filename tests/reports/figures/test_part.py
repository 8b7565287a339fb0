"""The tree of the tests: a top A with B (and below it C, D) and E, in pre-order A B C D E."""

import numpy as np
import pytest

from reports.figures.cells import Cells
from reports.figures.columns import INVITED, NOT_EXPECTED, REQUIRED
from reports.figures.part import (
    GAP,
    NOT_ASKED,
    ONLY_INVITED,
    Part,
    changed,
    sliced,
    thinnest_priority,
    widest_gap,
)
from ui import tables

UNITS = [1, 2, 3, 4, 5]


def part(
    objectives: list[list[int]],
    expectations: list[list[int]],
    *,
    priorities: list[int] | None = None,
    units: list[int] = UNITS,
) -> Part:
    said = np.array(expectations)
    return Part(
        Cells(
            priorities=np.array(priorities or range(len(said))),
            is_required=np.any(said == REQUIRED, axis=1),
            units=np.array(units),
            sizes=np.array([5, 3, 1, 1, 1]),
            depths=np.array([3, 4, 5, 5, 4]),
            is_uncovered=np.zeros(5, dtype=bool),
            objectives=np.array(objectives),
            expectations=said,
        )
    )


NOTHING = [0, 0, 0, 0, 0]


def test_a_number_shows_whatever_was_asked() -> None:
    shown = part([[3, 2, 1, 1, 1]], [[0, NOT_EXPECTED, REQUIRED, 0, 0]]).shown

    assert shown.tolist() == [[3, 2, 1, 1, 1]]


def test_a_unit_is_a_gap_where_one_below_it_was_asked_in_vain() -> None:
    shown = part([NOTHING], [[0, 0, REQUIRED, INVITED, NOT_EXPECTED]]).shown

    assert shown.tolist() == [[GAP, GAP, GAP, ONLY_INVITED, NOT_ASKED]]


def test_where_none_is_required_an_invitation_is_what_was_asked() -> None:
    assert part([NOTHING], [[0, 0, INVITED, 0, 0]]).shown.tolist() == [
        [GAP, GAP, GAP, NOT_ASKED, NOT_ASKED]
    ]


def test_a_heat_table_has_the_same_codes() -> None:
    assert (GAP, NOT_ASKED, ONLY_INVITED) == (0, tables.NOT_EXPECTED, tables.INVITED)


def test_gaps_are_counted_over_all_that_is_below() -> None:
    two = part(
        [[1, 1, 1, 0, 0], NOTHING],
        [[0, 0, REQUIRED, REQUIRED, REQUIRED], [0, 0, REQUIRED, 0, 0]],
    )

    assert two.gaps_below.tolist() == [3, 2, 1, 1, 1]
    assert two.with_gaps == [2, 3, 4]
    assert (two.expected.tolist(), two.covered.tolist()) == ([3, 1], [1, 0])


def test_places_know_their_place() -> None:
    tree = part([NOTHING], [NOTHING])

    assert tree.children == [1, 4]
    assert [tree.above(place) for place in range(5)] == [0, 0, 1, 1, 0]
    assert [tree.depth(place) for place in range(5)] == [0, 1, 2, 2, 1]


def test_the_widest_gap_is_where_most_priorities_miss() -> None:
    asked = [[0, REQUIRED, 0, 0, REQUIRED]] * 3
    widest = widest_gap(part([[1, 1, 1, 0, 0], NOTHING, NOTHING], asked))

    assert widest is not None
    assert (widest.place, widest.priorities, widest.others) == (4, [0, 1, 2], 1)


def test_of_two_as_wide_the_one_asked_more_comes_first() -> None:
    widest = widest_gap(part([NOTHING], [[0, 0, REQUIRED, REQUIRED, REQUIRED]]))

    assert widest is not None
    assert (widest.place, widest.others) == (1, 1)


def test_without_a_gap_there_is_no_widest() -> None:
    assert widest_gap(part([[1, 1, 1, 0, 1]], [[0, 0, REQUIRED, REQUIRED, REQUIRED]])) is None


def test_a_unit_with_none_below_it_is_looked_at_itself() -> None:
    leaf = Part(
        Cells(
            priorities=np.array([1]),
            is_required=np.array([True]),
            units=np.array([9]),
            sizes=np.array([1]),
            depths=np.array([4]),
            is_uncovered=np.array([False]),
            objectives=np.array([[0]]),
            expectations=np.array([[REQUIRED]]),
        )
    )

    widest = widest_gap(leaf)

    assert widest is not None
    assert (widest.place, widest.others) == (0, 0)


def test_the_thinnest_priority_has_come_to_the_least_share() -> None:
    asked = [0, 0, REQUIRED, REQUIRED, REQUIRED]
    three = part([[2, 2, 1, 1, 1], [2, 2, 1, 1, 0], [1, 1, 1, 0, 0]], [asked] * 3)

    assert thinnest_priority(three) == 2
    assert thinnest_priority(part([[2, 2, 1, 1, 1]], [asked])) is None


def test_slices_are_the_lowest_units_with_breaks_between_parts() -> None:
    slices = sliced(part([NOTHING], [NOTHING]), at_most=10)

    assert slices.places.tolist() == [2, 3, 4]
    assert (slices.spans.tolist(), slices.breaks) == ([1, 1, 1], [2])


def test_too_many_slices_become_the_units_that_hold_them() -> None:
    slices = sliced(part([NOTHING], [NOTHING]), at_most=2)

    assert (slices.places.tolist(), slices.spans.tolist()) == ([1, 4], [2, 1])


def test_a_change_is_counted_by_unit_wherever_it_stands_now() -> None:
    asked = [[0, REQUIRED, REQUIRED, 0, 0]]
    before = part([[2, 2, 0, 0, 1]], asked, priorities=[7])
    now = part([[3, 0, 3, 0, 2]], asked, priorities=[7], units=[1, 2, 3, 8, 5])

    change = changed(now.cells, before.cells)

    assert change.before.tolist() == [[2, 2, 0, -1, 1]]
    assert (change.closed, change.opened) == (1, 1)


@pytest.mark.parametrize(("priorities", "units"), [([8], UNITS), ([7], [11, 12, 13, 14, 15])])
def test_what_was_not_counted_then_has_no_before(priorities: list[int], units: list[int]) -> None:
    asked = [[REQUIRED] * 5]
    now = part([NOTHING], asked, priorities=priorities, units=units)
    before = part([NOTHING], asked, priorities=[7])

    change = changed(now.cells, before.cells)

    assert change.before.tolist() == [[-1] * 5]
    assert (change.closed, change.opened) == (0, 0)
