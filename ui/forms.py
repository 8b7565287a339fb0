"""Hidden fields that two kinds of form carry, and the date field."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict

from ui.dates import DatePartsField, DatePartsWidget

__all__ = ["CreatingForm", "DatePartsField", "DatePartsWidget", "EditingForm", "HintedRadios"]

LOST_FIELD = "This page was out of date. Open it again, then save"


class HintedRadios(forms.RadioSelect):
    """Radio buttons with a line of help under some: `hints` goes by a choice's value."""

    def __init__(self, *, hints: Mapping[str, str], **options: Any) -> None:
        self.hints = hints
        super().__init__(**options)


class CreatingForm(forms.Form):
    """A form that makes something carries a replay key: a double click makes one thing."""

    idempotency_key = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={"required": LOST_FIELD, "invalid": LOST_FIELD},
    )


class EditingForm(forms.Form):
    """An edit carries the version it started from, so that it cannot overwrite a newer one."""

    version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        error_messages={"required": LOST_FIELD, "invalid": LOST_FIELD, "min_value": LOST_FIELD},
    )

    def start_from(self, version: int) -> None:
        """After a stale save was shown, the next save starts from the newest version."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("version")] = str(version)
        self.data = data
