"""What people say to and about a network."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from objectives.figures.memberships import Turn
from objectives.queries.networks import choices
from ui.forms import CreatingForm, DatePartsField, EditingForm

RHYTHMS = [
    (7, "Every week"),
    (14, "Every two weeks"),
    (30, "Every month"),
    (60, "Every two months"),
    (90, "Every three months"),
]


def _words(label: str, *, most: int, missing: str, rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": missing,
            "max_length": f"This must be {most:,} characters or fewer",
        },
        **more,
    )


def _hours(label: str, *, missing: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        max_digits=4,
        decimal_places=1,
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "nhsuk-input--width-3"}),
        error_messages={
            "required": missing,
            "invalid": "Hours must be a number, like 4 or 1.5",
            "min_value": "Hours must be 0 or more",
            "max_digits": "That is more hours than a month has",
            "max_whole_digits": "That is more hours than a month has",
            "max_decimal_places": "Hours must have 1 decimal place or fewer",
        },
    )


class NetworkWordsForm(forms.Form):
    """A network in words."""

    name = forms.CharField(
        label="What is it called?",
        help_text="For example: Four hours together",
        max_length=120,
        error_messages={
            "required": "Enter a name",
            "max_length": "The name must be 120 characters or fewer",
        },
    )
    purpose = _words(
        "What is it for?",
        most=600,
        missing="Say what it is for",
        help_text="What will people who are cared for notice?",
    )
    meets_every_days = forms.TypedChoiceField(
        label="How often should it meet?",
        choices=RHYTHMS,
        coerce=int,
        initial=30,
        error_messages={
            "required": "Select how often it should meet",
            "invalid_choice": "Select how often it should meet",
        },
    )


class ProposeNetworkForm(NetworkWordsForm, CreatingForm):
    """A network that somebody proposes, and means to lead."""

    carries = forms.ChoiceField(
        label="What does it carry?",
        help_text="A target set from outside, or a priority of the Board",
        error_messages={
            "required": "Select what it carries",
            "invalid_choice": "Select what it carries",
        },
    )
    sponsor = forms.TypedChoiceField(
        label="Whom do you ask to sponsor it?",
        help_text="An executive director, who gives it protected hours",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Select an executive director"},
    )
    field_order = ("name", "purpose", "carries", "meets_every_days", "sponsor")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        carries = cast(forms.ChoiceField, self.fields["carries"])
        sponsor = cast(forms.ChoiceField, self.fields["sponsor"])
        carries.choices = [("", "Select one"), *choices.carriable()]
        sponsor.choices = [("", "Nobody yet"), *choices.sponsors()]


class EditNetworkForm(NetworkWordsForm, EditingForm):
    """A network's words anew, and who leads it; a rhythm of their own is kept."""

    lead_id = forms.TypedChoiceField(
        label="Who leads it?",
        help_text="Its lead, or anybody who is in it",
        coerce=int,
        error_messages={
            "required": "Select who leads it",
            "invalid_choice": "Select somebody who is in the network",
        },
    )

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["lead_id"]).choices = people
        days = self.initial.get("meets_every_days")
        if days not in dict(RHYTHMS):
            field = cast(forms.ChoiceField, self.fields["meets_every_days"])
            field.choices = [*RHYTHMS, (days, f"Every {days} days")]


class SponsorForm(CreatingForm):
    """What a sponsor gives."""

    hours = _hours(
        "How many hours a month do you protect for it?",
        missing="Enter the hours a month that you protect",
    )
    first_meets_on = DatePartsField(
        what="date", label="On which day does it first meet?", required=True
    )


class MeetingForm(CreatingForm):
    """A network met."""

    held_on = DatePartsField(what="date", label="On which day did it meet?", required=True)
    words = _words(
        "What came of it?", most=600, missing="", required=False, help_text="A sentence will do"
    )


