"""An objective's words as a person types them."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from objectives.forms.answers import ServesMixin
from objectives.forms.hinting import HintedWords
from objectives.forms.people import person_called
from objectives.models import ContributionLink, Measure, Objective, ObjectiveVersion
from objectives.queries import choices
from objectives.services import Measured, Words
from people.models import Person
from people.policy import Standing
from ui.forms import CreatingForm, DatePartsField, EditingForm, HintedRadios

ALONE = "none"  # what `serves` says for an objective that serves no priority
TOO_LONG = "This must be 600 characters or fewer"
NUMBER = "must be a number, like 42 or 42.5"
NEWNESS = (
    "We have done it before",
    "Much of it is known",
    "Some of it is known",
    "Little of it is known",
    "Nobody has done this yet",
)


def _number(label: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=False,
        max_digits=16,
        decimal_places=4,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "nhsuk-input--width-5"}),
        error_messages={
            "invalid": f"{label} {NUMBER}",
            "max_digits": f"{label} is too large",
            "max_whole_digits": f"{label} is too large",
            "max_decimal_places": f"{label} must have 4 decimal places or fewer",
        },
    )


class WordsForm(HintedWords):
    """The words of an objective; the title is all that must be there."""

    title = forms.CharField(
        label="The objective, in one sentence",
        help_text="What will be different, for whom? For example: Falls with harm on Ward 7 are "
        "down by a fifth by March",
        min_length=10,
        max_length=280,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Enter the objective, in one sentence",
            "min_length": "Say a little more: at least 10 characters",
            "max_length": "The objective must be 280 characters or fewer",
        },
    )
    why = forms.CharField(
        label="Why it matters",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    measure_name = forms.CharField(
        label="How will you see it is reached?",
        help_text="One measure. For example: Falls with harm a month",
        max_length=200,
        required=False,
        error_messages={"max_length": "The measure must be 200 characters or fewer"},
    )
    direction = forms.ChoiceField(
        label="Which way should it go?",
        choices=Measure.Direction,
        required=False,
        initial=Measure.Direction.UP,
        error_messages={"invalid_choice": "Select which way it should go"},
    )
    baseline = _number("Where it is now")
    target = _number("Where it should be")
    unit_name = forms.CharField(
        label="Counted in (falls, %, days)",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10"}),
        error_messages={"max_length": "This must be 60 characters or fewer"},
    )
    target_date = DatePartsField(what="target date", label="To be reached by", required=False)
    answerable = forms.CharField(
        label="Who is answerable for it?",
        help_text="One person: their name as it is in the organisation, or their staff number",
        max_length=200,
        required=False,
        widget=forms.TextInput(
            attrs={"list": "people-near", "autocomplete": "off", "class": "nhsuk-input--width-20"}
        ),
        error_messages={"max_length": "The name must be 200 characters or fewer"},
    )
    behaviours = forms.CharField(
        label="What people will see us do",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    scope = forms.ChoiceField(
        label="How far it reaches",
        choices=ObjectiveVersion.Scope,
        initial=ObjectiveVersion.Scope.OWN_AREA,
        required=False,
        error_messages={"invalid_choice": "Select how far it reaches"},
    )
    domain = forms.ChoiceField(
        label="Kind of work",
        choices=ObjectiveVersion.Domain,
        initial=ObjectiveVersion.Domain.OTHER,
        required=False,
        error_messages={"invalid_choice": "Select the kind of work"},
    )

    goal_type = forms.ChoiceField(
        label="What kind of goal is it?",
        choices=Objective.GoalType,
        required=False,
        initial=Objective.GoalType.PERFORMANCE,
        widget=HintedRadios(
            hints={
                "performance": "We know what to do, and mean to get there",
                "learning": "Nobody knows yet what works, and we mean to find out",
            }
        ),
        error_messages={"invalid_choice": "Select what kind of goal it is"},
    )
    complexity = forms.TypedChoiceField(
        label="How new is this to us?",
        choices=[("", "Not said"), *enumerate(NEWNESS, start=1)],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Select how new it is"},
    )
    will_know = forms.CharField(
        label="What will we know when it is reached?",
        help_text="For a goal to find out how",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG},
    )
    no_measure_reason = forms.CharField(
        label="If nothing can be measured, why not?",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG},
    )

    def clean_answerable(self) -> Person | None:
        words = self.cleaned_data["answerable"].strip()
        if not words:
            return None
        return person_called(words)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        detail = [kept.get("baseline"), kept.get("target"), kept.get("unit_name") or None]
        has_detail = any(one is not None for one in detail)
        if has_detail and not kept.get("measure_name") and "measure_name" not in self.errors:
            self.add_error("measure_name", "Say what is measured")
        return kept

    def words(self) -> Words:
        kept = self.cleaned_data
        return Words(
            title=kept["title"],
            why=kept["why"],
            behaviours=kept["behaviours"],
            scope=kept["scope"] or ObjectiveVersion.Scope.OWN_AREA,
            domain=kept["domain"] or ObjectiveVersion.Domain.OTHER,
            target_date=kept["target_date"],
            answerable=kept["answerable"],
            measure=self._measure(),
            goal_type=kept["goal_type"],
            complexity=kept["complexity"],
            will_know=kept["will_know"],
            no_measure_reason=kept["no_measure_reason"],
        )

    def _measure(self) -> Measured | None:
        kept = self.cleaned_data
        if not kept["measure_name"]:
            return None
        return Measured(
            name=kept["measure_name"],
            unit_name=kept["unit_name"],
            direction=kept["direction"] or Measure.Direction.UP,
            baseline=kept["baseline"],
            target=kept["target"],
        )

    @property
    def has_more_errors(self) -> bool:
        """Something is to be put right among what is folded away."""
        return bool(self.errors.keys() - {"title", "unit", "serves", "local_reason"})


class RewordForm(EditingForm, WordsForm):
    """New words, from the version they started from, and what to say to them."""

    note = forms.CharField(
        label="Say why you changed it",
        help_text="The other side reads this beside the new words",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "This must be 2,000 characters or fewer"},
    )


class WriteForm(CreatingForm, WordsForm, ServesMixin):
    """A new objective: what it is, whose it is, and what it serves."""

    unit = forms.ChoiceField(
        label="Whose objective is it?",
        error_messages={
            "required": "Select the team it belongs to",
            "invalid_choice": "Select a team you may write for",
        },
    )
    local_reason = forms.CharField(
        label="Why it matters here",
        help_text="The level above reads this and says whether it may stand alone",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    strength = forms.ChoiceField(
        label="How does it help what it serves?",
        choices=ContributionLink.Strength,
        required=False,
        widget=HintedRadios(
            hints={
                "direct": "Reaching this reaches part of that",
                "partial": "It helps, beside other things",
                "enabling": "That could not happen without it",
            }
        ),
        error_messages={"invalid_choice": "Select how it helps"},
    )

    field_order = ("title", "unit", "serves", "local_reason", "find")

    def __init__(
        self, *args: Any, units: list[tuple[str, str]], standing: Standing, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.standing = standing
        empty = [("", "Select a team")] if len(units) > 1 else []
        cast(forms.ChoiceField, self.fields["unit"]).choices = [*empty, *units]
        self.fields["serves"].error_messages["required"] = (
            "Select what it serves, or say why it serves no priority"
        )

    def clean_serves(self) -> Any:
        value = self.cleaned_data["serves"]
        if value == ALONE:
            return None
        found = choices.parent_named(value, standing=self.standing)
        if found is None:
            raise forms.ValidationError("Select what it serves from the list")
        return found

    def clean(self) -> dict[str, Any]:
        kept = super().clean()
        is_alone = "serves" in kept and kept["serves"] is None
        if is_alone and not kept.get("local_reason") and "local_reason" not in self.errors:
            self.add_error("local_reason", "Say why it matters here")
        return kept
