"""What is done with imports: at once from a command, in steps from the browser, and undone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from people.errands import reports_are_due
from people.intake import registry
from people.intake.orders import ImportRefused, Order
from people.intake.running import Result, carry_out
from people.models import ImportRun, Organisation
from people.tenancy import acting_in

CAN_BE_UNDONE_FOR = timedelta(days=30)


def import_now(
    *,
    organisation: Organisation,
    order: Order,
    file_names: Mapping[str, str],
    dry_run: bool,
) -> Result:
    """Imports in the foreground; a saved import is kept as a run, so that it can be undone."""
    with acting_in(organisation, cause="command"):
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


@transaction.atomic
def undo_import(*, run: ImportRun, now: datetime) -> None:
    """Undoes the newest import; one with others after it stays, as those may rest on it."""
    locked = ImportRun.objects.select_for_update().get(pk=run.pk)
    if locked.state != ImportRun.State.DONE:
        raise ImportRefused("This import has been undone already, or was not carried out")
    if locked.ended_at is not None and now - locked.ended_at > CAN_BE_UNDONE_FOR:
        raise ImportRefused("An import can be undone for 30 days, and those are over")
    if ImportRun.objects.filter(state=ImportRun.State.DONE, pk__gt=run.pk).exists():
        raise ImportRefused("Only the last import can be undone: undo the later ones first")
    registry.importer(locked.kind).undo(locked)
    locked.state, locked.undone_at = ImportRun.State.UNDONE, now
    locked.save()
    reports_are_due(now=now)
