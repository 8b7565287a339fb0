"""Cascades too long or too wide for the plain way, whose figures are known beforehand."""

from typing import Any

import numpy as np
import pytest

from reports.figures import alignment
from reports.figures.cascade import lay_out
from reports.figures.columns import STRENGTHS, Columns, empty
from reports.figures.graph import read_graph
from reports.figures.reach import read_reach

LIVE, ACCEPTED = 4, 1


def cascade_of(
    children: Any, parents: Any, *, objectives: int, priorities: int = 1, strength: str = "direct"
) -> Columns:
    """Live objectives 1, 2, 3 ... of one unit and accepted links; priorities are -1, -2 ..."""
    links = len(children)
    return Columns(
        **empty()
        | {
            "unit_id": np.array([1]),
            "unit_parent": np.array([0]),
            "unit_headcount": np.array([0], dtype=np.int32),
            "objective_id": np.arange(1, objectives + 1),
            "objective_unit": np.ones(objectives, dtype=np.int64),
            "objective_state": np.full(objectives, LIVE, dtype=np.int8),
            "objective_answerable": np.zeros(objectives, dtype=np.int64),
            "objective_is_local": np.zeros(objectives, dtype=bool),
            "link_child": np.asarray(children, dtype=np.int64),
            "link_parent": np.asarray(parents, dtype=np.int64),
            "link_strength": np.full(links, STRENGTHS.index(strength), dtype=np.int8),
            "link_state": np.full(links, ACCEPTED, dtype=np.int8),
            "priority_id": np.arange(1, priorities + 1),
        }
    )


def test_a_chain_of_five_thousand_links_is_five_thousand_deep() -> None:
    chain = np.arange(1, 5001)

    figures = alignment.figures(
        lay_out(cascade_of(chain, np.where(chain == 1, -1, chain - 1), objectives=5000))
    )

    assert figures.whole.aligned == 5000
    assert figures.priorities[0].depth == 5000


@pytest.mark.parametrize("length", [100, 126, 127, 128, 129, 500])
def test_strength_halves_exactly_however_long_the_chain(length: int) -> None:
    chain = np.arange(1, length + 1)
    parents = np.where(chain == 1, -1, chain - 1)

    columns = cascade_of(chain, parents, objectives=length, strength="enabling")
    figures = alignment.figures(lay_out(columns))

    assert figures.standings.strengths().tolist() == [0.25**n for n in range(1, length + 1)]


@pytest.mark.parametrize("length", [125, 126, 127, 128])
def test_a_parent_that_reaches_nothing_lends_no_strength(length: int) -> None:
    # Below a chain of that length, the last objective also serves an orphan beside the chain.
    chain = np.arange(1, length + 1)
    last, orphan = length + 1, length + 2
    children, parents = [*chain, last, last], [-1, *chain[:-1], length, orphan]

    columns = cascade_of(children, parents, objectives=length + 2, strength="enabling")
    figures = alignment.figures(lay_out(columns))

    assert figures.standings.strengths()[-1] == 0.25**last


def test_a_wide_dag_of_fifty_thousand_links_reaches_what_its_rule_says() -> None:
    # Objective n serves n // 2 and n // 3; 1 serves the priority: depth is the doublings in n.
    count = 30_000
    numbers = np.arange(2, count + 1)
    thirds = numbers[numbers >= 3]

    columns = cascade_of(
        [1, *numbers, *thirds], [-1, *(numbers // 2), *(thirds // 3)], objectives=count
    )
    figures = alignment.figures(lay_out(columns))

    assert figures.whole.aligned == count
    assert figures.priorities[0].depth == count.bit_length()


def test_one_loop_in_a_large_cascade_is_named_and_the_rest_still_counts() -> None:
    # A tree below objective 1, and a ring of 300 whose first hangs below objective 7.
    count, ring = 20_000, 300
    tree = np.arange(2, count + 1)
    around = np.arange(count + 1, count + ring + 1)
    nowhere = np.arange(count + ring + 1, count + 2 * ring + 1)
    children = [1, *tree, *around, *nowhere, around[0]]
    parents = [-1, *(tree // 2), *np.roll(around, 1), *np.roll(nowhere, 1), 7]

    columns = cascade_of(children, parents, objectives=count + 2 * ring)
    figures = alignment.figures(lay_out(columns))

    assert figures.loops == [around.tolist(), nowhere.tolist()]
    assert figures.whole.aligned == count + ring
    assert figures.whole.orphans == ring


def test_an_objective_that_serves_itself_is_a_loop_of_one() -> None:
    figures = alignment.figures(lay_out(cascade_of([1, 1], [1, -1], objectives=1)))

    assert figures.loops == [[1]]
    assert (figures.whole.aligned, figures.priorities[0].depth) == (1, 1)


def test_what_stands_below_a_loop_is_not_part_of_it() -> None:
    # 1 and 2 serve each other, 3 serves 2, and 4 and 5 serve each other and 3.
    columns = cascade_of([1, 2, 1, 3, 4, 5, 4], [2, 1, -1, 2, 5, 4, 3], objectives=5)

    figures = alignment.figures(lay_out(columns))

    assert figures.loops == [[1, 2], [4, 5]]
    assert figures.whole.aligned == 5


@pytest.mark.parametrize(
    ("priorities", "kind", "words"),
    [(0, "u1", 1), (8, "u1", 1), (9, "u2", 1), (33, "u8", 1), (64, "u8", 1), (65, "u8", 2)],
)
def test_masks_take_as_few_words_as_hold_the_priorities(
    priorities: int, kind: str, words: int
) -> None:
    own = np.arange(1, priorities + 1)
    columns = cascade_of(own, -own, objectives=priorities, priorities=priorities)

    reach = read_reach(read_graph(columns))

    assert (reach.masks.dtype, len(reach.masks)) == (np.dtype(kind), words)
    for priority in range(priorities):
        assert np.flatnonzero(reach.bit(priority)).tolist() == [priority, priorities + priority]


def test_an_objective_of_a_unit_that_is_missing_is_refused() -> None:
    columns = cascade_of([], [], objectives=1)
    elsewhere = {**vars(columns), "objective_unit": np.array([5])}

    with pytest.raises(ValueError, match="unit that is not in the snapshot"):
        lay_out(Columns(**elsewhere))
