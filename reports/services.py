"""What is done to reports: ask for a run, compute it, take up one whose worker was lost."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from time import perf_counter

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from objectives.models import Cycle
from people.errands import leave_errand
from people.models import Errand, Organisation, Person
from people.tenancy import acting_in
from reports import queries
from reports.figures import RULE_VERSION, alignment, coverage, standings
from reports.figures import cells as cells_figures
from reports.figures.cascade import lay_out
from reports.figures.columns import Columns
from reports.figures.counted import counted
from reports.figures.documents import Document, alignment_summary, coverage_summary
from reports.figures.fingerprint import fingerprint
from reports.models import ReportRun
from reports.snapshot import read_columns

logger = logging.getLogger(__name__)

ATTEMPTS_AT_MOST = 3
COMPUTE = "reports.tasks.compute_report"


class NothingToReport(Exception):
    """There is no cycle yet, so there are no objectives to report on."""


@transaction.atomic
def ask_for_report(
    *, kind: str, cycle: Cycle, cause: str, now: datetime, asked_by: Person | None = None
) -> ReportRun:
    """Has a report computed by a worker; one that is already on its way is not asked for twice."""
    Cycle.objects.select_for_update().get(pk=cycle.pk)
    on_its_way = ReportRun.objects.unfinished().filter(kind=kind, cycle=cycle).first()
    if on_its_way is not None:
        return on_its_way
    run = ReportRun.objects.create(
        organisation=cycle.organisation,
        kind=kind,
        cycle=cycle,
        cause=cause,
        asked_by=asked_by,
        as_of=now,
        step_words="Waiting for a worker",
    )
    _send_to_worker(run, now=now)
    return run


def _send_to_worker(run: ReportRun, *, now: datetime) -> None:
    leave_errand(
        key=f"report:{run.pk}:{run.attempts}",
        task=COMPUTE,
        due_at=now,
        arguments={"run": run.pk},
    )


def compute(*, run_id: int, organisation: Organisation, as_of: datetime | None = None) -> None:
    """Computes a run unless it is done or somebody else is at it; a failure is kept in words.

    As of now, but for the demonstration, whose earlier runs are computed as its past is laid down.
    """
    with _alone(run_id) as is_mine:
        if not is_mine or not _begin(run_id, organisation, as_of=as_of):
            return
        try:
            _compute(run_id, organisation, as_of=as_of)
        except Exception:
            logger.exception("A report could not be computed", extra={"run": run_id})
            _fail(run_id, organisation, "Something went wrong while it was computed")


@contextmanager
def _alone(run_id: int) -> Iterator[bool]:
    """Holds the run's lock for as long as this process lives and computes it.

    A lock of the database session, not a row's: a killed worker lets go of it at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('report_run'), %s)", [run_id])
        (is_mine,) = cursor.fetchone() or (False,)
    try:
        yield bool(is_mine)
    finally:
        if is_mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtext('report_run'), %s)", [run_id])


def _begin(run_id: int, organisation: Organisation, *, as_of: datetime | None) -> bool:
    with acting_in(organisation, cause="report"):
        return bool(
            ReportRun.objects.unfinished()
            .filter(pk=run_id)
            .update(
                state=ReportRun.State.RUNNING,
                started_at=as_of or timezone.now(),
                attempts=F("attempts") + 1,
                steps_done=1,
                step_words="Reading objectives and links",
            )
        )


def _compute(run_id: int, organisation: Organisation, *, as_of: datetime | None) -> None:
    clock = perf_counter()
    with acting_in(organisation, cause="report", snapshot=True):
        run = ReportRun.objects.select_related("cycle").get(pk=run_id)
        run.as_of = as_of or timezone.now()
        columns = read_columns(
            organisation_id=organisation.pk, cycle_id=run.cycle_id, as_of=run.as_of
        )
    loaded = perf_counter()
    input_hash = fingerprint(columns)
    if _had_been_computed(run, organisation, input_hash):
        return
    _step(run, organisation, 2, "Following links to the priorities")
    summary, stored = figures_of(run.kind, columns, organisation)
    computed = perf_counter()
    _step(run, organisation, 3, "Keeping the figures")
    run.input_hash, run.rule_version = input_hash, RULE_VERSION
    run.summary, run.stored = summary, stored
    run.seconds = {"load": round(loaded - clock, 4), "compute": round(computed - loaded, 4)}
    run.ended_at = as_of or timezone.now()
    _keep(run, organisation, since=computed)


def figures_of(kind: str, columns: Columns, organisation: Organisation) -> tuple[Document, bytes]:
    """A report's summary, with what was counted for it, and packed arrays from a snapshot."""
    cascade = lay_out(columns)
    if kind == ReportRun.Kind.ALIGNMENT:
        aligned = alignment.figures(cascade)
        in_loops = [objective for loop in aligned.loops for objective in loop]
        with acting_in(organisation, cause="report"):
            names = queries.names(priorities=columns.priority_id, objectives=in_loops)
        summary = alignment_summary(aligned, names)
        return summary | {"counted": counted(cascade)}, standings.encode(aligned.standings)
    covered = coverage.figures(cascade)
    with acting_in(organisation, cause="report"):
        names = queries.names(priorities=columns.priority_id)
    summary = coverage_summary(covered, names)
    return summary | {"counted": counted(cascade)}, cells_figures.encode(covered.cells)


