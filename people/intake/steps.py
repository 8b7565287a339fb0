"""An import in steps: files chosen, columns matched, checked by a worker, then carried out.

What a run is at decides what may be done with it next; each step locks it first, so a button
pressed twice or in two windows does one thing.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from people.errands import leave_errand
from people.imports.columns import Matching
from people.imports.reading import read_table
from people.imports.table import Table
from people.intake import queries, registry
from people.intake.guessing import guess, to_remember
from people.intake.services import refuse_undo, refuse_while_undoing
from people.models import ImportRun, Person, RememberedColumns
from people.tenancy import organisation_in_force

State = ImportRun.State
OPEN = (State.CHOSEN, State.CHECKED, State.REFUSED)
UNFINISHED = (*OPEN, State.CHECKING)
KEPT_UNFINISHED = timedelta(days=1)
TO_CONFIRM = "to_confirm"
CORRECTED = "Another file was chosen instead."
LEFT = "It was left unfinished, so its file was not kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFile:
    """A file that could be read, with what it was called and what it holds."""

    name: str
    content: bytes
    table: Table


def remembered_columns() -> dict[str, dict[str, str]]:
    """By sheet, what each column of earlier files was matched with."""
    return dict(RememberedColumns.objects.values_list("sheet", "names"))


@transaction.atomic
def start_import(
    *,
    kind: str,
    files: Mapping[str, ChosenFile],
    person: Person,
    now: datetime,
    instead_of: int | None = None,
) -> ImportRun:
    """Keeps the files as a new run; where every column is known, its check begins at once."""
    _close_unfinished(now=now, instead_of=instead_of)
    importer, remembered = registry.importer(kind), remembered_columns()
    guesses = {
        sheet.place: guess(
            sheet.columns,
            header=files[sheet.place].table.header,
            remembered=remembered.get(importer.sheet_name(sheet), {}),
        )
        for sheet in importer.sheets
    }
    contents = [files[sheet.place].content for sheet in importer.sheets]
    run = ImportRun.objects.create(
        organisation=organisation_in_force(),
        kind=kind,
        file_names={place: file.name for place, file in files.items()},
        first_file=contents[0],
        second_file=contents[1] if len(contents) > 1 else b"",
        matchings={place: each.matching for place, each in guesses.items()},
        rows_total=sum(len(file.table.rows) for file in files.values()),
        asked_by=person,
        asked_by_words=person.name,
    )
    if all(each.is_sure for each in guesses.values()):
        _have_checked(run, now=now)
    return run


def _close_unfinished(*, now: datetime, instead_of: int | None) -> None:
    """A run that a corrected file replaces, and those left for a day, keep no file."""
    closed: dict[str, Any] = {"state": State.REFUSED, "first_file": b"", "second_file": b""}
    closed |= {"result": {}, "ended_at": now}
    unfinished = ImportRun.objects.filter(state__in=UNFINISHED, ended_at=None)
    if instead_of is not None:
        unfinished.filter(pk=instead_of).update(trouble=CORRECTED, **closed)
    unfinished.filter(updated_at__lt=now - KEPT_UNFINISHED).update(trouble=LEFT, **closed)


def read_files(run: ImportRun) -> dict[str, Table]:
    """The run's files, read again, by their place."""
    contents = (bytes(run.first_file), bytes(run.second_file))
    return {
        sheet.place: read_table(content, filename=run.file_names[sheet.place])
        for sheet, content in zip(registry.importer(run.kind).sheets, contents, strict=False)
    }


@transaction.atomic
def match_columns(
    *, run: ImportRun, tables: Mapping[str, Table], matchings: Mapping[str, Matching], now: datetime
) -> None:
    """The columns as somebody matched them; remembered, and the check begins."""
    locked = _locked(run)
    if not may_be_matched(locked):
        return
    importer = registry.importer(locked.kind)
    for sheet in importer.sheets:
        names = to_remember(tables[sheet.place].header, matching=matchings[sheet.place])
        _remember(sheet=importer.sheet_name(sheet), names=names)
    locked.matchings = {place: dict(matching) for place, matching in matchings.items()}
    _have_checked(locked, now=now)


def _remember(*, sheet: str, names: dict[str, str]) -> None:
    row, _ = RememberedColumns.objects.select_for_update().get_or_create(
        organisation=organisation_in_force(), sheet=sheet
    )
    row.names = {**row.names, **names}
    row.save()


@transaction.atomic
def confirm_deactivations(*, run: ImportRun, count: int, now: datetime) -> None:
    """Somebody repeated how many would be made inactive: the check goes on."""
    locked = _locked(run)
    if has_files(locked) and locked.state in OPEN:
        locked.confirmed_deactivations = count
        _have_checked(locked, now=now)


@transaction.atomic
def go(*, run: ImportRun, now: datetime) -> None:
    """Has a checked run carried out, without its bad rows, once however often it is asked."""
    _one_after_the_other()
    locked = _locked(run)
    if locked.state != State.CHECKED:
        return
    refuse_while_undoing()
    locked.skip_bad_rows = any(p["severity"] == "error" for p in locked.result["problems"])
    locked.state, locked.trouble, locked.rows_done = State.IMPORTING, "", 0
    locked.save()
    _leave_errand(locked, now=now)


@transaction.atomic
def ask_to_undo(*, run: ImportRun, person: Person, now: datetime) -> None:
    """Has the last import undone, once however often it is asked; refused in words at once."""
    _one_after_the_other()
    locked = _locked(run)
    if locked.state == State.UNDOING and not queries.is_given_up(queries.runs().get(pk=run.pk)):
        return
    refuse_undo(locked, now=now)
    locked.state, locked.trouble = State.UNDOING, ""
    locked.rows_done = locked.rows_total = 0
    locked.save()
    _leave_errand(locked, now=now, person=person.pk)


def has_files(run: ImportRun) -> bool:
    """Files are kept until the run comes to its end."""
    return run.ended_at is None


def may_be_matched(run: ImportRun) -> bool:
    return has_files(run) and run.state in UNFINISHED


def to_confirm(run: ImportRun) -> int | None:
    """How many things it would make inactive, where somebody has to repeat the number."""
    if run.state != State.REFUSED or not has_files(run):
        return None
    count: int | None = run.result.get(TO_CONFIRM)
    return count


def _have_checked(run: ImportRun, *, now: datetime) -> None:
    run.state, run.result, run.trouble, run.rows_done = State.CHECKING, {}, "", 0
    run.save()
    _leave_errand(run, now=now)


def _one_after_the_other() -> None:
    """An import and an undoing that are asked for at the same moment know of each other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('people_importrun'), %s)",
            [organisation_in_force().pk],
        )


def _leave_errand(run: ImportRun, *, now: datetime, **more: Any) -> None:
    leave_errand(
        key=f"import:{run.pk}:{uuid.uuid4()}",
        task="people.intake.tasks.work_on_import",
        due_at=now,
        arguments={"run": run.pk, "state": run.state, **more},
    )


def _locked(run: ImportRun) -> ImportRun:
    files = ("first_file", "second_file")
    return ImportRun.objects.select_for_update().defer(*files).get(pk=run.pk)
