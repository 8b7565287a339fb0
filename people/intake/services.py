"""What is done with imports: at once from a command, in steps from the browser, and undone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from people.errands import reports_are_due
from people.intake import registry
from people.intake.orders import ImportRefused, Order, Progress, in_silence
from people.intake.running import Result, carry_out
from people.models import Errand, ImportRun, Organisation
from people.tenancy import acting_in

CAN_BE_UNDONE_FOR = timedelta(days=30)
UNFINISHED = (Errand.State.WAITING, Errand.State.PUBLISHED)
IMPORT_UNDER_WAY = "Another import is being carried out: wait until it is done"
UNDO_UNDER_WAY = "An import is being undone: wait until that is done, then try again"


def import_now(
    *,
    organisation: Organisation,
    order: Order,
    file_names: Mapping[str, str],
    dry_run: bool,
) -> Result:
    """Imports in the foreground; a saved import is kept as a run, so that it can be undone."""
    with acting_in(organisation, cause="command"):
        refuse_while_undoing()
        run = ImportRun.objects.create(
            organisation=organisation,
            kind=order.kind,
            state=ImportRun.State.IMPORTING,
            file_names=dict(file_names),
            asked_by_words=order.imported_by,
            skip_bad_rows=order.skip_bad_rows,
            confirmed_deactivations=order.confirmed_deactivations,
        )
    try:
        with acting_in(organisation, cause=run.cause):
            result = carry_out(order, dry_run=dry_run)
    except Exception:
        _forget(run, organisation)
        raise
    if not result.saved:
        _forget(run, organisation)
        return result
    with acting_in(organisation, cause="command"):
        keep_result(run=run, result=result, now=order.now)
    return result


def _forget(run: ImportRun, organisation: Organisation) -> None:
    with acting_in(organisation, cause="command"):
        run.delete()


def keep_result(*, run: ImportRun, result: Result, now: datetime) -> None:
    """What came of an import, without the files, which are not needed any more."""
    run.state = ImportRun.State.DONE if result.saved else ImportRun.State.REFUSED
    run.result, run.ended_at = result.document, now
    run.first_file = run.second_file = b""
    run.save()


def refuse_while_undoing() -> None:
    """No import is carried out while one is being undone."""
    if _is_under_way(ImportRun.State.UNDOING):
        raise ImportRefused(UNDO_UNDER_WAY)


def refuse_undo(run: ImportRun, *, now: datetime) -> None:
    """Only the newest import is undone, for 30 days: later ones may rest on what it wrote."""
    state = ImportRun.State
    if run.state not in (state.DONE, state.UNDOING):
        raise ImportRefused("This import has been undone already, or was not carried out")
    if run.ended_at is not None and now - run.ended_at > CAN_BE_UNDONE_FOR:
        raise ImportRefused("An import can be undone for 30 days, and those are over")
    if ImportRun.objects.filter(state__in=(state.DONE, state.UNDOING), pk__gt=run.pk).exists():
        raise ImportRefused("Only the last import can be undone: undo the later ones first")
    if _is_under_way(state.IMPORTING):
        raise ImportRefused(IMPORT_UNDER_WAY)


def _is_under_way(state: str) -> bool:
    """Whether a worker is at such an errand of an import, or will be."""
    errands = Errand.objects.filter(state__in=UNFINISHED, key__startswith="import:")
    return errands.filter(arguments__state=state).exists()


@transaction.atomic
def undo_import(*, run: ImportRun, now: datetime, progress: Progress = in_silence) -> None:
    """Undoes an import, all of it or nothing; its run is held only at the end, as it is told on."""
    refuse_undo(run, now=now)
    registry.importer(run.kind).undo(run, progress)
    locked = ImportRun.objects.select_for_update().get(pk=run.pk)
    locked.state, locked.undone_at, locked.trouble = ImportRun.State.UNDONE, now, ""
    locked.save()
    reports_are_due(now=now)
