from __future__ import annotations

from django import forms

from people.directory.forms.days import LatestDayField, UpToToday
from people.directory.services.places import PlaceFacts
from people.models import Assignment
from ui.forms import CreatingForm, EditingForm

FTE = "Whole-time equivalent must be a number from 0 to 1.5, like 0.8"
STAFF_GROUPS = [("", "Not given"), *Assignment.StaffGroup.choices]


class _PlaceFields(forms.Form):
    role_title = forms.CharField(
        label="Role title",
        help_text="For example, Charge nurse",
        required=False,
        max_length=200,
        error_messages={"max_length": "The role title must be 200 characters or fewer"},
    )
    staff_group = forms.ChoiceField(
        label="Staff group",
        required=False,
        choices=STAFF_GROUPS,
        error_messages={"invalid_choice": "Select a staff group from the list"},
    )
    pay_band = forms.CharField(
        label="Pay band",
        help_text="For example, 8a. Only administrators and the person themselves see it",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-5"}),
        error_messages={"max_length": "The pay band must be 20 characters or fewer"},
    )
    fte = forms.DecimalField(
        label="Whole-time equivalent",
        required=False,
        min_value=0,
        max_value=1.5,
        max_digits=4,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "nhsuk-input--width-5"}),
        error_messages={
            "invalid": FTE,
            "min_value": FTE,
            "max_value": FTE,
            "max_digits": FTE,
            "max_whole_digits": FTE,
            "max_decimal_places": FTE,
        },
    )
    is_lead = forms.BooleanField(label="They lead this unit", required=False)
    is_primary = forms.BooleanField(label="This is their main place", required=False)

    def facts(self) -> PlaceFacts:
        words = self.cleaned_data
        return PlaceFacts(**{name: words[name] for name in PlaceFacts.__dataclass_fields__})


class NewPlaceForm(UpToToday, _PlaceFields, CreatingForm):
    unit = forms.IntegerField(widget=forms.HiddenInput)
    started_on = LatestDayField(what="first day", label="First day")


class PlaceForm(_PlaceFields, EditingForm):
    """A place whose staff group came in other words from a spreadsheet keeps them."""

    def keep_staff_group(self, words: str) -> None:
        field = self.fields["staff_group"]
        known = {value for value, _label in Assignment.StaffGroup.choices}
        if words and words not in known and isinstance(field, forms.ChoiceField):
            field.choices = [*STAFF_GROUPS, (words, words)]


class MovePlaceForm(UpToToday, EditingForm):
    unit = forms.IntegerField(widget=forms.HiddenInput)
    day = LatestDayField(what="day of the move", label="Day of the move")


class EndPlaceForm(UpToToday, EditingForm):
    day = LatestDayField(what="last day", label="Last day")
