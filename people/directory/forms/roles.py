from __future__ import annotations

from typing import Any

from django import forms

from people.directory.services.roles import FOLLOW_FROM_ELSEWHERE
from people.models import RoleGrant
from ui.forms import CreatingForm, HintedRadios

OFFERED = [(role.value, role.label) for role in RoleGrant.Role if role not in FOLLOW_FROM_ELSEWHERE]
HINTS = {
    "board_secretary": "Edits the draft strategy and records the board's decisions",
    "od_staff": "Edits the draft strategy and helps every team with its objectives",
    "team_lead": "Writes and agrees objectives for the unit and those within it",
    "auditor": "Reads the record of changes, and changes nothing",
    "org_admin": "Looks after units, people, roles and imports, and reads the record",
}


class GrantForm(CreatingForm):
    person = forms.IntegerField(widget=forms.HiddenInput)
    role = forms.ChoiceField(
        label="Role",
        choices=OFFERED,
        widget=HintedRadios(hints=HINTS),
        error_messages={
            "required": "Select the role",
            "invalid_choice": "Select a role from the list",
        },
    )
    unit = forms.TypedChoiceField(
        label="Unit, for a team lead or a clinical lead",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Select an open unit from the list"},
    )

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "The whole organisation"), *units]
