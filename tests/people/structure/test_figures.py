from __future__ import annotations

from people.structure.figures import (
    UnitFact,
    in_reading_order,
    people_with_below,
    tree_lines,
)


def fact(number: int, parent: int | None, name: str, people: int = 0) -> UnitFact:
    return UnitFact(
        id=number, parent_id=parent, name=name, code=str(number), kind="Team", people=people
    )


# Board (1 person) > Medicine (2) > Ward 9 (4); Board > Alpha (8)
UNITS = [
    fact(3, 2, "Ward 9", 4),
    fact(2, 1, "medicine", 2),
    fact(1, None, "Board", 1),
    fact(4, 1, "Alpha", 8),
]


def test_a_unit_comes_before_its_own_and_those_go_by_name() -> None:
    order = [(unit.name, depth) for unit, depth in in_reading_order(UNITS)]

    assert order == [("Board", 0), ("Alpha", 1), ("medicine", 1), ("Ward 9", 2)]


def test_a_unit_whose_parent_is_left_out_stands_at_the_top() -> None:
    assert in_reading_order(UNITS[:2]) == [(UNITS[1], 0), (UNITS[0], 1)]


def test_people_of_a_unit_include_all_below_it() -> None:
    assert people_with_below(UNITS) == {1: 15, 2: 6, 3: 4, 4: 8}


def test_lists_open_and_end_in_pairs() -> None:
    lines = tree_lines(UNITS, at_most=100)

    assert [(line.unit.id, line.opens, len(line.endings)) for line in lines] == [
        (1, True, 0),
        (4, False, 0),
        (2, True, 0),
        (3, False, 2),
    ]
    assert sum(line.opens for line in lines) == sum(len(line.endings) for line in lines)


def test_a_large_tree_is_cut_below_the_last_level_that_fits() -> None:
    lines = tree_lines(UNITS, at_most=3)

    assert [(line.unit.id, line.units_within, line.opens) for line in lines] == [
        (1, 2, True),
        (4, 0, False),
        (2, 1, False),
    ]
    assert lines[0].people == 15


def test_two_levels_are_shown_however_many_they_are() -> None:
    lines = tree_lines(UNITS, at_most=1)

    assert [line.unit.id for line in lines] == [1, 4, 2]


def test_no_units_make_no_lines() -> None:
    assert tree_lines([], at_most=10) == []
