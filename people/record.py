"""The record of changes: who, when, what before and after, kept by triggers for every write."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

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
