"""What an owner needs, and what the side it serves says to it."""

from __future__ import annotations

from django import forms

from objectives.figures.promises import Turn
from objectives.models import Promise
from ui.forms import CreatingForm, DatePartsField

TOO_LONG = "This must be 600 characters or fewer"


class NeedForm(CreatingForm):
    """One thing an objective's owner needs from the side it serves."""

    words = forms.CharField(
        label="What do you need?",
        help_text="For example: Two hours a week for the falls lead, until March",
        max_length=280,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Say what you need",
            "max_length": "This must be 280 characters or fewer",
        },
    )
    kind = forms.ChoiceField(
        label="What kind of thing is it?",
        choices=Promise.Kind,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select what kind of thing it is",
            "invalid_choice": "Select what kind of thing it is",
        },
    )
    needed_by = DatePartsField(what="date", label="When do you need it by?", required=False)


class PromiseForm(CreatingForm):
    """One side's next word about a promise."""

    turn = forms.ChoiceField(
        choices=[(turn.value, turn.value) for turn in Turn],
        widget=forms.HiddenInput,
        error_messages={
            "required": "Choose what to say",
            "invalid_choice": "Choose what to say",
        },
    )
    due_on = DatePartsField(what="date", label="When will it be done by?", required=False)
    reason = forms.CharField(
        label="Why?",
        help_text="They read this",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
