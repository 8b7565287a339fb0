"""Report runs: the one whose figures a page shows, those under way, and earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from objectives.models import Cycle
from reports.models import ReportRun
from strategy.models import StrategyVersion

EARLIER_RUNS = 50
LATEST_TRIES = 5
FIGURES = ("summary", "stored")


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRun:
    """A run that the figures shown can be compared with."""

    id: int
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The newest figures of a report, and what has become of tries to compute newer ones."""

    run: ReportRun | None
    confirmed_at: datetime | None  # when a later run found the same input
    under_way: ReportRun | None
    failed: ReportRun | None
    earlier: list[EarlierRun]

    @classmethod
    def none(cls) -> Results:
        """Where there is no cycle, nothing has been computed."""
        return cls(run=None, confirmed_at=None, under_way=None, failed=None, earlier=[])


def current_cycle() -> Cycle | None:
    return Cycle.objects.current().first()


def cycle_named(name: str) -> Cycle | None:
    return Cycle.objects.filter(name=name).first()


def has_strategy_in_force() -> bool:
    return StrategyVersion.objects.in_force().exists()


def runs_visible() -> QuerySet[ReportRun]:
    """Every run of the organisation: all of its people see the reports (people/policy.py)."""
    return ReportRun.objects.select_related("cycle")


def computed_runs() -> QuerySet[ReportRun]:
    return runs_visible().filter(state=ReportRun.State.SUCCEEDED)


def runs_with_figures(kind: str) -> QuerySet[ReportRun]:
    return computed_runs().filter(kind=kind)


def newest_figures(*, kind: str, cycle: Cycle) -> ReportRun | None:
    """The run whose figures hold."""
    newest = _newest_done(kind, cycle)
    return (newest.same_as or newest) if newest else None


def results(*, kind: str, cycle: Cycle) -> Results:
    """What a report's page shows; a try that failed is told of until newer figures are there."""
    newest = _newest_done(kind, cycle)
    run = (newest.same_as or newest) if newest else None
    tries = list(
        ReportRun.objects.filter(kind=kind, cycle=cycle)
        .exclude(state__in=(ReportRun.State.SUCCEEDED, ReportRun.State.SUPERSEDED))
        .defer(*FIGURES)
        .order_by("-pk")[:LATEST_TRIES]
    )
    return Results(
        run=run,
        confirmed_at=newest.ended_at if newest and newest.same_as else None,
        under_way=next((it for it in tries if it.is_under_way), None),
        failed=_failed_since(newest, tries),
        earlier=_earlier(kind, cycle, than=run),
    )


def _newest_done(kind: str, cycle: Cycle) -> ReportRun | None:
    """The last run that ended well: with figures of its own, or finding an earlier run's. What it
    stored is large and read where it is shown."""
    return (
        ReportRun.objects.filter(
            kind=kind,
            cycle=cycle,
            state__in=(ReportRun.State.SUCCEEDED, ReportRun.State.SUPERSEDED),
        )
        .select_related("same_as")
        .defer("stored", "same_as__stored")
        .order_by("-ended_at", "-pk")
        .first()
    )


def _failed_since(newest: ReportRun | None, tries: list[ReportRun]) -> ReportRun | None:
    failed = next((it for it in tries if it.state == ReportRun.State.FAILED), None)
    if failed is None or failed.ended_at is None:
        return None
    is_news = newest is None or newest.ended_at is None or failed.ended_at > newest.ended_at
    return failed if is_news else None


def _earlier(kind: str, cycle: Cycle, *, than: ReportRun | None) -> list[EarlierRun]:
    if than is None:
        return []
    runs = runs_with_figures(kind).filter(cycle=cycle).exclude(pk=than.pk)
    rows = runs.order_by("-as_of", "-pk").values_list("pk", "as_of")[:EARLIER_RUNS]
    return [EarlierRun(id=pk, as_of=as_of) for pk, as_of in rows]
