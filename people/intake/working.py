"""What a worker does with a run: checks it, carries it out or undoes it, once for each errand."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from people.errands import doing
from people.imports.problems import FileRefused
from people.imports.table import Table
from people.intake.orders import DeactivationsUnconfirmed, ImportRefused, Order, Progress
from people.intake.running import Result, carry_out
from people.intake.services import keep_result, undo_import
from people.intake.steps import TO_CONFIRM, read_files
from people.intake.watching import Watched
from people.models import Errand, ImportRun, Organisation, Person
from people.tenancy import acting_in

logger = logging.getLogger(__name__)
State = ImportRun.State

CHANGED_SINCE_CHECK = "Something has changed since the check, so nothing was saved. Look again."
OUR_FAULT = (
    "Throughline could not finish this, for a reason of its own. Nothing was saved. "
    "Choose the file again; if it happens again, tell whoever looks after Throughline."
)
TOO_SLOW = "This took too long, so nothing was saved. Split the file and import each part."
UNDO_OUR_FAULT = (
    "Throughline could not undo this import, for a reason of its own. Everything is as it was. "
    "Try again; if it happens again, tell whoever looks after Throughline."
)
UNDO_TOO_SLOW = "Undoing this import took too long. Everything is as it was."
SENTENCE = ImportRun._meta.get_field("trouble").max_length


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How an attempt ended: where the run stands now, and why."""

    state: str
    result: Result | None = None
    trouble: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def work_on(*, errand_id: int, organisation: Organisation) -> None:
    """Does what the errand asks of its run in one transaction, and leaves it if that is done."""
    run = _run_of(errand_id, organisation)
    tables = _tables(run) if run and run.state != State.UNDOING else {}
    with doing(errand_id=errand_id, organisation_id=organisation.pk) as errand:
        if errand is None or run is None:
            return
        _allow_time()
        if run.state == State.UNDOING:
            _undo(run, person_id=errand.arguments["person"])
        else:
            _import(run, tables)


def _import(run: ImportRun, tables: dict[str, Table] | FileRefused) -> None:
    with Watched(run) as progress:
        ending = _attempt(run, tables, progress)
    _end(run, ending, now=timezone.now())


def _undo(run: ImportRun, *, person_id: int) -> None:
    """What was refused, or failed, leaves the import as it was, with the reason in words."""
    with Watched(run) as progress:
        trouble = _trouble_with_undoing(run, progress, person_id=person_id)
    if trouble:
        locked = ImportRun.objects.select_for_update().get(pk=run.pk)
        locked.state, locked.trouble = State.DONE, trouble[:SENTENCE]
        locked.save()


def _trouble_with_undoing(run: ImportRun, progress: Progress, *, person_id: int) -> str:
    person = Person.objects.select_related("account").get(pk=person_id)
    account, cause = person.account, run.undo_cause
    try:
        with acting_in(run.organisation, person=person, account=account, cause=cause):
            undo_import(run=run, now=timezone.now(), progress=progress)
    except ImportRefused as refusal:
        return f"{refusal}."
    except (OperationalError, InterfaceError):
        raise
    except SoftTimeLimitExceeded:
        return UNDO_TOO_SLOW
    except Exception:
        logger.exception("Undoing %s failed", run)
        return UNDO_OUR_FAULT
    return ""


def _allow_time() -> None:
    """A worker may take longer over a statement, and between two, than a page may."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '300s'")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '300s'")


def _run_of(errand_id: int, organisation: Organisation) -> ImportRun | None:
    """The run, if it still waits for what the errand was left for."""
    with acting_in(organisation, cause="errand"):
        errand = Errand.objects.filter(pk=errand_id).exclude(state=Errand.State.DONE).first()
        if errand is None:
            return None
        return (
            ImportRun.objects.filter(pk=errand.arguments["run"], state=errand.arguments["state"])
            .select_related("organisation", "asked_by__account")
            .first()
        )


def _tables(run: ImportRun) -> dict[str, Table] | FileRefused:
    """Read before the transaction begins: a large workbook takes longer than one may rest."""
    try:
        return read_files(run)
    except FileRefused as refusal:
        return refusal


def _attempt(run: ImportRun, tables: dict[str, Table] | FileRefused, progress: Progress) -> Ending:
    """Everything or nothing; only a database that went away leaves the errand to be done again."""
    try:
        return _ending(run, _carried_out(run, tables, progress))
    except DeactivationsUnconfirmed as refusal:
        return Ending(state=State.REFUSED, trouble=str(refusal), facts={TO_CONFIRM: refusal.count})
    except (FileRefused, ImportRefused) as refusal:
        return Ending(state=State.REFUSED, trouble=str(refusal))
    except (OperationalError, InterfaceError):
        raise
    except SoftTimeLimitExceeded:
        return Ending(state=State.REFUSED, trouble=TOO_SLOW)
    except Exception:
        logger.exception("%s failed", run)
        return Ending(state=State.REFUSED, trouble=OUR_FAULT)


def _carried_out(
    run: ImportRun, tables: dict[str, Table] | FileRefused, progress: Progress
) -> Result:
    if isinstance(tables, FileRefused):
        raise tables
    order = Order(
        kind=run.kind,
        tables=tables,
        matchings=run.matchings,
        skip_bad_rows=run.skip_bad_rows,
        confirmed_deactivations=run.confirmed_deactivations,
        imported_by=run.asked_by_words,
        now=timezone.now(),
        progress=progress,
    )
    progress(0, sum(len(table.rows) for table in tables.values()))
    person = run.asked_by
    account = person.account if person else None
    with acting_in(run.organisation, person=person, account=account, cause=run.cause):
        return carry_out(order, dry_run=run.state == State.CHECKING)


def _ending(run: ImportRun, result: Result) -> Ending:
    if run.state == State.CHECKING:
        return Ending(state=State.CHECKED, result=result)
    if not result.saved:
        return Ending(state=State.CHECKED, result=result, trouble=CHANGED_SINCE_CHECK)
    return Ending(state=State.DONE, result=result)


def _end(run: ImportRun, ending: Ending, *, now: datetime) -> None:
    """Keeps how it ended, unless somebody has asked for another check meanwhile."""
    files = ("first_file", "second_file")
    locked = ImportRun.objects.select_for_update().defer(*files).get(pk=run.pk)
    asked = (run.state, run.matchings, run.confirmed_deactivations)
    if (locked.state, locked.matchings, locked.confirmed_deactivations) != asked:
        return
    if ending.state == State.DONE and ending.result:
        keep_result(run=locked, result=ending.result, now=now)
        return
    locked.state, locked.trouble = ending.state, ending.trouble[:SENTENCE]
    locked.result = ending.result.document if ending.result else ending.facts
    locked.save()
