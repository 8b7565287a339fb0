"""Takes an import back by its record of changes: what it added goes, what it changed returns."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models.deletion import ProtectedError

from people.intake.orders import ImportRefused
from people.models import ImportRun

CHANGED_SINCE = (
    "This import cannot be undone: {count} of the things it wrote have been changed since. "
    "Correct them one by one, or import a corrected file"
)
IN_USE = "This import cannot be undone: something it added is in use now"


@transaction.atomic
def undo_by_record(run: ImportRun) -> None:
    """Puts back every row the import wrote, the last first; refused if one has changed since."""
    events = events_of(run)
    try:
        with transaction.atomic():
            for event in sorted(events, key=lambda e: (e.pgh_created_at, e.pgh_id), reverse=True):
                _put_back(event)
    except (IntegrityError, ProtectedError) as error:
        raise ImportRefused(IN_USE) from error


def events_of(run: ImportRun) -> list[Any]:
    """What the record says the import wrote; refused if any of it has changed since."""
    events = [
        event
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
        for event in model._default_manager.filter(
            organisation=run.organisation_id, pgh_context__cause=run.cause
        )
    ]
    later = sum(_has_changed_since(event) for event in _last_of_each(events))
    if later:
        raise ImportRefused(CHANGED_SINCE.format(count=later))
    return events


def _last_of_each(events: list[Any]) -> list[Any]:
    last: dict[tuple[type[models.Model], int], Any] = {}
    for event in sorted(events, key=lambda each: each.pgh_id):
        last[type(event), event.pgh_obj_id] = event
    return list(last.values())


def _has_changed_since(event: Any) -> bool:
    return bool(
        type(event)
        ._default_manager.filter(pgh_obj_id=event.pgh_obj_id, pgh_id__gt=event.pgh_id)
        .exists()
    )


def _put_back(event: Any) -> None:
    tracked: type[models.Model] = event.pgh_tracked_model
    rows = tracked._base_manager.filter(pk=event.pgh_obj_id, organisation=event.organisation_id)
    if event.pgh_label == "added":
        rows.delete()
        return
    before = (
        type(event)
        ._default_manager.filter(pgh_obj_id=event.pgh_obj_id, pgh_id__lt=event.pgh_id)
        .order_by("-pgh_id")
        .first()
    )
    rows.update(**_values(tracked, before))


def _values(tracked: type[models.Model], event: Any) -> dict[str, Any]:
    kept = ("id", "organisation_id", "created_at")
    return {
        field.attname: getattr(event, field.attname)
        for field in tracked._meta.concrete_fields
        if field.attname not in kept
    }
