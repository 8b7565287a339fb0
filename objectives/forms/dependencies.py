"""What a team needs of another, and what the other says to it."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from objectives.figures.dependencies import Turn
from objectives.queries import choices
from people.models import OrgUnit
from ui.forms import CreatingForm, DatePartsField

TOO_LONG = "This must be 600 characters or fewer"


class AskTeamForm(CreatingForm):
    """One thing an objective's owner needs of another team."""

    unit = forms.ChoiceField(
        label="Which team do you ask?",
        error_messages={"required": "Select a team", "invalid_choice": "Select a team"},
    )
    words = forms.CharField(
        label="What do you need from them?",
        help_text="For example: A pharmacist on the Monday round",
        max_length=280,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Say what you need",
            "max_length": "This must be 280 characters or fewer",
        },
    )
    needed_by = DatePartsField(what="date", label="When do you need it by?", required=False)

    def __init__(self, *args: Any, but_not: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["unit"])
        field.choices = [("", "Select a team"), *choices.units_named()]
        self.but_not = but_not

    def clean_unit(self) -> OrgUnit:
        found = choices.unit_with_code(self.cleaned_data["unit"])
        if found is None:
            raise forms.ValidationError("Select a team")
        if found.pk == self.but_not:
            raise forms.ValidationError("Choose another team: this one owns the objective")
        return found


class DependencyForm(CreatingForm):
    """One side's next word about what was asked."""

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
        label="Why not?",
        help_text="They read this",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    instead = forms.CharField(
        label="What could you do instead?",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG},
    )