def _had_been_computed(run: ReportRun, organisation: Organisation, input_hash: str) -> bool:
    """The same input gives the same figures: the earlier run stands for this one."""
    with acting_in(organisation, cause="report"):
        earlier = ReportRun.objects.filter(
            kind=run.kind,
            cycle=run.cycle,
            input_hash=input_hash,
            rule_version=RULE_VERSION,
            state=ReportRun.State.SUCCEEDED,
        ).first()
        if earlier is not None:
            _end(run, state=ReportRun.State.SUPERSEDED, same_as=earlier)
        return earlier is not None


def _step(run: ReportRun, organisation: Organisation, done: int, words: str) -> None:
    with acting_in(organisation, cause="report"):
        ReportRun.objects.filter(pk=run.pk).update(steps_done=done, step_words=words)


def _keep(run: ReportRun, organisation: Organisation, *, since: float) -> None:
    run.state, run.steps_done, run.step_words = ReportRun.State.SUCCEEDED, run.STEPS, ""
    try:
        with acting_in(organisation, cause="report"):
            run.save()
            run.seconds = {**run.seconds, "store": round(perf_counter() - since, 4)}
            ReportRun.objects.filter(pk=run.pk).update(seconds=run.seconds)
    except IntegrityError:  # another run of the same input ended a moment before
        if not _had_been_computed(run, organisation, run.input_hash):
            raise


def _fail(run_id: int, organisation: Organisation, trouble: str) -> None:
    with acting_in(organisation, cause="report"):
        run = ReportRun.objects.get(pk=run_id)
        _end(run, state=ReportRun.State.FAILED, trouble=trouble)


def _end(
    run: ReportRun, *, state: str, trouble: str = "", same_as: ReportRun | None = None
) -> None:
    ReportRun.objects.filter(pk=run.pk).update(
        state=state, trouble=trouble, same_as=same_as, ended_at=timezone.now(), step_words=""
    )


def take_up_lost_runs(*, organisation: Organisation, now: datetime) -> int:
    """Sends runs whose worker was lost to another one; after three attempts they have failed."""
    with acting_in(organisation, cause="report"):
        running = list(ReportRun.objects.filter(state=ReportRun.State.RUNNING))
    taken = 0
    for run in running:
        with _alone(run.pk) as is_lost:
            if is_lost:
                _take_up(run, organisation, now=now)
                taken += 1
    return taken


def _take_up(run: ReportRun, organisation: Organisation, *, now: datetime) -> None:
    with acting_in(organisation, cause="report"):
        still = ReportRun.objects.select_for_update().get(pk=run.pk)
        if still.state != ReportRun.State.RUNNING:
            return
        if still.attempts >= ATTEMPTS_AT_MOST:
            _end(
                still,
                state=ReportRun.State.FAILED,
                trouble=f"The worker stopped {still.attempts} times while computing it",
            )
            return
        ReportRun.objects.filter(pk=still.pk).update(
            state=ReportRun.State.QUEUED, step_words="Waiting for another worker"
        )
        _send_to_worker(still, now=now)


def ask_for_all(*, organisation: Organisation, cause: str, now: datetime) -> list[ReportRun]:
    """Has every report of the current cycle computed; none where there is no cycle."""
    with acting_in(organisation, cause="report"):
        cycle = queries.current_cycle()
        if cycle is None:
            return []
        return [
            ask_for_report(kind=kind, cycle=cycle, cause=cause, now=now)
            for kind in ReportRun.Kind.values
        ]


def report_now(
    *,
    kind: str,
    organisation: Organisation,
    cycle_name: str | None,
    now: datetime,
    as_of: datetime | None = None,
) -> ReportRun:
    """Computes a report in the foreground and returns the run whose figures hold."""
    with acting_in(organisation, cause="command"):
        cycle = queries.cycle_named(cycle_name) if cycle_name else queries.current_cycle()
        if cycle is None:
            raise NothingToReport(
                f"There is no cycle called {cycle_name}" if cycle_name else "There is no cycle yet"
            )
        run = ReportRun.objects.create(
            organisation=organisation,
            kind=kind,
            cycle=cycle,
            cause=ReportRun.Cause.COMMAND,
            as_of=now,
        )
    compute(run_id=run.pk, organisation=organisation, as_of=as_of)
    with acting_in(organisation, cause="command"):
        run.refresh_from_db()
        return run.same_as or run


def run_of_errand(*, errand_id: int, organisation: Organisation) -> int | None:
    """The run an errand names, unless the errand is done."""
    with acting_in(organisation, cause="report"):
        errand = Errand.objects.exclude(state=Errand.State.DONE).filter(pk=errand_id).first()
        return errand.arguments["run"] if errand else None
