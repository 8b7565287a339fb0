"""A member's own answer in a round of worries, and what the side above says."""

from __future__ import annotations

from typing import Any

from django import forms

from objectives.figures.worries import NONE
from objectives.models import WorryTheme
from ui.forms import CreatingForm


class WorriesForm(CreatingForm):
    """Themes only: words of one's own could tell who wrote them."""

    themes = forms.MultipleChoiceField(
        label="What worries you about trying this?",
        help_text="Choose all that do",
        choices=WorryTheme.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose what worries you, or that nothing does",
            "invalid_choice": "Choose from the list",
        },
    )

    def clean_themes(self) -> list[str]:
        themes: list[str] = self.cleaned_data["themes"]
        if NONE in themes and len(themes) > 1:
            raise forms.ValidationError("Choose what worries you, or that nothing does")
        return themes


class WorryRepliesForm(CreatingForm):
    """One answer for each worry that went up."""

    def __init__(self, *args: Any, worries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for theme, words in worries:
            self.fields[theme] = forms.CharField(
                label=words,
                help_text="For example: We will stand by you if the round takes longer",
                max_length=600,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"max_length": "Your answer must be 600 characters or fewer"},
            )

    def replies(self) -> dict[str, str]:
        return {
            name: words for name, words in self.cleaned_data.items() if name != "idempotency_key"
        }
