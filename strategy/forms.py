from __future__ import annotations

from typing import Any

from django import forms

from ui.forms import CreatingForm, DatePartsField, EditingForm


class StartForm(CreatingForm):
    title = forms.CharField(
        label="What is the strategy called?",
        help_text="For example, Leading together 2027 to 2031",
        max_length=200,
        error_messages={
            "required": "Enter what the strategy is called",
            "max_length": "The title must be 200 characters or fewer",
        },
    )


class StrategyForm(EditingForm):
    title = forms.CharField(
        label="Title",
        max_length=200,
        error_messages={
            "required": "Enter what the strategy is called",
            "max_length": "The title must be 200 characters or fewer",
        },
    )
    starts_on = DatePartsField(what="start date", label="Start date", required=False)
    ends_on = DatePartsField(what="end date", label="End date", required=False)
    vision = forms.CharField(
        label="Vision",
        help_text="What people would see, hear and feel here if the strategy were lived",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Enter the vision",
            "max_length": "The vision must be 2,000 characters or fewer",
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", "The end date must be after the start date")
        return cleaned


class _PriorityFields(forms.Form):
    title = forms.CharField(
        label="Priority",
        help_text="A few words that everyone will use, such as Safe, kind care every time",
        max_length=200,
        error_messages={
            "required": "Enter the priority in a few words",
            "max_length": "The priority must be 200 characters or fewer",
        },
    )
    statement = forms.CharField(
        label="What it means",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "What it means must be 2,000 characters or fewer"},
    )
    sponsor = forms.TypedChoiceField(
        label="Sponsor on the Board",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Select a member of the Board from the list"},
    )

    def __init__(self, *args: Any, sponsors: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sponsor"]
        if isinstance(field, forms.TypedChoiceField):
            field.choices = [("", "Not chosen yet"), *sponsors]


class NewPriorityForm(_PriorityFields, CreatingForm):
    pass


class PriorityForm(_PriorityFields, EditingForm):
    pass


class _ValueFields(forms.Form):
    title = forms.CharField(
        label="Value",
        max_length=100,
        error_messages={
            "required": "Enter the value in a word or two",
            "max_length": "The value must be 100 characters or fewer",
        },
    )
    behaviour = forms.CharField(
        label="What people do when it is lived",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "What people do must be 600 characters or fewer"},
    )


class NewValueForm(_ValueFields, CreatingForm):
    pass


class ValueForm(_ValueFields, EditingForm):
    pass


def _votes(label: str) -> forms.IntegerField:
    sentence = f"{label} must be a whole number, like 9"
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-3"}),
        error_messages={
            "required": f"Enter how many votes: {label.lower()}. Write 0 for none",
            "invalid": sentence,
            "min_value": sentence,
            "max_value": sentence,
        },
    )


class DecisionForm(CreatingForm):
    words_hash = forms.CharField(widget=forms.HiddenInput)
    held_on = DatePartsField(what="date of the meeting", label="Date of the Board meeting")
    text = forms.CharField(
        label="What the Board decided",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Enter what the Board decided, in its own words",
            "max_length": "The decision must be 2,000 characters or fewer",
        },
    )
    votes_for = _votes("For")
    votes_against = _votes("Against")
    abstentions = _votes("Abstained")
