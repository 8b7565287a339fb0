"""Who decides for a team, and who owns an objective together."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from objectives.models import TeamAnswer
from objectives.queries import choices
from objectives.queries.load import units_with_load
from people.models import OrgUnit
from ui.forms import CreatingForm, HintedRadios


class StandBehindForm(CreatingForm):
    """One member's own answer, which nobody else reads."""

    response = forms.ChoiceField(
        label="Can you stand behind this?",
        choices=TeamAnswer.Response,
        widget=HintedRadios(
            hints={
                TeamAnswer.Response.ACCEPT: "I mean to do my part in it",
                TeamAnswer.Response.CONCERN: "It counts as yes",
                TeamAnswer.Response.NOT_YET: "Something would have to change first",
            }
        ),
        error_messages={"required": "Select your answer", "invalid_choice": "Select your answer"},
    )


class ShareForm(CreatingForm):
    """Another team that owns an objective too."""

    unit = forms.ChoiceField(
        label="Which team owns it with you?",
        error_messages={"required": "Select a team", "invalid_choice": "Select a team"},
    )

    def __init__(self, *args: Any, but_not: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["unit"])
        field.choices = [("", "Select a team"), *units_with_load()]
        self.but_not = but_not

    def clean_unit(self) -> OrgUnit:
        found = choices.unit_with_code(self.cleaned_data["unit"])
        if found is None:
            raise forms.ValidationError("Select a team")
        if found.pk == self.but_not:
            raise forms.ValidationError("That team owns it already")
        return found
