"""The record of changes: who, when, what before and after, kept by triggers for every write."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import pghistory
from django.db import models

from people.policy import Action, Standing
from people.record_triggers import (
    OrganisationAdded,
    OrganisationChanged,
    OrganisationRemoved,
    RowsAdded,
    RowsRemoved,
)

M = TypeVar("M", bound=type[models.Model])

NEVER_SHOWN = frozenset({"token_hash"})
_KEPT_BACK: dict[type[models.Model], tuple[Action | None, frozenset[str]]] = {}


def tracked(model: M) -> M:
    """Keeps every insert, update and delete of the model in an insert-only table of its own."""
    return _tracked_by(
        pghistory.InsertEvent("added"),
        pghistory.UpdateEvent("changed"),
        pghistory.DeleteEvent("removed"),
    )(model)


def tracked_in_bulk(model: M) -> M:
    """As `tracked`, for what imports write by the thousand: once for each statement.

    What changes is kept row by row also here, where each row is compared with how it was.
    """
    return _tracked_by(
        RowsAdded("added"), pghistory.UpdateEvent("changed"), RowsRemoved("removed")
    )(model)


def tracked_by_itself(model: M) -> M:
    """Keeps every write to an organisation itself in that organisation's own record."""
    own = models.GeneratedField(
        expression=cast(Any, models.F("id")),
        output_field=models.BigIntegerField(),
        db_persist=True,
        db_column="organisation_id",
    )
    return _tracked_by(
        OrganisationAdded("added"),
        OrganisationChanged("changed"),
        OrganisationRemoved("removed"),
        attrs={"organisation": own},
    )(model)


def _tracked_by(*events: Any, **more: Any) -> Callable[[M], M]:
    decorate: Callable[[M], M] = pghistory.track(
        *events,
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        append_only=True,
        **more,
    )
    return decorate


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
