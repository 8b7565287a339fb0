"""The record of changes: who, when, what before and after, kept by triggers for every write."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import pghistory
import pgtrigger
from django.db import models
from pghistory.trigger import Event

from people.policy import Action, Standing

M = TypeVar("M", bound=type[models.Model])

NEVER_SHOWN = frozenset({"token_hash"})
_KEPT_BACK: dict[type[models.Model], tuple[Action | None, frozenset[str]]] = {}


def tracked(model: M) -> M:
    """Keeps every insert, update and delete of the model in an insert-only table of its own."""
    decorate: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent("added"),
        pghistory.UpdateEvent("changed"),
        pghistory.DeleteEvent("removed"),
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        append_only=True,
    )
    return decorate(model)


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


class _KeptOfItself(pghistory.RowEvent):
    def add_event_trigger(self, event_model: Any) -> None:
        kept = cast(Any, _OfItself)(
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            condition=self.condition,
        )
        pgtrigger.register(kept)(event_model.pgh_tracked_model)


class _Added(_KeptOfItself, pghistory.InsertEvent):
    """A new organisation."""


class _Changed(_KeptOfItself, pghistory.UpdateEvent):
    """An organisation that is called otherwise now."""


class _Removed(_KeptOfItself, pghistory.DeleteEvent):
    """An organisation that is gone."""


def tracked_by_itself(model: M) -> M:
    """Keeps every write to an organisation itself in that organisation's own record."""
    own = models.GeneratedField(
        expression=cast(Any, models.F("id")),
        output_field=models.BigIntegerField(),
        db_persist=True,
        db_column="organisation_id",
    )
    decorate: Callable[[M], M] = pghistory.track(
        _Added("added"),
        _Changed("changed"),
        _Removed("removed"),
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        append_only=True,
        attrs={"organisation": own},
    )
    return decorate(model)


def keep_words_back(
    *, model: type[models.Model], fields: tuple[str, ...], unless: Action | None
) -> None:
    """Readers of the record see that these fields changed, and what they say only if they may:
    nobody, where `unless` is none.

    An app says so when it starts, for words that some readers of the record may not see on
    their own page either, such as a strategy's draft or one person's private answer.
    """
    known = {field.name for field in model._meta.get_fields()}
    if unknown := set(fields) - known:
        raise ValueError(f"{model.__name__} has no field {', '.join(sorted(unknown))}")
    _KEPT_BACK[model] = (unless, frozenset(fields))


def words_kept_from(standing: Standing, model: type[models.Model]) -> frozenset[str]:
    """The fields of the model whose words this reader of the record is not shown."""
    if model not in _KEPT_BACK:
        return NEVER_SHOWN
    action, fields = _KEPT_BACK[model]
    may = action is not None and standing.is_everywhere(action)
    return NEVER_SHOWN if may else NEVER_SHOWN | fields
