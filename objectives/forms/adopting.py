from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from people.models import OrgUnit
from ui.forms import CreatingForm


class AdoptForm(CreatingForm):
    """Which level above takes a team's objective up."""

    unit = forms.ChoiceField(
        label="Whose objective does it become too?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select who takes it up",
            "invalid_choice": "Select who takes it up",
        },
    )

    def __init__(self, *args: Any, units: Sequence[OrgUnit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["unit"])
        field.choices = [(str(one.pk), one.name) for one in units]
        self.known = {str(one.pk): one for one in units}

    def clean_unit(self) -> OrgUnit:
        return self.known[self.cleaned_data["unit"]]


class JoinForm(CreatingForm):
    """Whether the team's own objective serves what was made of it."""

    answer = forms.ChoiceField(
        label="Does yours serve theirs?",
        choices=[("yes", "Yes, ours is part of it"), ("no", "No, keep them apart")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select yes or no", "invalid_choice": "Select yes or no"},
    )
