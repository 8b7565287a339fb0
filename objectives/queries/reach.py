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
        SELECT up.start, link.parent_objective_id, link.parent_priority_id
        FROM objectives_contributionlink link
        JOIN up ON link.child_id = up.id
        LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
        WHERE link.organisation_id = %(organisation)s
          AND (link.state = 'accepted'
               OR link.state = 'stale' AND link.stale_since >= %(since)s
               OR %(any_standing)s AND link.state IN ('proposed', 'stale'))
          AND (link.parent_objective_id IS NULL OR parent.state IN ('agreed', 'live')
               OR %(any_standing)s AND parent.state NOT IN ('draft', 'withdrawn'))
    )
    SELECT DISTINCT start, priority_id FROM up WHERE priority_id IS NOT NULL
"""


def priorities_reached(
    objective_ids: Collection[int], *, now: datetime, any_standing: bool = False
) -> dict[int, set[int]]:
    """For each of these objectives the priorities it reaches: through links that count in
    reports or, with `any_standing`, through links that still wait for an answer too."""
    if not objective_ids:
        return {}
    values: dict[str, Any] = {
        "organisation": organisation_in_force().pk,
        "objectives": sorted(objective_ids),
        "since": now - STALE_FOR,
        "any_standing": any_standing,
    }
    reached: dict[int, set[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, values)
        for start, priority_id in cursor.fetchall():
            reached.setdefault(start, set()).add(priority_id)
    return reached
