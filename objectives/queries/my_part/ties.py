"""Everything above some objectives: one recursive query, whatever the number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from objectives.models import ContributionLink, Objective
from objectives.queries.reach import STALE_FOR
from people.policy import Standing
from people.tenancy import organisation_in_force
from strategy.models import PriorityWording

AGREED = (Objective.State.AGREED, Objective.State.LIVE)

_TIES = """
    WITH RECURSIVE up(id) AS (
        SELECT unnest(%(objectives)s::bigint[])
        UNION
        SELECT above.id FROM up CROSS JOIN LATERAL (
            SELECT link.parent_objective_id FROM objectives_contributionlink link
            WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
              AND link.parent_objective_id IS NOT NULL
              AND link.state NOT IN ('declined', 'ended')
            OFFSET 0
        ) above(id)
    )
    SELECT tie.id, tie.child_id, tie.parent_objective_id, tie.parent_priority_id, tie.state,
           tie.rationale, tie.reason, tie.stale_since,
           coalesce(tie.stale_since, tie.proposed_at, tie.created_at)
    FROM up CROSS JOIN LATERAL (
        SELECT * FROM objectives_contributionlink link
        WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
        OFFSET 0
    ) tie
    ORDER BY tie.state IN ('declined', 'ended'), tie.is_primary DESC, tie.updated_at DESC, tie.id
"""
# OFFSET 0 keeps each step to the links of one objective, by their index (see queries/reach.py)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link upwards, those that ended too."""

    link_id: int
    child_id: int
    above_id: int | None
    priority_id: int | None
    state: str
    rationale: str
    reason: str
    stale_since: datetime | None
    since: datetime

    @property
    def is_over(self) -> bool:
        return self.state in (ContributionLink.State.DECLINED, ContributionLink.State.ENDED)


@dataclass(frozen=True, kw_only=True)
class Above:
    """What stands above some objectives, as far as this person may see."""

    ties: dict[int, list[Tie]]
    objectives: dict[int, Objective]
    wordings: dict[int, PriorityWording]
    now: datetime = field(compare=False)

    def is_fresh(self, tie: Tie) -> bool:
        """Its words changed, and there is still time to say that it holds."""
        is_stale = tie.state == ContributionLink.State.STALE and tie.stale_since is not None
        return is_stale and tie.since >= self.now - STALE_FOR

    def counts(self, tie: Tie) -> bool:
        """Accepted, or changed within 30 days; and what is served is agreed, or in force."""
        if tie.state != ContributionLink.State.ACCEPTED and not self.is_fresh(tie):
            return False
        if tie.above_id is None:
            return tie.priority_id in self.wordings
        parent = self.objectives.get(tie.above_id)
        return parent is not None and parent.state in AGREED


def above(objective_ids: Collection[int], *, standing: Standing, now: datetime) -> Above:
    """Three queries: the links, the objectives they lead to, the priorities in force."""
    ties = _ties(objective_ids)
    ids = {*objective_ids, *(tie.above_id for up in ties.values() for tie in up if tie.above_id)}
    found = Objective.objects.visible_to(standing).filter(pk__in=ids)
    objectives = found.select_related("current__answerable", "unit__parent")
    wordings = PriorityWording.objects.in_force().select_related("priority", "sponsor")
    return Above(
        ties=ties,
        objectives={one.pk: one for one in objectives},
        wordings={one.priority_id: one for one in wordings.order_by("position", "pk")},
        now=now,
    )


def _ties(objective_ids: Collection[int]) -> dict[int, list[Tie]]:
    if not objective_ids:
        return {}
    values: dict[str, Any] = {
        "organisation": organisation_in_force().pk,
        "objectives": sorted(objective_ids),
    }
    found: dict[int, list[Tie]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_TIES, values)
        for row in cursor.fetchall():
            tie = Tie(*row)
            found.setdefault(tie.child_id, []).append(tie)
    return found
