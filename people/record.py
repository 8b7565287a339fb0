"""The record of changes: who, when, what before and after, kept by triggers for every write."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import pghistory
from django.db import models
from psycopg import sql

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
ShownWhere = Callable[[Standing, str], sql.Composable]  # for a reader, of the row so named


@dataclass(frozen=True)
class _KeptBack:
    """Fields of a model that not every reader of the record may read."""

    fields: frozenset[str]
    unless: Action | None
    shown_where: ShownWhere | None

    def may_be_read_by(self, standing: Standing) -> bool:
        return self.unless is not None and standing.is_everywhere(self.unless)


_KEPT_BACK: dict[type[models.Model], _KeptBack] = {}


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
    *,
    model: type[models.Model],
    fields: tuple[str, ...],
    unless: Action | None,
    shown_where: ShownWhere | None = None,
) -> None:
    """Readers of the record see that these fields changed, and what they say only if they may:
    everywhere or, by `shown_where`, in the rows they may see; nobody, where both are none.

    An app says so when it starts, for words that some readers of the record may not see on
    their own page either, such as a strategy's draft or one person's private answer.
    """
    known = {field.name for field in model._meta.get_fields()}
    if unknown := set(fields) - known:
        raise ValueError(f"{model.__name__} has no field {', '.join(sorted(unknown))}")
    _KEPT_BACK[model] = _KeptBack(frozenset(fields), unless, shown_where)


def words_kept_from(
    standing: Standing, model: type[models.Model], *, is_shown: bool = False
) -> frozenset[str]:
    """The fields whose words this reader of the record is not shown, of a row they may see or
    of one they may not."""
    kept = _KEPT_BACK.get(model)
    if kept is None or is_shown or kept.may_be_read_by(standing):
        return NEVER_SHOWN
    return NEVER_SHOWN | kept.fields


def shown_where(standing: Standing, model: type[models.Model], row: str) -> sql.Composable:
    """Whether this reader is shown all words of the row of that name, as a condition."""
    kept = _KEPT_BACK.get(model)
    if kept is None or kept.may_be_read_by(standing):
        return sql.SQL("true")
    return kept.shown_where(standing, row) if kept.shown_where else sql.SQL("false")


def is_shown_by_row(standing: Standing, model: type[models.Model]) -> bool:
    """Whether it is one row's words that the reader may see, and not another's."""
    kept = _KEPT_BACK.get(model)
    return bool(kept and kept.shown_where and not kept.may_be_read_by(standing))
