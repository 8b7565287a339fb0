"""The organisation's own limits of load."""

from __future__ import annotations

from django import forms

from objectives.models.limits import AT_LEAST, AT_MOST
from ui.forms import EditingForm


class _Limit(forms.IntegerField):
    def __init__(self, label: str, hint: str = "") -> None:
        says = f"{label}: enter a whole number from {AT_LEAST} to {AT_MOST}"
        super().__init__(
            label=label,
            help_text=hint,
            min_value=AT_LEAST,
            max_value=AT_MOST,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-2"}),
            error_messages={
                name: says for name in ("required", "invalid", "min_value", "max_value")
            },
        )


class LimitsForm(EditingForm):
    """The most of each kind that a team or a person can carry well."""

    team_objectives = _Limit("Open objectives of a team", "7 where nobody has set another")
    team_promises = _Limit("Promises a team has to keep")
    person_objectives = _Limit("Open objectives one person answers for")
    person_check_ins = _Limit("Check-ins due from one person")
    person_roles = _Limit(
        "Roles of one person", "Teams they lead, a seat on the Board, and networks"
    )

    def limits(self) -> dict[str, int]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
