"""The form for what an organisation is called."""

from __future__ import annotations

from django import forms

from ui.forms import EditingForm

ODS_CODE = "An ODS code is 1 to 9 letters and digits, like RX1"


class NameForm(EditingForm):
    """Its name and its ODS code; the short name that addresses begin with stays."""

    name = forms.CharField(
        label="Name of the organisation",
        max_length=200,
        error_messages={
            "required": "Enter the name of the organisation",
            "max_length": "Enter a name of at most 200 characters",
        },
    )
    ods_code = forms.RegexField(
        r"^[A-Za-z0-9]{1,9}$",
        label="ODS code",
        help_text="The code that the NHS knows the organisation by, like RX1",
        required=False,
        widget=forms.TextInput(
            attrs={
                "class": "nhsuk-input--width-5",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={"invalid": ODS_CODE},
    )

    def clean_ods_code(self) -> str:
        code: str = self.cleaned_data["ods_code"]
        return code.upper()
