"""What one would script: rows by the ORM, descendants by networkx, results stored by the ORM."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta
from itertools import product
from typing import TypeAlias

import networkx as nx
from django.db.models import Q, QuerySet

from benchmarks.ways.counts import RUN, Cell, Counts, Measured, Standing
from objectives.models import ContributionLink, ExpectedContribution, Objective
from people.models import Assignment, OrgUnit
from people.tenancy import acting_in
from strategy.models import PriorityWording

IN_FORCE = (Objective.State.AGREED, Objective.State.LIVE)
OPEN = (
    ContributionLink.State.PROPOSED,
    ContributionLink.State.ACCEPTED,
    ContributionLink.State.STALE,
)
SHARE = {strength.value: float(share) for strength, share in ContributionLink.SHARE.items()}
AT_A_TIME = 5_000

Graph: TypeAlias = "nx.DiGraph[int]"
Pair = tuple[int, int]


def count(measured: Measured) -> Counts:
    """Load, follow, roll up, store."""
    with acting_in(measured.organisation, cause="benchmark"):
        of_cycle = Objective.objects.filter(cycle=measured.cycle)
        columns = ("unit_id", "current__answerable_id", "is_local_reason_accepted")
        rows = list(of_cycle.filter(state__in=IN_FORCE).values_list("pk", *columns))
        unit_of = {pk: unit for pk, unit, _, _ in rows}
        units: dict[int, int | None] = dict(OrgUnit.objects.values_list("pk", "parent_id"))
        priorities = list(PriorityWording.objects.in_force().values_list("priority_id", flat=True))

        graph = _graph(_counting(measured), unit_of, priorities)
        reached = {pk: nx.descendants(graph, -pk) for pk in priorities}
        strengths = _strengths(graph, priorities)
        hoped = _hoped(of_cycle, priorities)
        standings = {pk: _standing(pk, is_local, strengths, hoped) for pk, _, _, is_local in rows}
        cells = _rolled_up(reached, unit_of, units)
        gaps = _expected() - cells.keys()

        _store_standings(measured, standings, strengths)
        _store_cells(measured, cells, gaps, product(priorities, units))
        return Counts(
            standings=dict(Counter(standings.values())),
            strength=sum(strengths.values()),
            reaching={pk: len(found) for pk, found in reached.items()},
            covered=len(cells),
            objectives=cells.total(),
            gaps=len(gaps),
            connected=_connected(
                people={person for pk, _, person, _ in rows if pk in strengths},
                units={unit_of[pk] for pk in strengths},
            ),
        )


def _counting(measured: Measured) -> QuerySet[ContributionLink]:
    month_ago = measured.as_of - timedelta(days=30)
    return ContributionLink.objects.filter(
        Q(state=ContributionLink.State.ACCEPTED)
        | Q(state=ContributionLink.State.STALE, stale_since__gte=month_ago)
    )


def _graph(links: QuerySet[ContributionLink], among: Iterable[int], priorities: list[int]) -> Graph:
    """From parent to child; a priority is its id with a minus sign."""
    nodes = {*among, *(-pk for pk in priorities)}
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(nodes)
    for child, objective, priority, strength in links.values_list(
        "child_id", "parent_objective_id", "parent_priority_id", "strength"
    ):
        parent = objective or -(priority or 0)
        if child in nodes and parent in nodes:
            graph.add_edge(parent, child, share=SHARE[strength])
    return graph


def _strengths(graph: Graph, priorities: list[int]) -> dict[int, float]:
    """The largest product of strengths on a way up, for whatever has one."""
    strengths = {-pk: 1.0 for pk in priorities}
    for node in nx.topological_sort(graph):
        if node in strengths:
            for child, link in graph[node].items():
                through = strengths[node] * link["share"]
                strengths[child] = max(strengths.get(child, 0), through)
    return {pk: strength for pk, strength in strengths.items() if pk > 0}


def _hoped(of_cycle: QuerySet[Objective], priorities: list[int]) -> set[int]:
    """What would reach a priority if every open link counted."""
    standing = of_cycle.exclude(state=Objective.State.WITHDRAWN).values_list("pk", flat=True)
    graph = _graph(ContributionLink.objects.filter(state__in=OPEN), standing, priorities)
    return set().union(*(nx.descendants(graph, -pk) for pk in priorities))


def _standing(pk: int, is_local: bool, strengths: dict[int, float], hoped: set[int]) -> str:
    if pk in strengths:
        return "aligned"
    if pk in hoped:
        return "unconfirmed"
    return "local" if is_local else "orphan"


def _rolled_up(
    reached: dict[int, set[int]], unit_of: dict[int, int], units: dict[int, int | None]
) -> Counter[Pair]:
    """Each objective counts for its unit and for every unit above it."""
    cells: Counter[Pair] = Counter()
    for priority, objectives in reached.items():
        for own, held in Counter(unit_of[pk] for pk in objectives).items():
            unit: int | None = own
            while unit is not None:
                cells[priority, unit] += held
                unit = units[unit]
    return cells


def _expected() -> set[Pair]:
    """Pairs that are required, or invited where the priority requires nobody."""
    by_word = defaultdict(set)
    for priority, unit, word in ExpectedContribution.objects.values_list(
        "priority_id", "unit_id", "expectation"
    ):
        by_word[word].add((priority, unit))
    required = by_word["required"]
    firm = {priority for priority, _ in required}
    return required | {pair for pair in by_word["invited"] if pair[0] not in firm}


def _store_standings(
    measured: Measured, standings: dict[int, str], strengths: dict[int, float]
) -> None:
    rows = (
        Standing(
            organisation_id=measured.organisation.pk,
            run_id=RUN,
            objective_id=pk,
            standing=standing,
            strength=strengths.get(pk),
        )
        for pk, standing in standings.items()
    )
    Standing._default_manager.bulk_create(rows, batch_size=AT_A_TIME)


def _store_cells(
    measured: Measured, cells: Counter[Pair], gaps: set[Pair], pairs: Iterable[Pair]
) -> None:
    rows = (
        Cell(
            organisation_id=measured.organisation.pk,
            run_id=RUN,
            priority_id=pair[0],
            unit_id=pair[1],
            objectives=cells[pair],
            is_gap=pair in gaps,
        )
        for pair in pairs
    )
    Cell._default_manager.bulk_create(rows, batch_size=AT_A_TIME)


def _connected(*, people: set[int | None], units: set[int]) -> int:
    places = Assignment.objects.current().filter(is_primary=True, person__is_active=True)
    return sum(
        person in people or unit in units
        for person, unit in places.values_list("person_id", "unit_id")
    )
