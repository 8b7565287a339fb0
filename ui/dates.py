"""A date typed as day, month and year, which people get right more often than a calendar."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PARTS = ("day", "month", "year")


class DatePartsWidget(forms.Widget):
    """Three boxes. Drawn by the NHS date input; this class only reads and splits."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        return [str(data.get(f"{name}_{index}") or "").strip() for index in range(3)]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}_{index}" not in data for index in range(3))


def split_date(value: date | Sequence[str] | None) -> list[str]:
    """What stands in the boxes: the date, or what was typed when it was no date."""
    if isinstance(value, date):
        return [str(value.day), str(value.month), str(value.year)]
    return list(value) if value else ["", "", ""]


class DatePartsField(forms.Field):
    """`what` is the field's name inside sentences: "target date" gives "Enter the target date"."""

    widget = DatePartsWidget

    def __init__(self, *, what: str, **options: Any) -> None:
        self.what = what
        sentences = {"required": f"Enter the {what}"} | options.pop("error_messages", {})
        super().__init__(error_messages=sentences, **options)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or value is None:
            return value
        if not any(value):
            return None
        missing = [name for name, part in zip(PARTS, value, strict=True) if not part]
        if missing:
            raise ValidationError(f"The {self.what} must include a {' and a '.join(missing)}")
        return self._real_date(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return split_date(initial) != split_date(data)

    def _real_date(self, value: Sequence[str]) -> date:
        try:
            day, month, year = int(value[0]), _month(value[1]), int(value[2])
            if year < 1000:
                raise ValidationError(f"The year of the {self.what} must have 4 numbers")
            return date(year, month, day)
        except ValueError as wrong:
            raise ValidationError(f"The {self.what} must be a real date") from wrong


def _month(text: str) -> int:
    """11, nov and November are the same month to the person who types them."""
    start = text[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else int(text)
