"""A team's page, and the list of teams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.db import connection
from django.db.models import Count, F, Q, QuerySet
from django.utils.timezone import localdate

from objectives.models import (
    AskedObjective,
    Cycle,
    ExpectedContribution,
    Objective,
)
from objectives.queries.delegates import DelegationLine, delegates_of_unit
from objectives.queries.lists import ObjectiveLine, lines_of
from objectives.queries.parts import PriorityName, priorities_in_force
from objectives.queries.reach import priorities_on_the_way
from objectives.queries.seen import is_seen, objectives_visible_to
from people.models import Assignment, OrgUnit, Person
from people.policy import Action, Standing
from people.queries import unit_ids_below
from people.tenancy import organisation_in_force
from strategy.models import Priority

SHOWN = 100  # a team's objectives on one page; the list has the rest


@dataclass(frozen=True, kw_only=True)
class TeamLine:
    unit_id: int
    name: str
    facts: str
    objectives: int


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A priority with no objective here yet."""

    priority_id: int
    ref: str
    title: str
    is_required: bool
    asked_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class TeamPage:
    unit_id: int
    code: str
    name: str
    above: TeamLine | None
    is_closed: bool
    people: int
    leads: list[str]
    delegates: list[DelegationLine]
    lines: list[ObjectiveLine]
    total: int
    gaps: list[Gap]
    below: list[TeamLine]
    works_with: list[TeamLine]
    may_write: bool
    may_ask: bool
    may_lead: bool  # and so look both up and down

    @property
    def code_in_url(self) -> str:
        return quote(self.code, safe="")


def team_page(unit: OrgUnit, *, standing: Standing, cycle: Cycle | None, now: datetime) -> TeamPage:
    priorities = priorities_in_force()
    places = Assignment.objects.current().filter(unit=unit, person__is_active=True)
    leads = places.filter(is_lead=True).order_by("person__name")
    rows = (
        objectives_visible_to(standing)
        .filter(unit=unit, cycle=cycle)
        .exclude(state=Objective.State.WITHDRAWN)
        .order_by("current__title", "pk")
    )
    parent = unit.parent
    return TeamPage(
        unit_id=unit.pk,
        code=unit.code,
        name=unit.name,
        above=TeamLine(unit_id=parent.pk, name=parent.name, facts="", objectives=0)
        if parent
        else None,
        is_closed=unit.closed_on is not None,
        people=unit.headcount or places.values("person").distinct().count(),
        leads=list(leads.values_list("person__name", flat=True)),
        delegates=delegates_of_unit(unit.pk, today=localdate(now)),
        lines=lines_of(rows[:SHOWN], standing=standing, priorities=priorities, now=now),
        total=rows.count(),
        gaps=_gaps(unit, standing=standing, cycle=cycle, priorities=priorities),
        below=_team_lines(OrgUnit.objects.open().filter(parent=unit), standing, cycle),
        works_with=_works_with(unit, standing=standing),
        may_write=standing.may(Action.WRITE_OBJECTIVE, unit_id=unit.pk),
        may_ask=standing.may(Action.ASK_FOR_OBJECTIVE),
        may_lead=standing.may(Action.ANSWER_FOR_OWNER, unit_id=unit.pk),
    )


def _gaps(
    unit: OrgUnit,
    *,
    standing: Standing,
    cycle: Cycle | None,
    priorities: dict[int, PriorityName],
) -> list[Gap]:
    """Priorities that no objective of this unit or one below it is on the way to; what is not
    expected of the unit is left out, what is required stands first."""
    ids = unit_ids_below(unit_ids={unit.pk}, organisation_id=organisation_in_force().pk)
    here = (
        objectives_visible_to(standing)
        .filter(unit_id__in=ids, cycle=cycle)
        .exclude(state=Objective.State.WITHDRAWN)
    )
    served = priorities_on_the_way(list(here.values_list("pk", flat=True)))
    expected = dict(
        ExpectedContribution.objects.filter(unit=unit).values_list("priority_id", "expectation")
    )
    asked = dict(
        AskedObjective.objects.filter(unit=unit, answered_at=None).values_list(
            "priority_id", "asked_at"
        )
    )
    gaps = [
        Gap(
            priority_id=name.priority_id,
            ref=name.ref,
            title=name.title,
            is_required=expected.get(name.priority_id) == "required",
            asked_at=asked.get(name.priority_id),
        )
        for name in priorities.values()
        if name.priority_id not in served and expected.get(name.priority_id) != "not_expected"
    ]
    return sorted(gaps, key=lambda gap: not gap.is_required)


