"""Takes an import back by its record of changes: what it added goes, what it changed returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Count, Max, Min, Q

from people.intake.orders import ImportRefused, Progress, in_silence
from people.intake.writing import BATCH, check_keys, count_afresh, in_batches
from people.models import ImportRun

CHANGED_SINCE = (
    "This import cannot be undone: {count} of the things it wrote have been changed since. "
    "Correct them one by one, or import a corrected file"
)
IN_USE = "This import cannot be undone: something it added is in use now"

Row = tuple[int, int, int, datetime, int]  # its id, first and last event, when, times added


@dataclass(frozen=True, slots=True)
class Written:
    """What an import wrote to one table: rows it added, and how each it changed was before."""

    events: type[models.Model]
    began_at: datetime
    added: list[int]
    before: list[tuple[int, int]]  # rows it changed, the last first, and events of how they were

    @property
    def tables(self) -> tuple[type[models.Model], type[models.Model]]:
        return self.events, cast(Any, self.events).pgh_tracked_model

    @property
    def count(self) -> int:
        return len(self.added) + len(self.before)


@transaction.atomic
def undo_by_record(run: ImportRun, progress: Progress = in_silence) -> None:
    """Puts back every row the import wrote; refused if one has changed since, or is in use."""
    tables = sorted(_written_by(run), key=lambda each: each.began_at, reverse=True)
    total = sum(table.count for table in tables)
    done = 0
    progress(done, total)
    if total >= BATCH:
        count_afresh([t._meta.db_table for each in tables for t in each.tables])
    try:
        with transaction.atomic():
            for count in _taken_back(run, tables):
                done += count
                progress(done, total)
            check_keys([t.tables[1]._meta.db_table for t in tables])
    except IntegrityError as error:
        raise ImportRefused(IN_USE) from error


def _taken_back(run: ImportRun, tables: Sequence[Written]) -> Iterator[int]:
    """First what was added goes, which makes room for what was there before."""
    for table in tables:
        for batch in in_batches(table.added):
            rows = _rows(run, table.events, batch)
            rows._raw_delete(rows.db)  # the database holds what hangs together, and refuses
            yield len(batch)
    for table in tables:
        for changed in in_batches(table.before):
            _put_back(table.events, changed)
            yield len(changed)


def events_of(run: ImportRun) -> list[Any]:
    """What the record says the import wrote; refused if any of it has changed since."""
    return [event for table in _written_by(run) for event in _by(run, table.events)]


def _written_by(run: ImportRun) -> list[Written]:
    """By table; refused if any of it has changed since."""
    later = 0
    tables = []
    for events in apps.get_models():
        if hasattr(events, "pgh_tracked_model"):
            rows = list(_rows_written(run, events))
            later += _changed_since(run, events, {row_id: last for row_id, _, last, _, _ in rows})
            tables += [_written(events, rows)] if rows else []
    if later:
        raise ImportRefused(CHANGED_SINCE.format(count=later))
    return tables


def _rows_written(run: ImportRun, events: type[models.Model]) -> Iterator[Row]:
    """Each row it wrote, the last first, with the import's first and last event about it."""
    by_row = _by(run, events).order_by().values_list("pgh_obj_id")
    told = by_row.annotate(
        first=Min("pgh_id"),
        last=Max("pgh_id"),
        began_at=Min("pgh_created_at"),
        added=Count("pgh_id", filter=Q(pgh_label="added")),
    )
    return cast("Iterator[Row]", told.order_by("-last").iterator())


def _written(events: type[models.Model], rows: Sequence[Row]) -> Written:
    changed = [row_id for row_id, _, _, _, added in rows if not added]
    first = {row_id: event for row_id, event, _, _, _ in rows}
    return Written(
        events=events,
        began_at=min(began_at for _, _, _, began_at, _ in rows),
        added=[row_id for row_id, _, _, _, added in rows if added],
        before=_before(events, changed, first),
    )


def _before(
    events: type[models.Model], row_ids: Sequence[int], first: Mapping[int, int]
) -> list[tuple[int, int]]:
    """For each row the newest event before the import's first, which says how the row was."""
    before: list[tuple[int, int]] = []
    for batch in in_batches(row_ids):
        known = events._default_manager.filter(pgh_obj_id__in=batch).order_by("pgh_id")
        earlier: dict[int, int] = {}
        for row_id, event in known.values_list("pgh_obj_id", "pgh_id"):
            if event < first[row_id]:
                earlier[row_id] = event
        before += [(row_id, earlier[row_id]) for row_id in batch]
    return before


def _changed_since(run: ImportRun, events: type[models.Model], ours: Mapping[int, int]) -> int:
    """How many of its rows have a later event, those of imports undone since set aside."""
    if not ours:
        return 0
    undone = ImportRun.objects.filter(state=ImportRun.State.UNDONE, pk__gt=run.pk)
    causes = [cause for each in undone.only("pk") for cause in (each.cause, each.undo_cause)]
    others = _since(run, events).exclude(pgh_context__cause__in=[run.cause, *causes])
    newest = others.order_by().values_list("pgh_obj_id").annotate(Max("pgh_id"))
    return sum(last > ours.get(row_id, last) for row_id, last in newest)


def _by(run: ImportRun, events: type[models.Model]) -> models.QuerySet[Any]:
    return _since(run, events).filter(pgh_context__cause=run.cause)


def _since(run: ImportRun, events: type[models.Model]) -> models.QuerySet[Any]:
    return events._default_manager.filter(
        organisation=run.organisation_id, pgh_created_at__gte=run.created_at
    )


def _rows(run: ImportRun, events: Any, row_ids: Sequence[int]) -> models.QuerySet[Any]:
    tracked: type[models.Model] = events.pgh_tracked_model
    return tracked._base_manager.filter(organisation=run.organisation_id, pk__in=row_ids)


def _put_back(events: Any, before: Sequence[tuple[int, int]]) -> None:
    """All in one statement, or one by one, the last first, where rows are in each other's way."""
    try:
        with transaction.atomic():
            _put_back_together(events, dict(before))
    except IntegrityError:
        for row_id, event in before:
            _put_back_together(events, {row_id: event})


def _put_back_together(events: Any, before: Mapping[int, int]) -> None:
    """Rows as these events say they were; an edition goes up, so that nobody's save is lost."""
    tracked: type[models.Model] = events.pgh_tracked_model
    kept = ("id", "organisation_id", "created_at")
    columns = [f.column for f in tracked._meta.concrete_fields if f.column not in kept]
    sets = [
        "edition = kept.edition + 1" if column == "edition" else f'"{column}" = past."{column}"'
        for column in columns
    ]
    statement = f"""
        UPDATE "{tracked._meta.db_table}" AS kept SET {", ".join(sets)}
        FROM "{events._meta.db_table}" AS past
        WHERE past.pgh_id = ANY(%s) AND kept.id = ANY(%s)
            AND kept.organisation_id = past.organisation_id AND kept.id = past.pgh_obj_id
    """  # noqa: S608  # names of tables and columns, from the models
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(before.values()), list(before)])
