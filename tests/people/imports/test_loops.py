from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from people.imports.loops import Trees, closing_links

LINKS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30)


def closing_plainly(links: list[tuple[int, int]], standing: list[tuple[int, int]]) -> list[int]:
    """Add the links one by one, looking for a way back each time."""
    graph = networkx.DiGraph(standing)
    graph.add_nodes_from(range(8))
    closing = []
    for position, (start, end) in enumerate(links):
        if networkx.has_path(graph, end, start):
            closing.append(position)
        else:
            graph.add_edge(start, end)
    return closing


@given(links=LINKS, standing=LINKS)
def test_links_that_close_a_loop_are_those_a_plain_search_finds(
    links: list[tuple[int, int]], standing: list[tuple[int, int]]
) -> None:
    downwards = [(start, end) for start, end in standing if start > end]

    assert closing_links(links, standing=downwards) == closing_plainly(links, downwards)


def test_the_link_that_comes_last_in_the_file_is_the_one_that_closes() -> None:
    links = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("x", "x")]

    assert closing_links(links) == [2, 4]
    assert closing_links([("b", "a")], standing=[("a", "b")]) == [0]


def test_a_long_chain_costs_no_more_than_its_length() -> None:
    chain = [(number, number + 1) for number in range(50_000)]

    assert closing_links(chain) == []


@given(links=LINKS)
def test_a_tree_refuses_just_the_lines_that_a_plain_search_would(
    links: list[tuple[int, int]],
) -> None:
    trees: Trees[int] = Trees()
    first_lines = list(dict(reversed(links)).items())

    closing = [
        position
        for position, (node, above) in enumerate(first_lines)
        if not trees.hang(node, below=above)
    ]

    assert closing == closing_plainly(first_lines, [])


def test_a_tall_tree_is_hung_quickly() -> None:
    trees: Trees[int] = Trees()

    assert all(trees.hang(number, below=number + 1) for number in range(50_000))
    assert not trees.hang(50_000, below=0)
