"""Objectives in rows: search, filters, order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from objectives.models import Cycle, Objective
from objectives.queries.check_ins.stands import last_words, stand_tag
from objectives.queries.lights import lights_of
from objectives.queries.lights.cards import LightMark, marks
from objectives.queries.parts import (
    PriorityName,
    Served,
    Tag,
    main_links,
    priorities_in_force,
    served,
    tag_of,
)
from objectives.queries.seen import led_or_answered_for, objectives_visible_to
from people.models import OrgUnit
from people.policy import Standing
from people.queries import unit_ids_below
from people.tenancy import organisation_in_force

ORDERS = {
    "title": "current__title",
    "unit": "unit__name",
    "state": "state",
    "date": "current__target_date",
}

_REACHING = """
    WITH RECURSIVE reaching(id) AS (
        SELECT child_id FROM objectives_contributionlink
        WHERE organisation_id = %(organisation)s AND parent_priority_id = %(priority)s
          AND state NOT IN ('declined', 'ended')
        UNION
        SELECT link.child_id FROM objectives_contributionlink link
        JOIN reaching ON link.parent_objective_id = reaching.id
        WHERE link.organisation_id = %(organisation)s AND link.state NOT IN ('declined', 'ended')
    )
    SELECT id FROM reaching
"""


@dataclass(frozen=True, kw_only=True)
class ObjectiveLine:
    objective_id: int
    ref: str
    title: str
    unit_id: int
    unit: str
    state: Tag
    stand: Tag | None  # the last word about it, or for how long there was none
    serves: Served | None
    is_alone: bool  # it serves no priority and says why
    target_date: date | None
    marks: list[LightMark]  # the four lights in words; none where they were not asked for


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a person is looking for; empty means all."""

    words: str = ""
    mine: bool = False  # those they are answerable for, or whose unit they lead
    state: str = ""
    unit: str = ""
    priority: str = ""
    sort: str = ""


class ObjectiveLines(Sequence[ObjectiveLine]):
    """Lines read a page at a time: as many queries for 10 as for 10,000."""

    def __init__(
        self,
        rows: QuerySet[Objective],
        *,
        standing: Standing,
        now: datetime | None,
        priorities: dict[int, PriorityName] | None = None,
    ) -> None:
        self.rows, self.standing, self.now = rows, standing, now
        self.priorities = priorities

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, wanted: Any) -> Any:
        return lines_of(
            self.rows[wanted], standing=self.standing, now=self.now, priorities=self.priorities
        )


def objective_lines(
    *,
    standing: Standing,
    cycle: Cycle | None,
    wanted: Wanted,
    now: datetime | None = None,
    priorities: dict[int, PriorityName] | None = None,
) -> ObjectiveLines:
    """The year's objectives that this person may see, narrowed to what they look for; with
    their lights where `now` is given."""
    rows = objectives_visible_to(standing).filter(cycle=cycle)
    for word in wanted.words.split():
        rows = rows.filter(Q(current__title__icontains=word) | Q(ref__iexact=word))
    if wanted.mine:
        rows = rows.filter(led_or_answered_for(standing))
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    else:
        rows = rows.exclude(state=Objective.State.WITHDRAWN)
    if wanted.unit:
        rows = rows.filter(unit_id__in=_units_named(wanted.unit))
    if wanted.priority:
        rows = rows.filter(pk__in=reaching(wanted.priority))
    ordered = rows.order_by(*_order(wanted.sort))
    return ObjectiveLines(ordered, standing=standing, now=now, priorities=priorities)


def _order(sort: str) -> list[OrderBy | str]:
    column = F(ORDERS.get(sort.lstrip("-"), "unit__name"))
    first = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return [first, "current__title", "pk"]


def _units_named(code: str) -> frozenset[int]:
    units = set(OrgUnit.objects.filter(code=code).values_list("pk", flat=True))
    return unit_ids_below(unit_ids=units, organisation_id=organisation_in_force().pk)


def reaching(priority_ref: str) -> list[int]:
    """Objectives that serve a priority of the strategy in force, directly or through others."""
    known = (name for name in priorities_in_force().values() if name.ref == priority_ref)
    priority = next(known, None)
    if priority is None:
        return []
    values = {"organisation": organisation_in_force().pk, "priority": priority.priority_id}
    with connection.cursor() as cursor:
        cursor.execute(_REACHING, values)
        return [row[0] for row in cursor.fetchall()]


def lines_of(
    rows: QuerySet[Objective] | Sequence[Objective],
    *,
    standing: Standing,
    priorities: dict[int, PriorityName] | None = None,
    now: datetime | None = None,
) -> list[ObjectiveLine]:
    found = list(rows)
    ids = [one.pk for one in found]
    links, last = main_links(ids), last_words(ids)
    names = priorities_in_force() if priorities is None else priorities
    lights = lights_of(found, now=now, priorities=names, is_brief=True) if now else {}
    return [
        ObjectiveLine(
            objective_id=one.pk,
            ref=one.ref,
            title=one.current.title if one.current else one.ref,
            unit_id=one.unit_id,
            unit=one.unit.name,
            state=tag_of(one.state),
            stand=stand_tag(one, last.get(one.pk), now=now) if now else None,
            serves=served(links[one.pk], standing=standing, priorities=names)
            if one.pk in links
            else None,
            is_alone=one.pk not in links and bool(one.local_reason),
            target_date=one.current.target_date if one.current else None,
            marks=marks(lights[one.pk]) if one.pk in lights else [],
        )
        for one in found
    ]
