"""The kind answer to an edit that came second: both texts, nothing lost (trust.md A32)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone

from people.audit.queries import last_change
from ui.forms import EditingForm
from ui.parts import StaleSave, StaleText
from ui.wording import in_words


def stale_save(
    form: EditingForm,
    *,
    row: models.Model,
    theirs: Mapping[str, Any],
    edition: int,
    what: str,
    start_again_url: str,
    texts: list[StaleText] | None = None,
) -> StaleSave:
    """Both texts of the form, which keeps the sender's own and starts from what is saved now."""
    form.start_from(edition)
    who, when = last_change(model=type(row), object_id=row.pk) or ("Somebody", timezone.now())
    return StaleSave(
        saved_by=who,
        saved_at=when,
        texts=texts if texts is not None else _both_texts(form, theirs),
        what=what,
        start_again_url=start_again_url,
    )


def _both_texts(form: EditingForm, theirs: Mapping[str, Any]) -> list[StaleText]:
    return [
        StaleText(
            label=str(field.label),
            yours=in_plain_words(field, form.cleaned_data.get(name)),
            theirs=in_plain_words(field, theirs.get(name)),
        )
        for name, field in form.fields.items()
        if not field.widget.is_hidden
    ]


def in_plain_words(field: forms.Field, value: Any) -> str:
    """What stands in a field, as a person would read it."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case date():
            return in_words(value)
        case _:
            return _chosen(field, str(value))


def _chosen(field: forms.Field, value: str) -> str:
    labels = {str(known): label for known, label in getattr(field, "choices", ())}
    label = labels.get(value, value)
    return str(label["text"] if isinstance(label, Mapping) else label)
