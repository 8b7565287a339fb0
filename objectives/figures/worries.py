"""What a round of worries may show, so that nobody is exposed.

The rule, in words: nothing is shown while a round is open, and what it shows is settled once, when
it ends. Nothing goes up unless as many answered as the organisation's floor for small groups; a
theme goes up only where five or more named it, and then in words that are too broad to count by.
There is one round for the same words, so no two answers can be taken from each other.
"""

from __future__ import annotations

from collections.abc import Mapping

ENOUGH = 5
MOST, MANY, SOME = "most", "many", "some"
NONE = "none"


def shown(*, answered: int, floor: int, named: Mapping[str, int]) -> dict[str, str]:
    """The themes that go up, the most named first, each with how many in words."""
    if answered < floor:
        return {}
    enough = {theme: count for theme, count in named.items() if count >= ENOUGH}
    ordered = sorted(enough, key=lambda theme: (-enough[theme], theme))
    return {theme: how_many(enough[theme], of=answered) for theme in ordered}


def how_many(count: int, *, of: int) -> str:
    """Too broad to count by: all of them are "most" too."""
    if count * 3 > of * 2:
        return MOST
    return MANY if count * 3 > of else SOME


def to_answer(themes: Mapping[str, str]) -> list[str]:
    """What the side it serves answers: every worry that went up."""
    return [theme for theme in themes if theme != NONE]
