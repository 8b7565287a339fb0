from __future__ import annotations

from typing import Any

from django import forms

from people.directory.forms.days import LatestDayField, UpToToday
from people.directory.services.board import SeatFacts
from people.models import BoardMembership
from ui.forms import CreatingForm, EditingForm

Seat = BoardMembership.Seat


class BoardNameForm(EditingForm):
    name = forms.CharField(
        label="What is the board called?",
        max_length=200,
        error_messages={
            "required": "Enter what the board is called",
            "max_length": "The name must be 200 characters or fewer",
        },
    )


class _SeatFields(forms.Form):
    seat = forms.ChoiceField(
        label="Seat",
        choices=Seat.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select the seat",
            "invalid_choice": "Select a seat from the list",
        },
    )
    portfolio = forms.CharField(
        label="Portfolio",
        help_text="For example, Medical director",
        required=False,
        max_length=200,
        error_messages={"max_length": "The portfolio must be 200 characters or fewer"},
    )
    started_on = LatestDayField(what="first day on the board", label="First day on the board")
    is_voting = forms.BooleanField(label="They vote", required=False)
    is_independent = forms.BooleanField(
        label="They are independent: nothing ties them to the organisation beyond the seat",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("seat") == Seat.NON_VOTING and cleaned.get("is_voting"):
            self.add_error("is_voting", "A non-voting director does not vote: clear this box")
        return cleaned

    def facts(self) -> SeatFacts:
        words = self.cleaned_data
        return SeatFacts(**{name: words[name] for name in SeatFacts.__dataclass_fields__})


class NewSeatForm(UpToToday, _SeatFields, CreatingForm):
    person = forms.IntegerField(widget=forms.HiddenInput)


class SeatForm(UpToToday, _SeatFields, EditingForm):
    pass


class EndSeatForm(UpToToday):
    ended_on = LatestDayField(what="last day on the board", label="Last day on the board")
