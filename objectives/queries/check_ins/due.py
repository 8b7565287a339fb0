"""Objectives whose last word is about to be too old."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from objectives.figures.check_ins import due_at
from objectives.models import Objective
from objectives.queries.check_ins.cards import led_by, under_way
from objectives.queries.check_ins.stands import begun_at, last_words
from objectives.queries.leaders import leaders
from people.models import Person
from people.policy import Standing


@dataclass(frozen=True, kw_only=True)
class Due:
    objective_id: int
    unit_id: int
    answerable_id: int | None
    title: str
    since: datetime


def due_for(standing: Standing, *, now: datetime) -> list[Due]:
    """Those this person leads, the one that waits longest first: two queries."""
    return _due(led_by(standing), now=now)


def _due(objectives: Iterable[Objective], *, now: datetime) -> list[Due]:
    rows = list(objectives)
    last = last_words([row.pk for row in rows])
    found = [
        Due(
            objective_id=row.pk,
            unit_id=row.unit_id,
            answerable_id=row.current.answerable_id if row.current else None,
            title=row.current.title if row.current else row.ref,
            since=due_at(
                said_at=last[row.pk].at if row.pk in last else None, begun_at=begun_at(row)
            ),
        )
        for row in rows
    ]
    due = [one for one in found if one.since <= now]
    return sorted(due, key=lambda one: (one.since, one.objective_id))


def people_with_due(*, now: datetime) -> list[int]:
    """Everybody who leads an objective that is due, and can be written to: a few queries."""
    leads = leaders().leads
    ids: set[int] = set()
    for one in _due(under_way(), now=now):
        ids |= leads.get(one.unit_id, frozenset())
        ids |= {one.answerable_id} if one.answerable_id else set()
    able = Person.objects.active().filter(account__is_active=True, pk__in=ids).exclude(email="")
    return list(able.order_by("pk").values_list("pk", flat=True))
