"""How objectives reach the board's priorities: one query, whatever the number."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from people.tenancy import organisation_in_force

STALE_FOR = timedelta(days=30)  # a stale link counts as long as this

_REACHED = """
    WITH RECURSIVE up(start, id, priority_id) AS (
        SELECT id, id, NULL::bigint FROM objectives_objective
        WHERE organisation_id = %(organisation)s AND id = ANY(%(objectives)s)
        UNION
        SELECT up.start, above.objective_id, above.priority_id
        FROM up CROSS JOIN LATERAL (
            SELECT link.parent_objective_id, link.parent_priority_id
            FROM objectives_contributionlink link
            LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
            WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
              AND (link.state = 'accepted'
                   OR link.state = 'stale' AND link.stale_since >= %(since)s)
              AND (link.parent_objective_id IS NULL OR parent.state IN ('agreed', 'live'))
            OFFSET 0
        ) above(objective_id, priority_id)
    )
    SELECT DISTINCT start, priority_id FROM up WHERE priority_id IS NOT NULL
"""
# OFFSET 0 keeps each step to the links of one objective, by their index: the planner, who cannot
# know how few they are, would read every link of the organisation at every step

_REACHED_TOGETHER = """
    WITH RECURSIVE up(id, priority_id) AS (
        SELECT link.parent_objective_id, link.parent_priority_id
        FROM objectives_contributionlink link
        LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
        WHERE link.organisation_id = %(organisation)s AND link.child_id = ANY(%(objectives)s)
          AND link.state IN ('proposed', 'accepted', 'stale')
          AND (link.parent_objective_id IS NULL OR parent.state NOT IN ('draft', 'withdrawn'))
        UNION
        SELECT above.objective_id, above.priority_id
        FROM up CROSS JOIN LATERAL (
            SELECT link.parent_objective_id, link.parent_priority_id
            FROM objectives_contributionlink link
            LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
            WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
              AND link.state IN ('proposed', 'accepted', 'stale')
              AND (link.parent_objective_id IS NULL OR parent.state NOT IN ('draft', 'withdrawn'))
            OFFSET 0
        ) above(objective_id, priority_id)
    )
    SELECT priority_id FROM up WHERE priority_id IS NOT NULL
"""


def priorities_reached(objective_ids: Collection[int], *, now: datetime) -> dict[int, set[int]]:
    """For each of these objectives the priorities it reaches by links that count in reports."""
    if not objective_ids:
        return {}
    values: dict[str, Any] = {
        "organisation": organisation_in_force().pk,
        "objectives": sorted(objective_ids),
        "since": now - STALE_FOR,
    }
    reached: dict[int, set[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, values)
        for start, priority_id in cursor.fetchall():
            reached.setdefault(start, set()).add(priority_id)
    return reached


def priorities_on_the_way(objective_ids: Collection[int]) -> set[int]:
    """The priorities that these objectives together reach, links that still wait for an answer
    among them: each objective above is come by once, however many lead to it."""
    if not objective_ids:
        return set()
    values: dict[str, Any] = {
        "organisation": organisation_in_force().pk,
        "objectives": sorted(objective_ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(_REACHED_TOGETHER, values)
        return {priority_id for (priority_id,) in cursor.fetchall()}
