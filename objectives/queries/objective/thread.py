"""The line of sight from an objective up to the board's priorities."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from objectives.models import Objective
from objectives.queries.parts import PriorityName
from people.policy import Standing
from people.tenancy import organisation_in_force

_UP = """
    WITH RECURSIVE up(id, child_id, parent_objective_id, parent_priority_id, is_primary) AS (
        SELECT id, child_id, parent_objective_id, parent_priority_id, is_primary
        FROM objectives_contributionlink
        WHERE organisation_id = %(organisation)s AND child_id = %(objective)s
          AND state NOT IN ('declined', 'ended')
        UNION
        SELECT link.id, link.child_id, link.parent_objective_id, link.parent_priority_id,
               link.is_primary
        FROM objectives_contributionlink link JOIN up ON link.child_id = up.parent_objective_id
        WHERE link.organisation_id = %(organisation)s AND link.state NOT IN ('declined', 'ended')
    )
    SELECT child_id, parent_objective_id, parent_priority_id FROM up
    ORDER BY is_primary DESC, id
"""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One place on the way up. A priority has a ref and no objective."""

    title: str
    unit: str
    objective_id: int | None = None
    priority_ref: str = ""


Edge = tuple[int, int | None, int | None]


def threads(
    objective_id: int, *, standing: Standing, priorities: dict[int, PriorityName]
) -> list[list[Step]]:
    """For each thing it serves, the main one first, the way up to the board, highest first. What
    this person may not see ends the way."""
    edges = _edges(objective_id)
    parents = {parent_id for _, parent_id, _ in edges if parent_id is not None}
    seen = {
        one.pk: one
        for one in Objective.objects.visible_to(standing)
        .filter(pk__in=parents)
        .select_related("current", "unit")
    }
    ways: dict[int, list[Edge]] = {}
    for edge in edges:
        ways.setdefault(edge[0], []).append(edge)
    climbed = [_climb(edge, ways, seen, priorities) for edge in ways.get(objective_id, [])]
    return [list(reversed(steps)) for steps in climbed if steps]


def _edges(objective_id: int) -> list[Edge]:
    values = {"organisation": organisation_in_force().pk, "objective": objective_id}
    with connection.cursor() as cursor:
        cursor.execute(_UP, values)
        return [(row[0], row[1], row[2]) for row in cursor.fetchall()]


def _climb(
    edge: Edge,
    ways: dict[int, list[Edge]],
    seen: dict[int, Objective],
    priorities: dict[int, PriorityName],
) -> list[Step]:
    steps: list[Step] = []
    next_edge: Edge | None = edge
    while next_edge is not None:
        _, objective_id, priority_id = next_edge
        if objective_id is None:
            name = priorities.get(priority_id or 0)
            return (
                [*steps, Step(title=name.title, unit="", priority_ref=name.ref)] if name else steps
            )
        one = seen.get(objective_id)
        if one is None:
            return steps
        title = one.current.title if one.current else one.ref
        steps.append(Step(title=title, unit=one.unit.name, objective_id=one.pk))
        next_edge = next(iter(ways.get(objective_id, [])), None)
    return steps
