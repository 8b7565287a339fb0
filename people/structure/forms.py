from __future__ import annotations

from typing import Any

from django import forms

from people.models import OrgUnit
from people.structure.services import UnitFacts
from ui.forms import CreatingForm, EditingForm

HEADCOUNT = "Headcount must be a whole number, like 42"
FTE = "Whole-time equivalents must be a number, like 37.5"

KINDS_BELOW_THE_TOP = [
    (value, label) for value, label in OrgUnit.Kind.choices if value != OrgUnit.Kind.ORGANISATION
]


class _UnitFields(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=200,
        error_messages={
            "required": "Enter the unit's name",
            "max_length": "The name must be 200 characters or fewer",
        },
    )
    code = forms.CharField(
        label="Code",
        help_text="A short code of your own, such as MED-07. Spreadsheets find the unit by it",
        max_length=60,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10", "autocomplete": "off"}),
        error_messages={
            "required": "Enter the unit's code",
            "max_length": "The code must be 60 characters or fewer",
        },
    )
    kind = forms.ChoiceField(
        label="What kind of unit is it?",
        choices=KINDS_BELOW_THE_TOP,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select what kind of unit it is",
            "invalid_choice": "Select what kind of unit it is from the list",
        },
    )
    site = forms.CharField(
        label="Site",
        required=False,
        max_length=120,
        error_messages={"max_length": "The site must be 120 characters or fewer"},
    )
    headcount = forms.IntegerField(
        label="Headcount",
        help_text="How many people work there, where not everyone is listed here by name",
        required=False,
        min_value=0,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-5"}),
        error_messages={"invalid": HEADCOUNT, "min_value": HEADCOUNT, "max_value": HEADCOUNT},
    )
    fte = forms.DecimalField(
        label="Whole-time equivalents",
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "nhsuk-input--width-5"}),
        error_messages={
            "invalid": FTE,
            "min_value": FTE,
            "max_digits": FTE,
            "max_whole_digits": FTE,
            "max_decimal_places": "Whole-time equivalents must have at most 2 decimal places",
        },
    )

    def facts(self) -> UnitFacts:
        names = UnitFacts.__dataclass_fields__
        return UnitFacts(**{name: self.cleaned_data[name] for name in names})


class NewUnitForm(_UnitFields, CreatingForm):
    pass


class UnitForm(_UnitFields, EditingForm):
    """The top of the organisation keeps its kind."""

    def __init__(self, *args: Any, is_root: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_root:
            del self.fields["kind"]

    def facts(self) -> UnitFacts:
        self.cleaned_data.setdefault("kind", OrgUnit.Kind.ORGANISATION.value)
        return super().facts()


class MoveForm(EditingForm):
    """Where a unit goes was found before; this says so, and from which edition."""

    parent = forms.IntegerField(widget=forms.HiddenInput)


class CloseForm(forms.Form):
    """Nothing to fill in: closing is refused in words, above the button."""
