"""Random small organisations: rows in every state, and few enough paths to list them all."""

from collections.abc import Sequence

from hypothesis import strategies as st

from reports.figures.columns import OBJECTIVE_STATES
from tests.reports import plain

HOW_MANY_PRIORITIES = st.sampled_from([0, 1, 2, 2, 3, 3, 5, 8, 63, 64, 65, 129])
"""Around the edges of one and two words of 64 bits, too."""

HOW_MANY_OBJECTIVES = st.sampled_from([0, 1, 3, 6, 8, 9, 10, 11])

IN_FORCE_MOSTLY = st.sampled_from(["agreed", "live"] * 9 + list(OBJECTIVE_STATES))

STATES = ["accepted"] * 12 + ["stale"] * 6 + ["proposed", "declined", "ended"]

STALE = st.sampled_from([0, 29, 30, 31, 400])

LINKS = st.tuples(st.sampled_from(list(plain.STRENGTH)), st.sampled_from(STATES), STALE)

ELSEWHERE = ["objective of another cycle", "priority of another strategy"]

HEADCOUNTS = st.sampled_from([None, 0, 1, 7, 40])


@st.composite
def organisations(draw: st.DrawFn, *, may_loop: bool = False) -> plain.Organisation:
    """A tree of units, and objectives whose links lead to earlier ones unless loops are asked."""
    units = draw(unit_trees())
    priorities = tuple(f"P{n}" for n in range(draw(HOW_MANY_PRIORITIES)))
    people = {f"person {n}": draw(people_of(units)) for n in range(draw(st.integers(0, 15)))}
    refs = [f"O{n}" for n in range(draw(HOW_MANY_OBJECTIVES))]
    return plain.Organisation(
        units=units,
        objectives={ref: draw(objectives_of(units, people)) for ref in refs},
        links=draw(links_between(refs, priorities, may_loop=may_loop)),
        priorities=priorities,
        people=people,
        expectations=draw(expectations_of(units, priorities)),
    )


@st.composite
def unit_trees(draw: st.DrawFn) -> dict[str, plain.Unit]:
    codes = draw(st.permutations([f"U{n}" for n in range(draw(st.integers(1, 8)))]))
    units = {codes[0]: plain.Unit(headcount=draw(HEADCOUNTS))}
    for code in codes[1:]:
        units[code] = plain.Unit(draw(st.sampled_from(sorted(units))), draw(HEADCOUNTS))
    return units


def people_of(units: dict[str, plain.Unit]) -> st.SearchStrategy[plain.Person]:
    return st.builds(
        plain.Person,
        unit=st.sampled_from([None, *sorted(units)]),
        is_active=st.sampled_from([True, True, True, False]),
    )


def objectives_of(
    units: dict[str, plain.Unit], people: dict[str, plain.Person]
) -> st.SearchStrategy[plain.Objective]:
    return st.builds(
        plain.Objective,
        unit=st.sampled_from(sorted(units)),
        state=IN_FORCE_MOSTLY,
        answerable=st.sampled_from([None, *sorted(people)]),
        is_local=st.booleans(),
    )


@st.composite
def links_between(
    draw: st.DrawFn, refs: list[str], priorities: tuple[str, ...], *, may_loop: bool
) -> tuple[plain.Link, ...]:
    links = []
    for place, ref in enumerate(refs):
        above = [other for other in (refs if may_loop else refs[:place]) if other != ref]
        tops = [*priorities, *ELSEWHERE] if place < 3 or draw(st.booleans()) else []
        for parents in (tops, above):
            chosen = draw(some_of(parents, at_most=3))
            links += [plain.Link(ref, parent, *draw(LINKS)) for parent in chosen]
    return tuple(links)


def some_of(choices: Sequence[str], *, at_most: int) -> st.SearchStrategy[list[str]]:
    """Usually two or three of the choices, each once."""
    if not choices:
        return st.just([])
    least = st.sampled_from([0, 1, 2]).map(lambda least: min(least, len(choices)))
    return least.flatmap(
        lambda least: st.lists(
            st.sampled_from(choices), min_size=least, max_size=at_most, unique=True
        )
    )


def expectations_of(
    units: dict[str, plain.Unit], priorities: tuple[str, ...]
) -> st.SearchStrategy[dict[tuple[str, str], str]]:
    if not priorities:
        return st.just({})
    pairs = st.tuples(st.sampled_from(priorities), st.sampled_from(sorted(units)))
    words = st.sampled_from(["required", "invited", "not_expected"])
    return st.dictionaries(pairs, words, min_size=min(4, len(priorities) * len(units)), max_size=20)
