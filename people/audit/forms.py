from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.timezone import make_aware

from people.audit.statements import Search
from people.audit.tables import tracked_tables
from ui.forms import DatePartsField

DONE = (("", "Anything"), ("added", "Added"), ("changed", "Changed"), ("removed", "Removed"))


class RecordSearchForm(forms.Form):
    """What to look for in the record; everything is optional."""

    who = forms.CharField(label="Who made the change", required=False, max_length=200)
    thing = forms.CharField(
        label="What it was made to",
        help_text="Part of a name, such as Ward 7",
        required=False,
        max_length=200,
    )
    kind = forms.ChoiceField(
        label="Kind of thing",
        required=False,
        error_messages={"invalid_choice": "Select a kind of thing from the list"},
    )
    done = forms.ChoiceField(
        label="What happened",
        required=False,
        choices=DONE,
        error_messages={"invalid_choice": "Select what happened from the list"},
    )
    since = DatePartsField(what="first day", label="From", required=False)
    until = DatePartsField(what="last day", label="To", required=False)
    object_id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(table.kind, table.words) for table in tracked_tables().values()]
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Everything"), *kinds]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day must be the first day or after it")
        return cleaned

    def search(self) -> Search:
        """What was asked for; a part that cannot be understood is left out."""
        self.is_valid()
        words = self.cleaned_data
        until = words.get("until")
        return Search(
            who=words.get("who", "").strip(),
            thing=words.get("thing", "").strip(),
            kind=words.get("kind", ""),
            label=words.get("done", ""),
            since=_start_of(words.get("since")),
            until=_start_of(until + timedelta(days=1) if until else None),
            object_id=words.get("object_id") if words.get("kind") else None,
        )


def _start_of(day: date | None) -> datetime | None:
    return make_aware(datetime.combine(day, time.min)) if day else None
