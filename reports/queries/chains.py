"""What keeps an objective from reaching a priority, as the links stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from objectives.models import Objective
from people.policy import Standing
from reports.figures.chains import Rung, broken_rungs, rungs_by_child
from reports.figures.columns import STALE_DAYS
from reports.queries.called import PriorityName
from reports.queries.raw import rows

_UPWARDS = """
    WITH RECURSIVE up(id) AS (
        SELECT unnest(%(objectives)s::bigint[])
        UNION
        SELECT link.parent_objective_id
        FROM objectives_contributionlink link JOIN up ON link.child_id = up.id
        WHERE link.organisation_id = %(organisation)s AND link.parent_objective_id IS NOT NULL
          AND link.state IN ('proposed', 'accepted', 'stale')
    )
    SELECT link.id, link.child_id, link.parent_objective_id, link.parent_priority_id,
           CASE WHEN link.state = 'stale'
                 AND link.stale_since < %(stale_before)s
                THEN 'stale_too_long' ELSE link.state END,
           coalesce(parent.state, '')
    FROM up JOIN objectives_contributionlink link ON link.child_id = up.id
    LEFT JOIN objectives_objective parent
           ON parent.organisation_id = link.organisation_id
          AND parent.id = link.parent_objective_id
    WHERE link.organisation_id = %(organisation)s
      AND link.state IN ('proposed', 'accepted', 'stale')
      AND (link.parent_objective_id IS NULL OR parent.cycle_id = %(cycle)s)
"""


class How(StrEnum):
    """In what way a chain is broken."""

    NOT_ANSWERED = "not_answered"
    NOT_RENEWED = "not_renewed"
    NOT_AGREED = "not_agreed"
    ENDED = "ended"
    MENDED = "mended"
    GONE = "gone"


ENDED_STATES = (
    Objective.State.ACHIEVED,
    Objective.State.PARTLY,
    Objective.State.NOT_ACHIEVED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An objective on the way up, unless the reader may not see it; or a priority (id 0)."""

    id: int
    title: str
    unit: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first thing to mend on the way up that is nearest to whole.

    `child` and `parent` are the ends of the link; None is an objective the reader may not see.
    `is_own` says that the link is the objective's own, `more` how many are open further up.
    """

    how: How
    child: Named | None = None
    parent: Named | None = None
    is_own: bool = False
    more: int = 0


def where_broken(
    objectives: Sequence[int],
    *,
    cycle_id: int,
    standing: Standing,
    priorities: Iterable[PriorityName],
    now: datetime,
) -> dict[int, Broken]:
    """Two queries for however many objectives and however long their chains."""
    stale_before = now - timedelta(days=STALE_DAYS)
    values = {"objectives": list(objectives), "cycle": cycle_id, "stale_before": stale_before}
    rungs = [
        Rung(
            link=link,
            child=child,
            parent_objective=objective,
            parent_priority=priority,
            state=state,
            parent_state=parent_state,
        )
        for link, child, objective, priority, state, parent_state in rows(_UPWARDS, values)
    ]
    above = rungs_by_child(rungs)
    titles = {priority.id: priority.title for priority in priorities}
    ends = {rung.child for rung in rungs} | {rung.parent_objective or 0 for rung in rungs}
    named = _named(ends, standing)
    return {
        id: _broken(id, broken_rungs(id, above, priorities=titles), named, titles)
        for id in objectives
    }


def _named(ids: set[int], standing: Standing) -> dict[int, Named]:
    visible = Objective.objects.visible_to(standing).filter(pk__in=ids)
    facts = visible.values_list("pk", "current__title", "unit__name", "state")
    return {
        pk: Named(id=pk, title=title, unit=unit, state=Objective.State(state).label)
        for pk, title, unit, state in facts
    }


def _broken(
    objective: int, broken: list[Rung] | None, named: Mapping[int, Named], titles: Mapping[int, str]
) -> Broken:
    if not broken:
        return Broken(how=How.GONE if broken is None else How.MENDED)
    first = broken[0]
    parent = named.get(first.parent_objective or 0)
    if first.parent_priority is not None:
        title = titles[first.parent_priority]
        parent = Named(id=0, title=title, unit="", state="")
    return Broken(
        how=_how(first),
        child=named.get(first.child),
        parent=parent,
        is_own=first.child == objective,
        more=len(broken) - 1,
    )


def _how(rung: Rung) -> How:
    """An objective that is not agreed has to be before anybody answers for links to it."""
    if rung.parent_state in ENDED_STATES:
        return How.ENDED
    if not rung.leads_into_force:
        return How.NOT_AGREED
    return How.NOT_RENEWED if rung.state == "stale_too_long" else How.NOT_ANSWERED
