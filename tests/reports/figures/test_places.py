import numpy as np
import pytest

from reports.figures.places import Places, runs

CLOSE = [12, 10, 15]
FAR_APART = [12, 2**40, 5]


@pytest.mark.parametrize("ids", [CLOSE, FAR_APART])
def test_an_id_is_found_where_it_stands(ids: list[int]) -> None:
    found = Places(np.array(ids)).of(np.array([*reversed(ids), 1, 13, 2**50, 0, -12]))

    assert found.tolist() == [2, 1, 0, -1, -1, -1, -1, -1]


def test_nothing_is_found_among_no_ids() -> None:
    assert Places(np.zeros(0, dtype=np.int64)).of(np.array([0, 1, 2**40])).tolist() == [-1] * 3


def test_runs_are_laid_end_to_end_and_empty_ones_leave_no_trace() -> None:
    assert runs(np.array([5, 7, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]
    assert runs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)).tolist() == []
