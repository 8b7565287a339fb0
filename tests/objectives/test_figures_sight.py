"""The way up to the Board, by links that count."""

from __future__ import annotations

from dataclasses import dataclass

from objectives.figures.sight import way_up


@dataclass(frozen=True)
class Link:
    name: str
    above_id: int | None
    is_sound: bool = True


def way(start: int, links: dict[int, list[Link]]) -> tuple[str, int, bool]:
    found = way_up(start, links, lambda link: link.is_sound)
    return "".join(link.name for link in found.links), found.last_id, found.reaches


def test_the_way_goes_by_main_links_to_a_priority() -> None:
    links = {1: [Link("a", 2), Link("b", 3)], 2: [Link("c", None)], 3: [Link("d", None)]}

    assert way(1, links) == ("ac", 2, True)


def test_a_whole_way_is_taken_before_a_broken_main_one() -> None:
    links = {1: [Link("a", 2), Link("b", 3)], 2: [], 3: [Link("d", None)]}

    assert way(1, links) == ("bd", 3, True)


def test_a_broken_way_is_followed_as_far_as_it_goes() -> None:
    links = {1: [Link("a", 2)], 2: [Link("c", 3)], 3: [Link("d", None, is_sound=False)]}

    assert way(1, links) == ("ac", 3, False)


def test_nothing_above_ends_where_it_starts() -> None:
    assert way(1, {}) == ("", 1, False)


def test_a_loop_ends() -> None:
    assert way(1, {1: [Link("a", 2)], 2: [Link("b", 1)]}) == ("a", 2, False)
