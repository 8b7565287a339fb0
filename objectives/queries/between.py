"""From above and from below, for whoever leads in the middle: what is expected of a unit, what
those below offer and need, what nobody has matched yet, and how much each carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.db.models import Count, Exists, OuterRef, Subquery

from objectives.figures.load import Limits
from objectives.models import (
    AskedObjective,
    ContributionLink,
    Cycle,
    ExpectedContribution,
    Objective,
    Promise,
)
from objectives.queries.load.carried import limits_in_force
from objectives.queries.parts import PriorityName, priorities_in_force, shortened
from objectives.queries.reach import priorities_on_the_way
from objectives.queries.seen import objectives_visible_to
from people.addresses import address
from people.models import OrgUnit
from people.policy import Standing
from people.queries import unit_ids_below
from people.tenancy import organisation_in_force

OPEN_AT_MOST = Limits().team_objectives  # where the organisation set no other limit
SHOWN = 50
MATCH = "Match it or ask for it"
State = Objective.State
OPEN = (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)
TALKING = (State.PROPOSED, State.IN_CATCHBALL)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row, with the one thing to do about it."""

    title: str
    facts: str
    href: str  # where it is read; "" where it has no page
    act: str
    act_href: str
    is_matched: bool = False
    serves: str = ""  # what an offer would name to meet it: "priority:SAFE"
    since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Load:
    unit_id: int
    name: str
    open: int
    most: int = OPEN_AT_MOST

    @property
    def is_over(self) -> bool:
        return self.open > self.most


@dataclass(frozen=True, kw_only=True)
class Between:
    unit_id: int
    name: str
    above: str
    expected: list[Line]
    offered: list[Line]
    loads: list[Load]

    @property
    def at_most(self) -> int:
        return self.loads[0].most

    @property
    def unmatched_above(self) -> int:
        return sum(not line.is_matched for line in self.expected)


def between(unit: OrgUnit, *, standing: Standing, cycle: Cycle | None) -> Between:
    """A fixed number of queries, whatever there is."""
    return Between(
        unit_id=unit.pk,
        name=unit.name,
        above=unit.parent.name if unit.parent else "",
        expected=_FromAbove(unit, standing, cycle).lines(),
        offered=_FromBelow(unit, standing, cycle).lines(),
        loads=_loads(unit, cycle),
    )


class _FromAbove:
    """What is asked of a unit, the unmatched first."""

    def __init__(self, unit: OrgUnit, standing: Standing, cycle: Cycle | None) -> None:
        self.unit = unit
        self.priorities = priorities_in_force()
        organisation_id = organisation_in_force().pk
        self.units = unit_ids_below(unit_ids={unit.pk}, organisation_id=organisation_id)
        self.seen = objectives_visible_to(standing).filter(cycle=cycle)

    def lines(self) -> list[Line]:
        found = [*self._asked(), *self._expected(), *self._above()]
        return sorted(found, key=lambda line: line.is_matched)

    def _asked(self) -> list[Line]:
        rows = AskedObjective.objects.filter(unit=self.unit, answered_at=None)
        return [
            Line(
                title=name.title,
                facts=f"{row.asked_by.name} asks for an objective",
                href="",
                act="Answer",
                act_href=address("objectives:asked", row.pk),
                since=row.asked_at,
            )
            for row in rows.select_related("asked_by").order_by("asked_at", "pk")
            if (name := self.priorities.get(row.priority_id)) is not None
        ]

    def _expected(self) -> list[Line]:
        ours = self.seen.filter(unit_id__in=self.units, state__in=OPEN)
        served = priorities_on_the_way(list(ours.values_list("pk", flat=True)))
        rows = ExpectedContribution.objects.filter(unit=self.unit).exclude(
            expectation=ExpectedContribution.Expectation.NOT_EXPECTED
        )
        kept = {row.priority_id: row for row in rows}
        return [
            self._priority(name, kept[pk], is_served=pk in served)
            for pk, name in self.priorities.items()
            if pk in kept
        ]

    def _priority(self, name: PriorityName, row: ExpectedContribution, *, is_served: bool) -> Line:
        ref, serves = quote(name.ref, safe=""), f"priority:{name.ref}"
        code = quote(self.unit.code, safe="")
        ours = f"{address('objectives:objectives')}?priority={ref}&unit={code}"
        return Line(
            title=name.title,
            facts=f"Board priority, {row.get_expectation_display().lower()}",
            href="",
            act="See what serves it" if is_served else MATCH,
            act_href=ours if is_served else self._match(serves),
            is_matched=is_served,
            serves=serves,
        )

    def _above(self) -> list[Line]:
        """Objectives of the unit above, with how many of ours serve each."""
        if self.unit.parent_id is None:
            return []
        links = (
            ContributionLink.objects.standing()
            .filter(parent_objective=OuterRef("pk"), child__unit_id__in=self.units)
            .exclude(child__state=State.WITHDRAWN)
            .order_by()
            .values("parent_objective")
        )
        rows = self.seen.filter(unit_id=self.unit.parent_id, state__in=OPEN).annotate(
            serving=Subquery(links.annotate(how_many=Count("pk")).values("how_many"))
        )
        return [self._of_above(row) for row in rows.order_by("current__title", "pk")[:SHOWN]]

    def _of_above(self, row: Objective) -> Line:
        serving = vars(row)["serving"] or 0
        href = address("objectives:objective", row.pk)
        serves = f"objective:{row.ref}"
        return Line(
            title=title_of(row),
            facts=f"{row.unit.name}, {row.get_state_display().lower()}",
            href=href,
            act="See what serves it" if serving else MATCH,
            act_href=href if serving else self._match(serves),
            is_matched=bool(serving),
            serves=serves,
        )

    def _match(self, serves: str) -> str:
        return f"{address('objectives:match', self.unit.pk)}?to={quote(serves, safe=':')}"


