"""Naming who answers in a leader's place."""

from __future__ import annotations

from django import forms

from objectives.forms.people import person_called
from people.models import Person
from ui.forms import CreatingForm, DatePartsField


class DelegateForm(CreatingForm):
    """One person, from a day until a day."""

    delegate = forms.CharField(
        label="Who answers in your place?",
        help_text="Their name as it is in the organisation, or their staff number",
        max_length=200,
        widget=forms.TextInput(
            attrs={"list": "people-near", "autocomplete": "off", "class": "nhsuk-input--width-20"}
        ),
        error_messages={
            "required": "Enter who answers in your place",
            "max_length": "This must be 200 characters or fewer",
        },
    )
    starts_on = DatePartsField(what="first day", label="First day")
    ends_on = DatePartsField(
        what="last day", label="Last day", help_text="At most 90 days after the first"
    )

    def clean_delegate(self) -> Person:
        return person_called(self.cleaned_data["delegate"])
