"""Two objectives that pull against each other, and what is said about it."""

from __future__ import annotations

from django import forms

from objectives.figures.conflicts import Turn
from ui.forms import CreatingForm

TOO_LONG = "This must be 600 characters or fewer"


class RaiseConflictForm(CreatingForm):
    """Which other objective, and how the two pull."""

    ref = forms.CharField(
        label="Which other objective?",
        help_text="Its reference, as on its page. For example: ED-4",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "nhsuk-input--width-10"}),
        error_messages={
            "required": "Enter the other objective’s reference",
            "max_length": "The reference must be 60 characters or fewer",
        },
    )
    words = forms.CharField(
        label="How do they pull against each other?",
        help_text="For example: Both need the same two rooms on Mondays",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Say how they pull against each other",
            "max_length": TOO_LONG,
        },
    )


class ConflictTurnForm(CreatingForm):
    """A word about it, how it is settled, or why it stays as it is."""

    turn = forms.ChoiceField(
        choices=[(turn.value, turn.value) for turn in Turn],
        widget=forms.HiddenInput,
        error_messages={"required": "Choose what to say", "invalid_choice": "Choose what to say"},
    )
    words = forms.CharField(
        label="In your words",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