class AskMemberForm(forms.Form):
    """Whom to ask and for how much, before what it means for their unit is shown."""

    who = forms.CharField(
        label="Whom do you ask?",
        help_text="Their name as it is in the organisation, or their staff number",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "nhsuk-input--width-20"}),
        error_messages={
            "required": "Enter whom you ask",
            "max_length": "The name must be 200 characters or fewer",
        },
    )
    hours = _hours("How many hours a month?", missing="Enter the hours a month")

    def clean_who(self) -> Any:
        found = choices.people_called(self.cleaned_data["who"].strip())
        if not found:
            raise forms.ValidationError("Nobody is called that. Try their staff number")
        if len(found) > 1:
            raise forms.ValidationError("Several people are called that. Use a staff number")
        return found[0]


class OfferForm(forms.Form):
    """How much of oneself one offers, before what it means for the unit is shown."""

    hours = _hours("How many hours a month could you give?", missing="Enter the hours a month")


class AddsForm(CreatingForm):
    """What the unit adds: the rest is known by now."""

    adds = _words(
        "What would their unit add?",
        most=280,
        rows=2,
        missing="",
        required=False,
        help_text="For example: Knows which patients wait for a bed, and why",
    )

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["adds"].label = label


class MemberTurnForm(CreatingForm):
    """One word about somebody's part in a network."""

    turn = forms.ChoiceField(
        choices=[(turn.value, turn.value) for turn in Turn],
        widget=forms.HiddenInput,
        error_messages={"required": "Choose what to say", "invalid_choice": "Choose what to say"},
    )
    adds = forms.CharField(
        label="What does your unit add?",
        max_length=280,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "This must be 280 characters or fewer"},
    )
    reason = forms.CharField(
        label="Why?",
        help_text="They read this",
        max_length=280,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "This must be 280 characters or fewer"},
    )


class ThanksForm(CreatingForm):
    words = _words(
        "What do you thank them for?",
        most=280,
        rows=2,
        missing="Say what you thank them for",
        help_text="Everybody who opens the network reads it",
    )


class CloseNetworkForm(CreatingForm):
    learnt = _words(
        "What was learnt?",
        most=1200,
        rows=6,
        missing="Say what was learnt",
        help_text="What would you tell the next network?",
    )


class CarryForm(CreatingForm):
    """An objective that a network takes on."""

    ref = forms.CharField(
        label="Which objective?",
        help_text="Its reference, as on its page. For example: ED-4",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "nhsuk-input--width-10"}),
        error_messages={
            "required": "Enter the objective’s reference",
            "max_length": "The reference must be 60 characters or fewer",
        },
    )


class TargetWordsForm(forms.Form):
    """A target that somebody outside sets."""

    title = forms.CharField(
        label="What is asked?",
        help_text="For example: Four hours in the emergency department",
        max_length=200,
        error_messages={
            "required": "Enter what is asked",
            "max_length": "This must be 200 characters or fewer",
        },
    )
    code = forms.CharField(
        label="Short name",
        help_text="For lists. For example: A&E 4h",
        max_length=60,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10"}),
        error_messages={
            "required": "Enter a short name",
            "max_length": "The short name must be 60 characters or fewer",
        },
    )
    authority = forms.CharField(
        label="Who sets it?",
        max_length=200,
        error_messages={
            "required": "Enter who sets it",
            "max_length": "This must be 200 characters or fewer",
        },
    )
    threshold = forms.CharField(
        label="What must be reached?",
        help_text="In words. For example: 78% seen, treated or moved on within four hours",
        max_length=200,
        error_messages={
            "required": "Enter what must be reached",
            "max_length": "This must be 200 characters or fewer",
        },
    )
    due_on = DatePartsField(what="date", label="By when?", required=False)
    source = forms.CharField(
        label="Where is it written?",
        max_length=200,
        required=False,
        error_messages={"max_length": "This must be 200 characters or fewer"},
    )


class AddTargetForm(TargetWordsForm, CreatingForm):
    pass


class EditTargetForm(TargetWordsForm, EditingForm):
    pass
