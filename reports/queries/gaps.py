"""One gap: a unit, a priority, what is expected there, who was asked, what is on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.db.models import Q

from objectives.models import (
    AskedObjective,
    ContributionLink,
    Cycle,
    ExpectedContribution,
    Objective,
)
from objectives.queries.leaders import leaders
from objectives.queries.sides import owner_side
from objectives.queries.teams import people_named
from people.policy import Standing
from reports.figures.cells import StoredCells, UnitNotCounted
from reports.models import ReportRun
from reports.queries.called import PriorityName, UnitName, unit_names
from strategy.models import PriorityWording

UNITS_SHOWN = 25
STARTED = (
    Objective.State.DRAFT,
    Objective.State.PROPOSED,
    Objective.State.IN_CATCHBALL,
    Objective.State.AGREED,
    Objective.State.LIVE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asked for an objective here, and since when it has waited."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedLine:
    """An objective of this unit that says it serves the priority, counted or not."""

    id: int
    title: str
    state: str


@dataclass(frozen=True, kw_only=True)
class GapPage:
    unit: UnitName
    priority: PriorityName
    expectation: str
    asked: Asked | None
    leads: list[str]
    started: list[StartedLine]
    objectives: int | None  # counted at and below the unit; none where no run knows the unit
    gaps_below: list[UnitName]
    more_below: int


def priority_in_force(ref: str) -> PriorityName | None:
    wording = (
        PriorityWording.objects.in_force()
        .filter(priority__ref=ref)
        .values_list("priority_id", "priority__ref", "title")
        .first()
    )
    return PriorityName(id=wording[0], ref=wording[1], title=wording[2]) if wording else None


def gap_page(
    *,
    standing: Standing,
    unit: UnitName,
    priority: PriorityName,
    cycle: Cycle | None,
    run: ReportRun | None,
) -> GapPage:
    """What somebody needs to know before they start an objective or ask for one."""
    objectives, ids = _counted(run, unit, priority)
    names = unit_names(ids[:UNITS_SHOWN])
    expectation = ExpectedContribution.objects.filter(unit_id=unit.id, priority_id=priority.id)
    said = expectation.values_list("expectation", flat=True).first()
    return GapPage(
        unit=unit,
        priority=priority,
        expectation=said or "",
        asked=_asked(unit, priority),
        leads=people_named(owner_side(unit.id, None, known=leaders()).asked()),
        started=_started(standing, unit, priority, cycle),
        objectives=objectives,
        gaps_below=[names[id] for id in ids[:UNITS_SHOWN]],
        more_below=max(0, len(ids) - UNITS_SHOWN),
    )


def _counted(
    run: ReportRun | None, unit: UnitName, priority: PriorityName
) -> tuple[int | None, list[int]]:
    """Objectives at and below the unit, and the units below it that are gaps themselves."""
    if run is None:
        return None, []
    try:
        cells = StoredCells(bytes(run.stored)).subtree(unit.id)
    except UnitNotCounted:
        return None, []
    rows = np.flatnonzero(cells.priorities == priority.id)
    if not len(rows):
        return None, []
    row = int(rows[0])
    return int(cells.objectives[row, 0]), cells.units[1:][cells.gaps[row, 1:]].tolist()


def _asked(unit: UnitName, priority: PriorityName) -> Asked | None:
    waiting = AskedObjective.objects.filter(
        unit_id=unit.id, priority_id=priority.id, answered_at=None
    )
    asked = waiting.values_list("asked_by__name", "asked_at").first()
    return Asked(by=asked[0], at=asked[1]) if asked else None


def _started(
    standing: Standing, unit: UnitName, priority: PriorityName, cycle: Cycle | None
) -> list[StartedLine]:
    """Objectives of the unit's own that serve the priority themselves or through one other."""
    stands = ContributionLink.objects.standing()
    through = stands.filter(parent_priority_id=priority.id).values("child_id")
    serving = stands.filter(
        Q(parent_priority_id=priority.id) | Q(parent_objective_id__in=through)
    ).values("child_id")
    found = (
        Objective.objects.visible_to(standing)
        .filter(unit_id=unit.id, cycle=cycle, state__in=STARTED, pk__in=serving)
        .order_by("ref")
        .values_list("pk", "current__title", "state")[:UNITS_SHOWN]
    )
    return [
        StartedLine(id=pk, title=title, state=Objective.State(state).label)
        for pk, title, state in found
    ]
