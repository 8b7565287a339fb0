import numpy as np
import pytest

from reports.figures.forest import Forest, UnitsLoop, plant

# 9 is the root; 3 and 7 its divisions; 1, 8 below 3; 2 below 8; 4 below 7
PARENTS = {4: 7, 2: 8, 9: 0, 7: 9, 8: 3, 3: 9, 1: 3}


def planted(parents: dict[int, int]) -> Forest:
    return plant(
        unit_id=np.array([*parents], dtype=np.int64),
        unit_parent=np.array([*parents.values()], dtype=np.int64),
    )


def test_units_are_laid_out_with_all_below_them_next() -> None:
    forest = planted(PARENTS)

    assert forest.ids.tolist() == [9, 3, 1, 8, 2, 7, 4]
    assert forest.sizes.tolist() == [7, 4, 1, 2, 1, 2, 1]
    assert forest.depths.tolist() == [0, 1, 2, 2, 3, 1, 2]


def test_a_division_is_the_child_of_the_root_and_the_root_is_its_own() -> None:
    forest = planted(PARENTS)

    assert forest.ids[forest.divisions].tolist() == [9, 3, 3, 3, 3, 7, 7]


def test_a_row_knows_its_place() -> None:
    forest = planted(PARENTS)

    assert forest.ids[forest.place_of_row].tolist() == [*PARENTS]


def test_sums_over_subtrees_are_slices() -> None:
    forest = planted(PARENTS)

    sums = forest.below(np.array([[1, 1, 1, 1, 1, 1, 1], [0, 0, 5, 0, 2, 0, 0]]))

    assert sums.tolist() == [[7, 4, 1, 2, 1, 2, 1], [7, 7, 5, 2, 2, 0, 0]]


def test_units_below_themselves_are_refused() -> None:
    with pytest.raises(UnitsLoop):
        planted({9: 0, 1: 2, 2: 1})


def test_a_unit_below_one_that_is_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the snapshot"):
        planted({9: 0, 1: 2})


def test_no_units_make_an_empty_forest() -> None:
    assert planted({}).ids.tolist() == []
