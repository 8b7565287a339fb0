"""What stands on words that have since changed, and how old that is: the agreement's debt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from objectives.models import ContributionLink, ObjectiveVersion
from objectives.queries.leaders import Leaders, leaders
from objectives.queries.objective.conversation import Reworded, reworded
from objectives.queries.parts import PriorityName, priorities_in_force
from objectives.queries.reach import priorities_reached
from objectives.queries.seen import links_visible_to
from objectives.queries.sides import may_answer, side_served
from people.policy import Standing

STALE = ContributionLink.State.STALE
NOWHERE = "No priority any longer"


@dataclass(frozen=True, kw_only=True)
class Changed:
    """How one end of a link has changed since the link was accepted."""

    title: str
    changes: tuple[Reworded, ...]


@dataclass(frozen=True, kw_only=True)
class DriftLine:
    """One link to look at again."""

    link_id: int
    objective_id: int
    objective: str
    unit: str
    serves: str
    since: datetime
    days: int
    changed: tuple[Changed, ...]
    may_answer: bool


@dataclass(frozen=True, kw_only=True)
class Debt:
    """How much of one unit's, or one priority's, work stands on words that have changed: the
    number of links, and the sum of their ages in days."""

    name: str
    links: int
    days: int


def stale_links(standing: Standing) -> QuerySet[ContributionLink]:
    """Those this person may see, the oldest first."""
    seen = links_visible_to(standing).filter(state=STALE)
    return seen.order_by("stale_since", "pk")


def drift_lines(
    links: Sequence[ContributionLink], *, standing: Standing, now: datetime
) -> list[DriftLine]:
    """With what changed at either end: a fixed number of queries, whatever the number of links."""
    known, priorities = leaders(), priorities_in_force()
    versions = _versions(links)
    return [
        _line(link, versions, known=known, priorities=priorities, standing=standing, now=now)
        for link in links
    ]


def _line(
    link: ContributionLink,
    versions: dict[int, list[ObjectiveVersion]],
    *,
    known: Leaders,
    priorities: dict[int, PriorityName],
    standing: Standing,
    now: datetime,
) -> DriftLine:
    name = priorities.get(link.parent_priority_id or 0)
    parent = link.parent_objective
    side = side_served(
        unit_id=parent.unit_id if parent else None,
        sponsor_id=name.sponsor_id if name else None,
        known=known,
    )
    since = link.stale_since or link.updated_at
    return DriftLine(
        link_id=link.pk,
        objective_id=link.child_id,
        objective=_title(link.child),
        unit=link.child.unit.name,
        serves=_title(parent) if parent else name.title if name else str(link.parent_priority),
        since=since,
        days=(now - since).days,
        changed=_changed(link, versions),
        may_answer=may_answer(standing, side),
    )


def _title(objective: object) -> str:
    current = getattr(objective, "current", None)
    return str(current.title if current else objective)


def _versions(links: Iterable[ContributionLink]) -> dict[int, list[ObjectiveVersion]]:
    ids = {pk for link in links for pk in (link.child_id, link.parent_objective_id) if pk}
    rows = (
        ObjectiveVersion.objects.filter(objective_id__in=ids)
        .select_related("answerable")
        .prefetch_related("measures")
        .order_by("number")
    )
    found: dict[int, list[ObjectiveVersion]] = defaultdict(list)
    for row in rows:
        found[row.objective_id].append(row)
    return found


def _changed(
    link: ContributionLink, versions: dict[int, list[ObjectiveVersion]]
) -> tuple[Changed, ...]:
    accepted_at = link.answered_at or link.imported_at or link.proposed_at or link.created_at
    ends = [pk for pk in (link.child_id, link.parent_objective_id) if pk]
    found = []
    for pk in ends:
        known = versions.get(pk, [])
        then = [version for version in known if version.written_at <= accepted_at]
        if known and then and then[-1].pk != known[-1].pk:
            changes = reworded(then[-1], known[-1])
            if changes:
                found.append(Changed(title=known[-1].title, changes=changes))
    return tuple(found)


def debt_by_unit(standing: Standing, *, now: datetime) -> list[Debt]:
    """By the unit whose objective it is, most days first."""
    rows = stale_links(standing).values_list("child__unit__name", "stale_since")
    return _debts(((name, since) for name, since in rows), now=now)


def debt_by_priority(standing: Standing, *, now: datetime) -> list[Debt]:
    """By the priorities that the objective reaches; one that reaches two counts for both."""
    rows = list(stale_links(standing).values_list("child_id", "stale_since"))
    names = priorities_in_force()
    reached = priorities_reached({pk for pk, _ in rows}, now=now)
    found = [
        (names[priority_id].title, since)
        for pk, since in rows
        for priority_id in reached.get(pk, ())
        if priority_id in names
    ]
    nowhere = [(NOWHERE, since) for pk, since in rows if not reached.get(pk)]
    return _debts([*found, *nowhere], now=now)


def _debts(rows: Iterable[tuple[str, datetime | None]], *, now: datetime) -> list[Debt]:
    days: dict[str, list[int]] = defaultdict(list)
    for name, since in rows:
        days[name].append((now - since).days if since else 0)
    debts = [Debt(name=name, links=len(ages), days=sum(ages)) for name, ages in days.items()]
    return sorted(debts, key=lambda debt: (-debt.days, -debt.links, debt.name))
