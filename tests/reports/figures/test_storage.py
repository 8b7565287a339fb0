import numpy as np
import pytest

from reports.figures import standings
from reports.figures.standings import ALIGNED, Standings
from reports.figures.storage import Packed, pack


@pytest.mark.parametrize(
    "numbers", [[], [0, 255], [-1, 300], [0, 2**40], [-(2**40), 7], [2**31, -(2**31)]]
)
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    array = np.array(numbers, dtype=np.int64)

    packed = Packed(pack({"plain": array, "steps": array}, by_steps=["steps"]))

    assert packed["plain"].tolist() == packed["steps"].tolist() == numbers


def test_yes_and_no_and_tables_come_back_as_they_were() -> None:
    table = np.arange(6).reshape(2, 3)

    packed = Packed(pack({"table": table.T, "flags": np.array([True, False])}))

    assert packed["table"].tolist() == table.T.tolist()
    assert packed["flags"].astype(bool).tolist() == [True, False]


def test_climbing_ids_take_little_room() -> None:
    ids = np.arange(10**12, 10**12 + 50_000)

    assert len(pack({"ids": ids}, by_steps=["ids"])) < 1000


def test_something_else_is_not_read_as_a_report() -> None:
    with pytest.raises(ValueError, match="not a stored report"):
        Packed(b"PK\x03\x04 and so on")


def test_standings_come_back_as_they_were() -> None:
    kept = Standings(
        objectives=np.array([4, 9, 12]),
        standing=np.array([0, 3, 0], dtype=np.int8),
        halvings=np.array([2, 0, 300], dtype=np.uint16),
        unanswered=np.array([4, 12]),
    )

    read = standings.decode(standings.encode(kept))

    assert read.ids(ALIGNED).tolist() == [4, 12]
    assert read.strengths().tolist() == [0.25, 2.0**-300]
    assert read.unanswered.tolist() == [4, 12]
    assert read.standing.tolist() == [0, 3, 0]
