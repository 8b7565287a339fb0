"""What is done to reports: ask for a run, compute it, take up one whose worker was lost."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from time import perf_counter

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from objectives.models import Cycle
from people.errands import leave_errand
from people.models import Errand, Organisation, Person
from people.tenancy import acting_in
from reports import queries
from reports.computing import figures_of
from reports.figures import RULE_VERSION
from reports.figures.cascade import lay_out
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

    Reports of its cycle that wait as well are computed with it, from one snapshot. As of now, but
    for the demonstration, whose earlier runs are computed singly as its past is laid down.
    """
    with ExitStack() as held:
        runs = _begin(held, run_id, organisation, as_of=as_of)
        if not runs:
            return
        try:
            _compute(runs, organisation, as_of=as_of)
        except Exception:
            logger.exception("A report could not be computed", extra={"run": run_id})
            _fail(runs, organisation, "Something went wrong while it was computed")


@contextmanager
def _alone(*run_ids: int) -> Iterator[list[int]]:
    """Holds the runs' locks, where nobody else does, while this process lives and computes them.

    Locks of the database session, not a row's: a killed worker lets go of them at once.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT id FROM unnest(%s::int[]) AS id
               WHERE pg_try_advisory_lock(hashtext('report_run'), id)""",
            [list(run_ids)],
        )
        mine = [run_id for (run_id,) in cursor.fetchall()]
    try:
        yield mine
    finally:
        with connection.cursor() as cursor:
            cursor.execute(
                """SELECT pg_advisory_unlock(hashtext('report_run'), id)
                   FROM unnest(%s::int[]) AS id""",
                [mine],
            )


def _begin(
    held: ExitStack, run_id: int, organisation: Organisation, *, as_of: datetime | None
) -> list[ReportRun]:
    """The run and those that wait with it, as far as they are still to be computed."""
    with acting_in(organisation, cause="report"):
        unfinished = ReportRun.objects.unfinished()
        wanted = Q(pk=run_id)
        if as_of is None:
            cycle = ReportRun.objects.filter(pk=run_id).values("cycle")
            wanted |= Q(state=ReportRun.State.QUEUED, cycle__in=cycle)
        ids = unfinished.filter(wanted).order_by("pk").values_list("pk", flat=True)
        mine = held.enter_context(_alone(*ids))
        if run_id not in mine:
            return []
        begun = unfinished.filter(pk__in=mine)  # looked at again: somebody may have ended them
        begun.update(
            state=ReportRun.State.RUNNING,
            started_at=as_of or timezone.now(),
            attempts=F("attempts") + 1,
            steps_done=1,
            step_words="Reading objectives and links",
        )
        return list(begun)


def _compute(runs: list[ReportRun], organisation: Organisation, *, as_of: datetime | None) -> None:
    started = perf_counter()
    moment = as_of or timezone.now()
    with acting_in(organisation, cause="report", snapshot=True):
        columns = read_columns(
            organisation_id=organisation.pk, cycle_id=runs[0].cycle_id, as_of=moment
        )
        names = queries.names(priorities=columns.priority_id)
    loaded = perf_counter()
    input_hash = fingerprint(columns)
    for run in runs:
        run.as_of, run.input_hash, run.rule_version = moment, input_hash, RULE_VERSION
    with acting_in(organisation, cause="report"):
        runs = _not_computed_before(runs)
        _step(runs, 2, "Following links to the priorities")
    if not runs:
        return
    cascade = lay_out(columns)
    for run in runs:
        run.summary, run.stored = figures_of(run.kind, cascade, names, organisation=organisation)
    computed = perf_counter()
    seconds = {"load": loaded - started, "compute": computed - loaded}
    _keep(runs, organisation, ended_at=as_of or timezone.now(), seconds=seconds)


def _not_computed_before(runs: list[ReportRun]) -> list[ReportRun]:
    """The same input gives the same figures: an earlier run stands for the new one."""
    earlier = dict(
        ReportRun.objects.filter(
            kind__in=[run.kind for run in runs],
            cycle=runs[0].cycle_id,
            input_hash=runs[0].input_hash,
            rule_version=RULE_VERSION,
            state=ReportRun.State.SUCCEEDED,
        ).values_list("kind", "pk")
    )
    for run in runs:
        if run.kind in earlier:
            _end(run.pk, state=ReportRun.State.SUPERSEDED, same_as=earlier[run.kind])
    return [run for run in runs if run.kind not in earlier]


def _step(runs: list[ReportRun], done: int, words: str) -> None:
    of_these = ReportRun.objects.filter(pk__in=[run.pk for run in runs])
    of_these.update(steps_done=done, step_words=words)


def _keep(
    runs: list[ReportRun],
    organisation: Organisation,
    *,
    ended_at: datetime,
    seconds: dict[str, float],
) -> None:
    started = perf_counter()
    with acting_in(organisation, cause="report"):
        for run in runs:
            run.state, run.steps_done, run.step_words = ReportRun.State.SUCCEEDED, run.STEPS, ""
            run.ended_at = ended_at
            try:
                with transaction.atomic():
                    run.save()
            except IntegrityError:  # another run of the same input ended a moment before
                if _not_computed_before([run]):
                    raise
        took = {**seconds, "store": perf_counter() - started}
        rounded = {phase: round(of_phase, 4) for phase, of_phase in took.items()}
        kept = ReportRun.objects.filter(pk__in=[run.pk for run in runs])
        kept.update(seconds=rounded)  # of all these runs together


def _fail(runs: list[ReportRun], organisation: Organisation, trouble: str) -> None:
    with acting_in(organisation, cause="report"):
        pks = [run.pk for run in runs]
        for pk in ReportRun.objects.unfinished().filter(pk__in=pks).values_list("pk", flat=True):
            _end(pk, state=ReportRun.State.FAILED, trouble=trouble)


def _end(run_id: int, *, state: str, trouble: str = "", same_as: int | None = None) -> None:
    ReportRun.objects.filter(pk=run_id).update(
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
                still.pk,
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
