"""Two people agree, never one with themselves: who may answer when the other side has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from objectives.queries.leaders import NOBODY
from objectives.queries.sides import Side, Sides

SOMEBODY_ELSE = "You accepted this for the other side. Somebody else must answer here"
IN_ONE_PLACE = (
    "The leader whose place you take has a hand in the other side, so somebody else must answer "
    "here"
)
NOBODY_ACROSS = (
    "Only you or the leader whose place you take can answer for the other side, so the leader "
    "must answer here"
)


class Acceptance(NamedTuple):
    """Who accepted and, where they took a leader's place, whose."""

    person_id: int
    on_behalf_of_id: int | None = None

    @property
    def people(self) -> frozenset[int]:
        return frozenset(pk for pk in self if pk is not None)


def may_take_place(side: Side, across: Iterable[Side], *, person_id: int) -> bool:
    """Somebody other than a delegate and their leader must be there to answer across the table.
    Who answers in their own right always may."""
    leader_id = side.leader_behind(person_id)
    if leader_id is None:
        return True
    both = frozenset({person_id, leader_id})
    return all(other.independent_of(both) for other in across)


def trouble_with_both_sides(
    sides: Sides, side: Side, *, person_id: int, across: Iterable[Acceptance]
) -> str:
    """Why this person may not accept for a side, when these accepted across the table; "" where
    they may. Whoever is alone may answer for both sides, and everybody sees it; a delegate
    counts as the leader too, and never makes one person look like two."""
    mine = Acceptance(person_id, side.leader_behind(person_id))
    if not may_take_place(side, sides.across(side.party), person_id=person_id):
        return NOBODY_ACROSS
    given = list(across)
    theirs = NOBODY.union(*(one.people for one in given))
    if not mine.people & theirs:
        return ""
    by_delegate = mine.on_behalf_of_id is not None or any(
        one.on_behalf_of_id is not None and one.people & mine.people for one in given
    )
    if not by_delegate and not side.independent_of(mine.people | theirs):
        return ""
    return SOMEBODY_ELSE if person_id in theirs else IN_ONE_PLACE