class _FromBelow:
    """What those below offer, need and leave open: the longest wait first."""

    def __init__(self, unit: OrgUnit, standing: Standing, cycle: Cycle | None) -> None:
        self.unit, self.cycle = unit, cycle
        self.seen = objectives_visible_to(standing).filter(cycle=cycle)

    def lines(self) -> list[Line]:
        waiting = [*self._offers(), *self._needs(), *self._asked()]
        waiting.sort(key=lambda line: line.since.timestamp() if line.since else 0)
        return [*waiting, *self._unlinked()]

    def _offers(self) -> list[Line]:
        rows = (
            ContributionLink.objects.filter(
                parent_objective__unit=self.unit,
                parent_objective__cycle=self.cycle,
                state__in=(ContributionLink.State.PROPOSED, ContributionLink.State.STALE),
                child__state__in=OPEN,
            )
            .exclude(child__unit=self.unit)
            .select_related("child__current", "child__unit", "parent_objective__current")
            .order_by("pk")[:SHOWN]
        )
        return [self._offer(row) for row in rows]

    def _offer(self, link: ContributionLink) -> Line:
        child, parent = link.child, link.parent_objective
        is_talked = link.is_primary and child.state in TALKING
        says = "still to serve" if link.state == ContributionLink.State.STALE else "to serve"
        return Line(
            title=title_of(child),
            facts=f"{child.unit.name} offers it {says} “{shortened(title_of(parent))}”"
            if parent
            else child.unit.name,
            href=address("objectives:objective", child.pk),
            act="Answer",
            act_href=address("objectives:answer", child.pk)
            if is_talked
            else address("objectives:answer_link", link.pk),
            since=link.stale_since or link.proposed_at or link.created_at,
        )

    def _needs(self) -> list[Line]:
        rows = Promise.objects.filter(
            promiser=self.unit, state=Promise.State.ASKED, objective__in=self.seen
        ).select_related("objective__current", "objective__unit")
        return [
            Line(
                title=row.words,
                facts=f"{row.objective.unit.name} needs it for "
                f"“{shortened(title_of(row.objective))}”",
                href="",
                act="Answer",
                act_href=address("objectives:promise", row.pk),
                since=row.asked_at,
            )
            for row in rows.order_by("asked_at", "pk")[:SHOWN]
        ]

    def _asked(self) -> list[Line]:
        priorities = priorities_in_force()
        rows = AskedObjective.objects.filter(unit__parent=self.unit, answered_at=None)
        return [
            Line(
                title=name.title,
                facts=f"{row.unit.name} is asked for an objective",
                href="",
                act="Answer for them",
                act_href=address("objectives:asked", row.pk),
                since=row.asked_at,
            )
            for row in rows.select_related("unit").order_by("asked_at", "pk")[:SHOWN]
            if (name := priorities.get(row.priority_id)) is not None
        ]

    def _unlinked(self) -> list[Line]:
        """Objectives of the units just below that serve nothing, and give no reason."""
        rows = (
            self.seen.filter(unit__parent=self.unit, state__in=OPEN, local_reason="")
            .exclude(Exists(ContributionLink.objects.standing().filter(child=OuterRef("pk"))))
            .order_by("unit__name", "current__title", "pk")
        )
        return [
            Line(
                title=title_of(row),
                facts=f"{row.unit.name}, serves nothing yet",
                href=address("objectives:objective", row.pk),
                act="Match it",
                act_href=f"{address('objectives:match', self.unit.pk)}?offer={row.pk}",
            )
            for row in rows[:SHOWN]
        ]


def _loads(unit: OrgUnit, cycle: Cycle | None) -> list[Load]:
    """Open objectives of the unit and of each just below it, the fullest first."""
    units = [unit, *OrgUnit.objects.open().filter(parent=unit).order_by("name", "pk")]
    counts = Objective.objects.filter(unit__in=units, cycle=cycle, state__in=OPEN)
    how_many = dict(counts.order_by().values_list("unit_id").annotate(Count("pk")))
    most = limits_in_force().team_objectives
    loads = [
        Load(unit_id=one.pk, name=one.name, open=how_many.get(one.pk, 0), most=most)
        for one in units
    ]
    return sorted(loads, key=lambda load: -load.open)


def title_of(objective: Objective) -> str:
    return objective.current.title if objective.current else objective.ref
