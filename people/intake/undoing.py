"""Takes an import back by its record of changes: what it added goes, what it changed returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Max

from people.intake.orders import ImportRefused
from people.models import ImportRun

CHANGED_SINCE = (
    "This import cannot be undone: {count} of the things it wrote have been changed since. "
    "Correct them one by one, or import a corrected file"
)
BATCH = 200  # a statement has 15 seconds, and every row is recorded
IN_USE = "This import cannot be undone: something it added is in use now"


@transaction.atomic
def undo_by_record(run: ImportRun) -> None:
    """Puts back every row the import wrote, the last first; refused if one has changed since."""
    events = events_of(run)
    events.sort(key=lambda each: (each.pgh_created_at, each.pgh_id), reverse=True)
    before = _before(events)
    try:
        with transaction.atomic():
            for (_, label), alike in groupby(events, key=lambda e: (type(e), e.pgh_label)):
                if label == "added":
                    _take_away(list(alike))
                else:
                    _put_back(alike, before)
            connection.check_constraints()
    except IntegrityError as error:
        raise ImportRefused(IN_USE) from error


def events_of(run: ImportRun) -> list[Any]:
    """What the record says the import wrote; refused if any of it has changed since."""
    events: list[Any] = []
    later = 0
    for model in apps.get_models():
        if not hasattr(model, "pgh_tracked_model"):
            continue
        since = model._default_manager.filter(
            organisation=run.organisation_id, pgh_created_at__gte=run.created_at
        )
        written = list(since.filter(pgh_context__cause=run.cause))
        if written:
            later += _changed_since(written, since)
            events.extend(written)
    if later:
        raise ImportRefused(CHANGED_SINCE.format(count=later))
    return events


def _changed_since(written: list[Any], since: models.QuerySet[Any]) -> int:
    """How many of the rows have an event after the import's last one about them."""
    ours: dict[int, int] = {}
    for event in written:
        ours[event.pgh_obj_id] = max(event.pgh_id, ours.get(event.pgh_obj_id, 0))
    newest = since.order_by().values_list("pgh_obj_id").annotate(Max("pgh_id"))
    return sum(newest_id > ours.get(row_id, newest_id) for row_id, newest_id in newest)


def _before(events: list[Any]) -> dict[tuple[type[models.Model], int], Any]:
    """For each event that changed a row, the one before it, which says how the row was."""
    changed: dict[type[models.Model], set[int]] = defaultdict(set)
    for event in events:
        if event.pgh_label == "changed":
            changed[type(event)].add(event.pgh_obj_id)
    before: dict[tuple[type[models.Model], int], Any] = {}
    for model, row_ids in changed.items():
        last: dict[int, Any] = {}
        known: Any = model._default_manager.filter(pgh_obj_id__in=row_ids).order_by("pgh_id")
        history: Iterable[Any] = known.iterator(chunk_size=BATCH)
        for each in history:
            before[model, each.pgh_id] = last.get(each.pgh_obj_id)
            last[each.pgh_obj_id] = each
    return before


def _take_away(added: list[Any]) -> None:
    for first in range(0, len(added), BATCH):
        batch = added[first : first + BATCH]
        rows = _rows(batch[0], [event.pgh_obj_id for event in batch])
        rows._raw_delete(rows.db)  # the database holds what hangs together, and refuses


def _put_back(changed: Iterable[Any], before: dict[tuple[type[models.Model], int], Any]) -> None:
    for event in changed:
        earlier = before[type(event), event.pgh_id]
        _rows(event, [event.pgh_obj_id]).update(**_values(event.pgh_tracked_model, earlier))


def _rows(event: Any, row_ids: list[int]) -> models.QuerySet[Any]:
    tracked: type[models.Model] = event.pgh_tracked_model
    return tracked._base_manager.filter(organisation=event.organisation_id, pk__in=row_ids)


def _values(tracked: type[models.Model], event: Any) -> dict[str, Any]:
    kept = ("id", "organisation_id", "created_at")
    return {
        field.attname: getattr(event, field.attname)
        for field in tracked._meta.concrete_fields
        if field.attname not in kept
    }
