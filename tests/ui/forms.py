"""A form with one field of each kind."""

from django import forms

from ui.forms import DatePartsField, HintedRadios


class Every(forms.Form):
    title = forms.CharField(
        label="Title",
        help_text="One sentence",
        max_length=50,
        error_messages={"required": "Enter a title"},
    )
    why = forms.CharField(label="Why", widget=forms.Textarea, max_length=200, required=False)
    notes = forms.CharField(label="Notes", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    unit = forms.ChoiceField(
        label="Team", choices=[("", "Select a team"), ("7", "Ward 7"), ("Wards", [("8", "Ward 8")])]
    )
    strength = forms.ChoiceField(
        label="How",
        widget=HintedRadios(hints={"direct": "Most of it"}),
        choices=[("direct", "Directly"), ("part", "Partly")],
        error_messages={"required": "Select how"},
    )
    people = forms.MultipleChoiceField(
        label="Who", widget=forms.CheckboxSelectMultiple, choices=[("a", "Ada"), ("b", "Ben")]
    )
    is_ready = forms.BooleanField(label="I am ready", required=False)
    due = DatePartsField(what="target date", label="Target date")
    paper = forms.FileField(label="Paper", required=False)
    secret = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    email = forms.EmailField(label="Email", widget=forms.EmailInput(attrs={"data-x": '"><b>'}))
    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": "Reload"})
