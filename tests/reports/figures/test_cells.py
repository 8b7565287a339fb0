from collections.abc import Callable

import numpy as np
import pytest

from reports.figures.cells import BLOCK, Cells, StoredCells, UnitNotCounted, encode
from reports.figures.columns import INVITED, NOT_EXPECTED, REQUIRED
from reports.figures.forest import plant

PRIORITIES, UNITS = 3, 2 * BLOCK + 100
TABLES = ("objectives", "expectations", "covered", "expected", "gaps", "listed")
ROWS = ("units", "sizes", "depths", "is_uncovered")

ReadRows = Callable[[StoredCells, int], Cells]


@pytest.fixture(scope="module")
def cells() -> Cells:
    """Units in a tree of three to a parent, over more than two blocks."""
    chance = np.random.default_rng(1)
    ids = np.arange(1, UNITS + 1)
    forest = plant(unit_id=ids, unit_parent=(ids + 1) // 3)
    expectations = chance.integers(0, 4, (PRIORITIES, UNITS)).astype(np.int8)
    expectations[0] = np.minimum(expectations[0], INVITED)
    return Cells(
        priorities=np.array([11, 12, 19]),
        is_required=np.any(expectations == REQUIRED, axis=1),
        units=forest.ids,
        sizes=forest.sizes,
        depths=forest.depths,
        is_uncovered=chance.random(UNITS) < 0.5,
        objectives=forest.below(chance.integers(0, 2, (PRIORITIES, UNITS))),
        expectations=expectations,
    )


@pytest.fixture(scope="module")
def stored(cells: Cells) -> StoredCells:
    return StoredCells(encode(cells))


def assert_rows(read: Cells, cells: Cells, places: list[int]) -> None:
    for name in TABLES:
        assert np.array_equal(getattr(read, name), getattr(cells, name)[:, places]), name
    for name in ROWS:
        assert np.array_equal(getattr(read, name), getattr(cells, name)[places]), name
    assert np.array_equal(read.priorities, cells.priorities)


def test_the_whole_table_comes_back(cells: Cells, stored: StoredCells) -> None:
    assert_rows(stored.everything(), cells, list(range(UNITS)))


@pytest.mark.parametrize("unit", [1, 2, 4, 100, UNITS])
def test_a_subtree_is_the_unit_and_all_below_it(
    cells: Cells, stored: StoredCells, unit: int
) -> None:
    place = cells.units.tolist().index(unit)

    read = stored.subtree(unit)

    assert_rows(read, cells, list(range(place, place + cells.sizes[place])))


@pytest.mark.parametrize("unit", [1, 2, UNITS])
def test_children_are_the_units_directly_below(
    cells: Cells, stored: StoredCells, unit: int
) -> None:
    children = [place for place in range(UNITS) if (cells.units[place] + 1) // 3 == unit]

    assert_rows(stored.children(unit), cells, children)


@pytest.mark.parametrize(("unit", "above"), [(1, []), (2, [1]), (14, [1, 2, 5]), (15, [1, 2, 5])])
def test_the_units_above_one_come_root_first(
    stored: StoredCells, unit: int, above: list[int]
) -> None:
    assert stored.above(unit) == above


def test_one_units_row_and_the_roots_can_be_read_alone(cells: Cells, stored: StoredCells) -> None:
    assert_rows(stored.unit(UNITS), cells, [cells.units.tolist().index(UNITS)])
    assert_rows(stored.roots(), cells, [0])


def test_a_unit_that_was_not_there_is_named(stored: StoredCells) -> None:
    with pytest.raises(UnitNotCounted, match="999999"):
        stored.subtree(999_999)


def test_a_small_read_unpacks_only_the_blocks_it_needs(stored: StoredCells) -> None:
    assert stored.unit(1).objectives.shape == (PRIORITIES, 1)
    assert "objectives 0" in stored._packed
    assert f"objectives {BLOCK}" in stored._packed


def a_table(expectations: list[list[int]], objectives: list[list[int]]) -> Cells:
    said = np.array(expectations)
    return Cells(
        priorities=np.arange(len(said)),
        is_required=np.any(said == REQUIRED, axis=1),
        units=np.arange(said.shape[1]),
        sizes=np.ones(said.shape[1], dtype=np.int64),
        depths=np.zeros(said.shape[1], dtype=np.int64),
        is_uncovered=np.zeros(said.shape[1], dtype=bool),
        objectives=np.array(objectives),
        expectations=said,
    )


def test_a_gap_is_where_something_is_expected_and_nothing_is() -> None:
    table = a_table([[REQUIRED, REQUIRED, INVITED, NOT_EXPECTED, 0]], [[0, 2, 0, 0, 0]])

    assert table.gaps.tolist() == [[True, False, False, False, False]]


def test_where_nobody_is_required_an_invitation_unanswered_is_a_gap() -> None:
    table = a_table([[INVITED, INVITED, NOT_EXPECTED, 0]], [[0, 2, 0, 0]])

    assert table.gaps.tolist() == [[True, False, False, False]]


def test_whether_somebody_is_required_is_remembered_where_nobody_is(cells: Cells) -> None:
    invited_only = a_table([[INVITED]], [[0]])
    part = Cells(**{**vars(invited_only), "is_required": np.array([True])})

    assert part.gaps.tolist() == [[False]]


def test_an_organisation_without_priorities_or_units_can_be_stored() -> None:
    no_priorities = Cells(**{**vars(a_table([[0, 0]], [[0, 0]])), "units": np.array([4, 5])})
    nothing = np.zeros((0, 2), dtype=np.int64)
    no_priorities = Cells(
        **{
            **vars(no_priorities),
            "priorities": np.zeros(0, dtype=np.int64),
            "is_required": np.zeros(0, dtype=bool),
            "objectives": nothing,
            "expectations": nothing,
        }
    )

    assert StoredCells(encode(no_priorities)).everything().units.tolist() == [4, 5]
    assert StoredCells(encode(a_table([[]], [[]]))).everything().units.tolist() == []
