from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ui.forms import DatePartsField


class LatestDayField(DatePartsField):
    """A day that has come: what begins or ends here does so today or did so before."""

    latest = date.max

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and day > self.latest:
            raise ValidationError(f"The {self.what} must be today or in the past")
        return day


class UpToToday(forms.Form):
    """Knows what day it is, because the view says so."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, LatestDayField):
                field.latest = today
