"""How widely being answerable is spread over people (domain measure M11)."""

from dataclasses import dataclass

import numpy as np

from reports.figures.columns import Ints


@dataclass(frozen=True)
class Concentration:
    people: int
    answerable: int
    effective_number: float | None
    gini: float | None
    top10_share: float | None
    unanswered: int


def concentration(held: Ints, *, unanswered: int) -> Concentration:
    """From how many objectives each active person holds, nobody left out.

    Everything is counted in whole numbers and divided once, so that a figure does not depend on
    the order people come in.
    """
    people, total = len(held), int(held.sum())
    of_each = np.bincount(held, minlength=1)
    counts = [(int(n), int(of_each[n])) for n in np.flatnonzero(of_each)]
    squares = sum(n * n * times for n, times in counts)
    return Concentration(
        people=people,
        answerable=people - int(of_each[0]),
        effective_number=total * total / squares if total else None,
        gini=_gini(counts, people=people, total=total) if total else None,
        top10_share=_held_by_top(counts, how_many=-(-people // 10)) / total if total else None,
        unanswered=unanswered,
    )


def _gini(counts: list[tuple[int, int]], *, people: int, total: int) -> float:
    """2 sum(i x_i) / (n sum x) - (n + 1) / n with x ascending, over one denominator."""
    weighted = rank = 0
    for held, times in counts:
        weighted += held * (times * rank + times * (times + 1) // 2)
        rank += times
    return (2 * weighted - (people + 1) * total) / (people * total)


def _held_by_top(counts: list[tuple[int, int]], *, how_many: int) -> int:
    held_by_top = 0
    for held, times in reversed(counts):
        taken = min(times, how_many)
        held_by_top += held * taken
        how_many -= taken
    return held_by_top
