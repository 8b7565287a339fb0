"""Short forms: an answer, a reason, a yes."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.forms.utils import ErrorDict

from objectives.models import Agreement, ContributionLink
from objectives.queries import choices
from people.policy import Standing
from ui.forms import CreatingForm, HintedRadios

SAY_WHY = "Say why, so that they know what to do next"


OTHER_ANSWERS = [
    (Agreement.Response.CONCERN, "Yes, and we have a concern"),
    (Agreement.Response.CHALLENGE, "Let us talk first"),
    (Agreement.Response.DECLINE, "No, not these words"),
]


class AnswerForm(CreatingForm):
    """Yes, or another answer in words; `number` is the version of the words that were read."""

    response = forms.ChoiceField(
        label="What is your answer?",
        choices=OTHER_ANSWERS,
        widget=HintedRadios(
            hints={
                Agreement.Response.CONCERN: "It is agreed, and the concern is shown with it, up to "
                "the Board",
                Agreement.Response.CHALLENGE: "They hear what you would like to talk about",
                Agreement.Response.DECLINE: "They are asked for new words",
            }
        ),
        error_messages={
            "required": "Select your answer",
            "invalid_choice": "Select one of the answers",
        },
    )
    number = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    note = forms.CharField(
        label="In your words",
        help_text="Your concern, what to talk about, or what would make it right",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "This must be 600 characters or fewer"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("response") == Agreement.Response.ACCEPT:
            field = cast(forms.ChoiceField, self.fields["response"])
            field.choices = [*OTHER_ANSWERS, (Agreement.Response.ACCEPT, "Yes")]

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        response = kept.get("response")
        if response in IN_WORDS and not kept.get("note"):
            self.add_error("note", IN_WORDS[response])
        return kept


IN_WORDS = {
    Agreement.Response.CONCERN: "Say what your concern is",
    Agreement.Response.CHALLENGE: "Say what you would like to talk about",
    Agreement.Response.DECLINE: "Say why, so that they know what to do next",
}


class LinkAnswerForm(CreatingForm):
    """Whether one objective serves another: yes, or no with a reason."""

    response = forms.ChoiceField(
        choices=[(Agreement.Response.ACCEPT, "Yes"), (Agreement.Response.DECLINE, "No")],
        widget=forms.HiddenInput,
        error_messages={"required": "Say yes or no", "invalid_choice": "Say yes or no"},
    )
    note = forms.CharField(
        label="What would make it right?",
        help_text="They read this, and find new words with you",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Your reason must be 600 characters or fewer"},
    )

    @property
    def is_accepted(self) -> bool:
        return bool(self.cleaned_data["response"] == Agreement.Response.ACCEPT)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        if kept.get("response") == Agreement.Response.DECLINE and not kept.get("note"):
            self.add_error("note", SAY_WHY)
        return kept


class MessageForm(CreatingForm):
    """What one side says to the other."""

    words = forms.CharField(
        label="Your message",
        help_text="Both sides read it, and everybody who may see this objective",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write a message",
            "max_length": "Your message must be 2,000 characters or fewer",
        },
    )


class ConfirmForm(CreatingForm):
    """A yes that needs no words."""


class ReasonForm(CreatingForm):
    """One thing to say: why."""

    reason = forms.CharField(
        label="Why?",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": SAY_WHY,
            "max_length": "Your reason must be 600 characters or fewer",
        },
    )

    def __init__(self, *args: Any, label: str, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label, self.fields["reason"].help_text = label, hint


class ServesMixin(forms.Form):
    """What an objective serves, by its name in an address: "priority:SAFE"."""

    serves = forms.CharField(
        label="What does it serve?",
        max_length=100,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what it serves"},
    )
    find = forms.CharField(label="Search priorities and objectives", max_length=100, required=False)

    standing: Standing

    def offered(self, found: list[choices.ParentChoice]) -> list[choices.ParentChoice]:
        """What is offered; what was chosen before stands first."""
        value = str(self["serves"].value() or "")
        if any(choice.value == value for choice in found):
            return found
        chosen = choices.choice_named(value, standing=self.standing)
        return [chosen, *found] if chosen else found

    def as_typed(self) -> None:
        """Comes back as it was typed, unjudged: the person only searched for something."""
        self._errors = ErrorDict()
        self.cleaned_data = {}


class ServeForm(CreatingForm, ServesMixin):
    """One more thing that an objective serves."""

    strength = forms.ChoiceField(
        label="How does it help?",
        choices=ContributionLink.Strength,
        widget=HintedRadios(
            hints={
                "direct": "Reaching this reaches part of that",
                "partial": "It helps, beside other things",
                "enabling": "That could not happen without it",
            }
        ),
        error_messages={
            "required": "Select how it helps",
            "invalid_choice": "Select how it helps",
        },
    )
    rationale = forms.CharField(
        label="In what way?",
        help_text="One sentence, for whoever answers",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Say in what way it helps",
            "max_length": "This must be 600 characters or fewer",
        },
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standing = standing

    def clean_serves(self) -> Any:
        found = choices.parent_named(self.cleaned_data["serves"], standing=self.standing)
        if found is None:
            raise forms.ValidationError("Select what it serves from the list")
        return found