_WORKS_WITH = """
    WITH near AS MATERIALIZED (
        SELECT id, state FROM objectives_objective
        WHERE organisation_id = %(organisation)s AND unit_id = %(unit)s
    ), tied(near_state, far_id) AS (
        SELECT near.state, link.parent_objective_id
        FROM near JOIN objectives_contributionlink link ON link.child_id = near.id
        WHERE link.organisation_id = %(organisation)s AND link.state NOT IN ('declined', 'ended')
        UNION ALL
        SELECT near.state, link.child_id
        FROM near JOIN objectives_contributionlink link ON link.parent_objective_id = near.id
        WHERE link.organisation_id = %(organisation)s AND link.state NOT IN ('declined', 'ended')
    )
    SELECT far.unit_id, unit.name, near_state, far.state
    FROM tied JOIN objectives_objective far ON far.id = far_id
    JOIN people_orgunit unit ON unit.id = far.unit_id
    WHERE far.organisation_id = %(organisation)s AND far.unit_id <> %(unit)s
"""


def _works_with(unit: OrgUnit, *, standing: Standing) -> list[TeamLine]:
    """Other units at the far end of this one's links, as far as this person may see."""
    values = {"organisation": organisation_in_force().pk, "unit": unit.pk}
    with connection.cursor() as cursor:
        cursor.execute(_WORKS_WITH, values)
        shared = Counter(
            (unit_id, name)
            for unit_id, name, near, far in cursor.fetchall()
            if is_seen(standing, state=near, unit_id=unit.pk)
            and is_seen(standing, state=far, unit_id=unit_id)
        )
    return [
        TeamLine(unit_id=unit_id, name=name, facts="", objectives=count)
        for (unit_id, name), count in sorted(shared.items(), key=lambda one: one[0][1])
    ]


def _team_lines(
    units: QuerySet[OrgUnit], standing: Standing, cycle: Cycle | None
) -> list[TeamLine]:
    found = list(units.select_related("parent").order_by("name", "pk"))
    seen = Objective.objects.visible_to(standing).filter(unit__in=found, cycle=cycle)
    counts = seen.exclude(state=Objective.State.WITHDRAWN).values_list("unit_id")
    how_many = dict(counts.annotate(Count("pk")))
    return [
        TeamLine(
            unit_id=unit.pk,
            name=unit.name,
            facts=unit.parent.name if unit.parent else "",
            objectives=how_many.get(unit.pk, 0),
        )
        for unit in found
    ]


def my_teams(*, standing: Standing, cycle: Cycle | None) -> list[TeamLine]:
    """The teams a person leads or works in."""
    mine = standing.directly_led_unit_ids | standing.own_unit_ids
    return _team_lines(OrgUnit.objects.open().filter(pk__in=mine), standing, cycle)


class TeamLines(Sequence[TeamLine]):
    """Teams read a page at a time."""

    def __init__(self, rows: QuerySet[OrgUnit], *, standing: Standing, cycle: Cycle | None) -> None:
        self.rows, self.standing, self.cycle = rows, standing, cycle

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, wanted: Any) -> Any:
        ids = list(self.rows[wanted].values_list("pk", flat=True))
        return _team_lines(OrgUnit.objects.filter(pk__in=ids), self.standing, self.cycle)


def teams(*, standing: Standing, cycle: Cycle | None, words: str) -> TeamLines:
    rows = OrgUnit.objects.open()
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(code__iexact=word))
    return TeamLines(rows.order_by(F("name"), "pk"), standing=standing, cycle=cycle)


def units_seen() -> QuerySet[OrgUnit]:
    """Everybody sees every team, the closed ones too."""
    return OrgUnit.objects.select_related("parent")


def priority(priority_id: int) -> Priority:
    return Priority.objects.get(pk=priority_id)


def people_named(person_ids: frozenset[int]) -> list[str]:
    people = Person.objects.active().filter(pk__in=person_ids)
    return list(people.order_by("name", "pk").values_list("name", flat=True))
