from __future__ import annotations

from django import forms

from people.directory.services.persons import PersonFacts
from people.models import Person
from ui.forms import CreatingForm, EditingForm

EMAIL = "Enter an email address in the correct format, like name@example.nhs.uk"


class _PersonFields(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Enter the person's name",
            "max_length": "The name must be 200 characters or fewer",
        },
    )
    kind = forms.ChoiceField(
        label="Who are they to the organisation?",
        choices=Person.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select who they are to the organisation",
            "invalid_choice": "Select who they are from the list",
        },
    )
    email = forms.EmailField(
        label="Email address",
        help_text="Needed to invite them. Only administrators and the person themselves see it",
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": EMAIL, "max_length": EMAIL},
    )
    staff_id = forms.CharField(
        label="Staff number",
        help_text="Spreadsheets find the person by it",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10", "autocomplete": "off"}),
        error_messages={"max_length": "The staff number must be 60 characters or fewer"},
    )

    def facts(self) -> PersonFacts:
        words = self.cleaned_data
        return PersonFacts(**{name: words[name] for name in PersonFacts.__dataclass_fields__})


class NewPersonForm(_PersonFields, CreatingForm):
    pass


class PersonForm(_PersonFields, EditingForm):
    pass


class InactiveForm(forms.Form):
    """Whether what the person holds ends too: they are never asked by surprise."""

    ends_all = forms.TypedChoiceField(
        label="What happens to their places, roles and seat?",
        choices=[
            ("yes", "End them all today"),
            ("no", "Leave them as they are, to be passed on one by one"),
        ],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select what happens to their places, roles and seat",
            "invalid_choice": "Select what happens to their places, roles and seat",
        },
    )
