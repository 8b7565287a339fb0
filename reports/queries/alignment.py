"""The alignment page: which objectives stand how, and what would mend those that hang loose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.core.paginator import Page, Paginator

from objectives.models import Objective
from people.policy import Standing
from reports.figures.columns import Ints
from reports.figures.standings import LOCAL, ORPHAN, UNCONFIRMED, Standings, decode
from reports.models import ReportRun
from reports.queries.called import PriorityName, priorities_in_force
from reports.queries.chains import Broken, where_broken

A_PAGE = 25
A_TASTE = 5


class Finding(StrEnum):
    """What a list of objectives is a list of; the words of its address."""

    ORPHANS = "orphans"
    UNCONFIRMED = "unconfirmed"
    UNANSWERED = "unanswered"
    LOCAL = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveLine:
    """An objective of O; `broken` says where its chain is, for those that are unconfirmed."""

    id: int
    ref: str
    title: str
    unit: str
    answerable: str  # since the run, where nobody was
    broken: Broken | None


@dataclass(frozen=True, kw_only=True)
class FindingTaste:
    """The first few of a finding's objectives."""

    finding: Finding
    total: int
    lines: list[ObjectiveLine]


@dataclass(frozen=True, kw_only=True)
class PriorityReachLine:
    """How far a priority reaches by links that count, now and in an earlier run."""

    priority: PriorityName
    is_in_force: bool
    objectives: int
    units: int
    depth: int
    objectives_before: int | None


@dataclass(frozen=True, kw_only=True)
class AlignmentPage:
    run: ReportRun
    findings: list[FindingTaste]
    priorities: list[PriorityReachLine]
    earlier: ReportRun | None


def alignment_page(
    run: ReportRun, *, standing: Standing, now: datetime, earlier: ReportRun | None = None
) -> AlignmentPage:
    """The same number of queries however many objectives stand how."""
    standings = decode(bytes(run.stored))
    ids = {finding: ids_of(standings, finding) for finding in Finding}
    shown = {finding: found[:A_TASTE].tolist() for finding, found in ids.items()}
    in_force = priorities_in_force()
    lines = _lines(shown, run=run, standing=standing, priorities=in_force, now=now)
    return AlignmentPage(
        run=run,
        findings=[
            FindingTaste(
                finding=finding,
                total=len(ids[finding]),
                lines=[lines[id] for id in shown[finding] if id in lines],
            )
            for finding in Finding
        ],
        priorities=_reach_lines(run, earlier, in_force),
        earlier=earlier,
    )


def ids_of(standings: Standings, finding: Finding) -> Ints:
    """The objectives that a finding is about, the oldest first."""
    match finding:
        case Finding.ORPHANS:
            return standings.ids(ORPHAN)
        case Finding.UNCONFIRMED:
            return standings.ids(UNCONFIRMED)
        case Finding.LOCAL:
            return standings.ids(LOCAL)
        case Finding.UNANSWERED:
            return standings.unanswered


def finding_page(
    run: ReportRun, finding: Finding, *, standing: Standing, now: datetime, page: str | None
) -> Page[Any]:
    """The objectives of one finding, 25 a page."""
    ids = ids_of(decode(bytes(run.stored)), finding).tolist()
    found = Paginator(ids, A_PAGE).get_page(page)
    shown = {finding: list(found.object_list)}
    in_force = priorities_in_force()
    lines = _lines(shown, run=run, standing=standing, priorities=in_force, now=now)
    found.object_list = [lines[id] for id in shown[finding] if id in lines]
    return found


def _lines(
    shown: Mapping[Finding, list[int]],
    *,
    run: ReportRun,
    standing: Standing,
    priorities: Iterable[PriorityName],
    now: datetime,
) -> dict[int, ObjectiveLine]:
    broken = where_broken(
        shown.get(Finding.UNCONFIRMED, []),
        cycle_id=run.cycle_id,
        standing=standing,
        priorities=priorities,
        now=now,
    )
    ids = {id for found in shown.values() for id in found}
    objectives = (
        Objective.objects.visible_to(standing)
        .filter(pk__in=ids)
        .select_related("unit", "current__answerable")
    )
    return {it.pk: _line(it, broken.get(it.pk)) for it in objectives}


def _line(objective: Objective, broken: Broken | None) -> ObjectiveLine:
    current = objective.current
    answerable = current.answerable if current else None
    return ObjectiveLine(
        id=objective.pk,
        ref=objective.ref,
        title=current.title if current else objective.ref,
        unit=objective.unit.name,
        answerable=answerable.name if answerable and answerable.is_active else "",
        broken=broken,
    )


def _reach_lines(
    run: ReportRun, earlier: ReportRun | None, in_force: list[PriorityName]
) -> list[PriorityReachLine]:
    """In the strategy's order. A reference names one priority of the strategy in force then."""
    stored = {line["ref"]: line for line in run.summary["priorities"]}
    before = {line["ref"]: line for line in earlier.summary["priorities"]} if earlier else {}
    names = [name for name in in_force if name.ref in stored]
    known = {name.ref for name in names}
    names += [PriorityName(id=0, ref=ref, title=ref) for ref in stored if ref not in known]
    return [
        PriorityReachLine(
            priority=name,
            is_in_force=name.id != 0,
            objectives=stored[name.ref]["objectives"],
            units=stored[name.ref]["units"],
            depth=stored[name.ref]["depth"],
            objectives_before=before[name.ref]["objectives"] if name.ref in before else None,
        )
        for name in names
    ]
