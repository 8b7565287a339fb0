"""The triggers behind the record, where one row at a time in the row's organisation will not do."""

from __future__ import annotations

from typing import Any, cast

import pghistory
import pgtrigger
from django.db import models
from pghistory.trigger import Event

WITH_CONTEXT = "WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) "
FROM_CONTEXT = ", _pgh_attached_context;"


class _OfItself(Event):
    """Kept in the record of the organisation that the row is, whichever is in force."""

    def get_declare(self, model: models.Model) -> list[tuple[str, str]]:
        return [("in_force", "text")]

    def get_func(self, model: models.Model) -> pgtrigger.Func:
        kept = cast(Any, super()).get_func(model).func.removesuffix("RETURN NULL;")
        return pgtrigger.Func(
            "in_force = current_setting('app.organisation', true); "
            f"PERFORM set_config('app.organisation', {self.row}.id::text, true); "
            f"{kept}"
            "PERFORM set_config('app.organisation', coalesce(in_force, ''), true); RETURN NULL;"
        )


class _OfAllRows(Event):
    """Kept once for all rows that a statement wrote.

    A trigger for each row runs a statement for each, and the database looks at every foreign key
    that waits for its check after each of those: 50,000 rows took a hundred times 500.
    """

    def get_func(self, model: models.Model) -> pgtrigger.Func:
        kept = cast(Any, super()).get_func(model).func
        if WITH_CONTEXT not in kept or FROM_CONTEXT not in kept:
            raise ValueError("The record's triggers are made differently now: look at them again")
        return pgtrigger.Func(kept.replace(WITH_CONTEXT, "").replace(FROM_CONTEXT, ";"))


class _Kept(pghistory.RowEvent):
    trigger: type[Event]

    def add_event_trigger(self, event_model: Any) -> None:
        kept = cast(Any, self.trigger)(
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            condition=self.condition,
            level=self.level,
        )
        pgtrigger.register(kept)(event_model.pgh_tracked_model)


class OrganisationAdded(_Kept, pghistory.InsertEvent):
    trigger = _OfItself


class OrganisationChanged(_Kept, pghistory.UpdateEvent):
    trigger = _OfItself


class OrganisationRemoved(_Kept, pghistory.DeleteEvent):
    trigger = _OfItself


class RowsAdded(_Kept, pghistory.InsertEvent):
    trigger, level = _OfAllRows, pgtrigger.Statement


class RowsRemoved(_Kept, pghistory.DeleteEvent):
    trigger, level = _OfAllRows, pgtrigger.Statement
