"""When a person wishes to be written to."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms

from people.models import LetterChoices
from ui.forms import EditingForm, HintedRadios

NEVER = "never"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
A_TIME = "Enter a time, like 19:00"


def _time(label: str, *, help_text: str = "") -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=help_text,
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TextInput(
            attrs={"class": "nhsuk-input--width-5", "inputmode": "text", "autocomplete": "off"}
        ),
        error_messages={"required": A_TIME, "invalid": A_TIME},
    )


class LettersForm(EditingForm):
    """The day of the digest, what comes at once, and the hours in which nothing comes."""

    at_once = forms.ChoiceField(
        label="When somebody waits for you",
        choices=[("yes", "Write to me at once"), ("no", "Tell me in my digest")],
        widget=HintedRadios(hints={"yes": "Also when something has waited for 7 or 14 days"}),
        error_messages={
            "required": "Select when you wish to hear of it",
            "invalid_choice": "Select when you wish to hear of it",
        },
    )
    digest_day = forms.ChoiceField(
        label="Your digest",
        help_text="One letter a week, at 8 in the morning, with everything else",
        choices=[*((str(number), name) for number, name in enumerate(DAYS)), (NEVER, "Never")],
        error_messages={
            "required": "Select a day, or never",
            "invalid_choice": "Select a day, or never",
        },
    )
    quiet_from = _time(
        "Quiet hours begin",
        help_text="Letters that would come in your quiet hours come when they end. For none, "
        "give both the same time",
    )
    quiet_until = _time("Quiet hours end")

    def chosen(self) -> dict[str, Any]:
        """What the form says, in the words of the service."""
        kept = self.cleaned_data
        return {
            "digest_day": None if kept["digest_day"] == NEVER else int(kept["digest_day"]),
            "is_told_at_once": kept["at_once"] == "yes",
            "quiet_from": kept["quiet_from"],
            "quiet_until": kept["quiet_until"],
            "edition": kept["version"],
        }


def begun(choices: LetterChoices) -> dict[str, Any]:
    """The form as the person's choices stand."""
    return {
        "at_once": "yes" if choices.is_told_at_once else "no",
        "digest_day": NEVER if choices.digest_day is None else str(choices.digest_day),
        "quiet_from": _written(choices.quiet_from),
        "quiet_until": _written(choices.quiet_until),
        "version": choices.edition,
    }


def _written(at: time) -> str:
    return f"{at:%H:%M}"
