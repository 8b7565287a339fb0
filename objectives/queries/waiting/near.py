"""What could wait for a person, found in one query, so that a kind of which nothing does costs
none. Who is asked in the end is said by the sides (queries/sides.py)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection

from people.tenancy import organisation_in_force

Near = Mapping[str, Collection[int]]

_NEAR = """
    WITH answered AS MATERIALIZED (
        SELECT one.id, one.state FROM objectives_objectiveversion version
        JOIN objectives_objective one ON one.current_id = version.id
        WHERE version.organisation_id = %(organisation)s AND answerable_id = %(me)s
    ), around AS MATERIALIZED (
        SELECT id FROM people_orgunit
        WHERE organisation_id = %(organisation)s AND id = ANY(%(units)s)
        UNION
        SELECT id FROM people_orgunit
        WHERE organisation_id = %(organisation)s AND parent_id = ANY(%(units)s)
    ), beside AS MATERIALIZED (
        SELECT id, state, unit_id, is_local_reason_accepted, local_reason
        FROM objectives_objective
        WHERE organisation_id = %(organisation)s AND unit_id IN (SELECT id FROM around)
    ), placed AS (
        SELECT id, state FROM beside WHERE unit_id = ANY(%(units)s)
        UNION
        SELECT id, state FROM answered
    ), serving AS MATERIALIZED (
        SELECT link.id, link.child_id, link.state FROM placed parent
        JOIN objectives_contributionlink link ON link.parent_objective_id = parent.id
        WHERE link.organisation_id = %(organisation)s AND link.state NOT IN ('declined', 'ended')
        UNION
        SELECT id, child_id, state FROM objectives_contributionlink
        WHERE organisation_id = %(organisation)s AND parent_priority_id = ANY(%(priorities)s)
          AND state NOT IN ('declined', 'ended')
    )
    SELECT 'talk', id FROM placed WHERE state IN ('proposed', 'in_catchball')
    UNION
    SELECT 'talk', id FROM beside
    WHERE state IN ('proposed', 'in_catchball') AND local_reason <> ''
    UNION
    SELECT 'talk', child.id FROM serving
    JOIN objectives_objective child ON child.id = serving.child_id
    WHERE child.organisation_id = %(organisation)s AND child.state IN ('proposed', 'in_catchball')
    UNION
    SELECT 'talk', one.id FROM objectives_jointowner owner
    JOIN objectives_objective one ON one.id = owner.objective_id
    WHERE owner.organisation_id = %(organisation)s AND owner.unit_id = ANY(%(units)s)
      AND one.state IN ('proposed', 'in_catchball')
    UNION
    SELECT 'link', id FROM serving WHERE state IN ('proposed', 'stale')
    UNION
    SELECT 'draft', id FROM placed WHERE state = 'draft'
    UNION
    SELECT 'draft', one.id FROM objectives_objectiveversion version
    JOIN objectives_objective one ON one.current_id = version.id
    WHERE version.organisation_id = %(organisation)s AND written_by_id = %(me)s
      AND one.state = 'draft'
    UNION
    SELECT 'asked', id FROM objectives_askedobjective
    WHERE organisation_id = %(organisation)s AND unit_id = ANY(%(units)s) AND answered_at IS NULL
    UNION
    SELECT 'alone', id FROM beside
    WHERE state IN ('agreed', 'live') AND NOT is_local_reason_accepted AND local_reason <> ''
    UNION
    SELECT 'withdrawal', wish.id FROM objectives_withdrawal wish
    JOIN objectives_objective one ON one.id = wish.objective_id
    WHERE wish.organisation_id = %(organisation)s AND one.state IN ('agreed', 'live')
    UNION
    SELECT 'promise', id FROM objectives_promise
    WHERE organisation_id = %(organisation)s AND state IN ('asked', 'moving') AND (
        promiser_id = ANY(%(units)s) OR objective_id IN (SELECT id FROM placed)
        OR objective_id IN (SELECT child_id FROM serving)
    )
    UNION
    SELECT 'consent', answer.id FROM objectives_teamanswer answer
    JOIN objectives_consentround asked ON asked.id = answer.consent_id
    JOIN objectives_objective one ON one.current_id = asked.version_id
    WHERE answer.organisation_id = %(organisation)s AND answer.person_id = %(me)s
      AND answer.response = '' AND one.state IN ('proposed', 'in_catchball')
    UNION
    SELECT 'dependency', id FROM objectives_dependency
    WHERE organisation_id = %(organisation)s AND asked_unit_id = ANY(%(units)s)
      AND state = 'asked'
    UNION
    SELECT 'sponsor', id FROM objectives_network
    WHERE organisation_id = %(organisation)s AND sponsor_id = %(me)s AND state = 'proposed'
    UNION
    SELECT 'member', member.id FROM objectives_networkmember member
    JOIN objectives_network network ON network.id = member.network_id
    WHERE member.organisation_id = %(organisation)s AND member.asked_at IS NOT NULL AND (
        member.person_id = %(me)s OR network.lead_id = %(me)s OR member.unit_id = ANY(%(units)s)
    )
    UNION
    SELECT 'conflict', id FROM objectives_conflict
    WHERE organisation_id = %(organisation)s AND (
        objective_id IN (SELECT id FROM placed) OR other_id IN (SELECT id FROM placed)
    )
    UNION
    SELECT 'adopted', one.id FROM objectives_objective one
    JOIN beside began ON began.id = one.adopted_from_id
    WHERE one.organisation_id = %(organisation)s AND began.unit_id = ANY(%(units)s)
    UNION
    SELECT 'worry', id FROM objectives_worryround
    WHERE organisation_id = %(organisation)s AND (
        ended_at IS NULL AND (unit_id = ANY(%(own)s) OR opened_by_id = %(me)s)
        OR ended_at IS NOT NULL AND NOT is_answered
    )
"""


def what_is_near(
    *,
    me: int,
    units: Collection[int],
    own_units: Collection[int],
    priorities: Collection[int],
) -> Near:
    """By kind the keys of what could wait for `me`: who answers for these units and priorities,
    and has a place in `own_units`."""
    values: dict[str, Any] = {
        "organisation": organisation_in_force().pk,
        "me": me,
        "units": sorted(units),
        "own": sorted(own_units),
        "priorities": sorted(priorities),
    }
    near: dict[str, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, values)
        for kind, key in cursor.fetchall():
            near[kind].add(key)
    return near
