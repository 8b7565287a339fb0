"""Five words for each question, and never a number to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from objectives.figures.lights import (
    CHALLENGE_WORDS,
    CLARITY_WORDS,
    COMMITMENT_WORDS,
    FEASIBILITY_WORDS,
)
from ui.forms import CreatingForm


def _in_five_words(label: str, words: Sequence[str], *, missing: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[(number, word.capitalize()) for number, word in enumerate(words, start=1)],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )


class _AboutWords(CreatingForm):
    """What is said about one version of the words."""

    number = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def start_from(self, number: int) -> None:
        """Sent again, it is about the newest words; what was chosen stays."""
        self.data: Any = self.data.copy()
        self.data["number"] = number


class RatingForm(_AboutWords):
    challenge = _in_five_words("How hard is it?", CHALLENGE_WORDS, missing="Select how hard it is")
    feasibility = _in_five_words(
        "Can it be done, with what there is?",
        FEASIBILITY_WORDS,
        missing="Select whether it can be done",
    )
    commitment = _in_five_words(
        "How much do you stand behind it?",
        COMMITMENT_WORDS,
        missing="Select how much you stand behind it",
    )


class ClarityForm(_AboutWords):
    clarity = _in_five_words(
        "Is it clear what this asks of us?",
        CLARITY_WORDS,
        missing="Select how clear it is",
    )
