"""How objectives stand, as a person says it: one part for each, one form for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from objectives.models import CheckIn
from objectives.queries.check_ins import Card, Fall
from objectives.queries.parts import shortened
from objectives.services.check_ins import Reason, Said
from ui.forms import CreatingForm

NAMED = re.compile(r"o(?P<objective>[0-9]{1,18})-(?P<what>\w+)")
SAME = "same"  # what `confidence` says where nothing has changed
TOO_LONG = "must be 600 characters or fewer"


class CheckInForm(forms.Form):
    """What is said about one objective; nothing at all is fine too."""

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    confidence = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    helped = forms.CharField(
        label="What helped?",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": f"What helped {TOO_LONG}"},
    )
    hindered = forms.CharField(
        label="What got in the way?",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": f"What got in the way {TOO_LONG}"},
    )

    def __init__(
        self, data: QueryDict | None = None, *, card: Card, is_brief: bool = False
    ) -> None:
        super().__init__(data, prefix=f"o{card.objective_id}")
        self.card = card
        known = [(str(value), str(label)) for value, label in CheckIn.Confidence.choices]
        same = [(SAME, f"No change: {card.last.words.lower()}")] if card.last else []
        field = cast(forms.ChoiceField, self.fields["confidence"])
        field.choices, field.label, field.help_text = [*same, *known], card.title, card.last_time
        field.error_messages["invalid_choice"] = self._say("choose how confident you are")
        if is_brief:
            del self.fields["helped"], self.fields["hindered"]
        for position, measure in enumerate(() if is_brief else card.measures, start=1):
            self.fields[f"value{position}"] = _value(measure.name, measure.unit_name, measure.last)

    def _say(self, what: str) -> str:
        return f"{shortened(self.card.title)}: {what}"

    def leave_out_same(self) -> None:
        """Where a button of its own says that nothing has changed."""
        field = cast(forms.ChoiceField, self.fields["confidence"])
        field.choices = [(value, str(label)) for value, label in CheckIn.Confidence.choices]

    @property
    def is_touched(self) -> bool:
        """Whether anything was said about this objective."""
        return any(
            self.data.get(self.add_prefix(name), "").strip()
            for name in self.fields
            if name != "number"
        )

    @property
    def values(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith("value")]

    @property
    def has_folded_words(self) -> bool:
        """What is folded away holds words, or something to put right."""
        return any(self[name].value() or self[name].errors for name in ("helped", "hindered"))

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        if not self.is_touched:
            return kept
        if kept.get("number") != self.card.number:
            self.add_error(
                "confidence",
                self._say("its words changed while you wrote. Check what you say, then save"),
            )
        elif not kept.get("confidence") and "confidence" not in self.errors:
            self.add_error("confidence", self._say("choose how confident you are"))
        return kept

    def said(self) -> Said:
        kept = self.cleaned_data
        is_same = kept["confidence"] == SAME
        values = {
            position: value
            for position in range(1, len(self.card.measures) + 1)
            if (value := cast("Decimal | None", kept.get(f"value{position}"))) is not None
        }
        return Said(
            objective_id=self.card.objective_id,
            number=self.card.number,
            confidence=None if is_same else int(kept["confidence"]),
            values=values,
            helped=kept.get("helped", ""),
            hindered=kept.get("hindered", ""),
        )


def _value(name: str, unit_name: str, last: str) -> forms.DecimalField:
    label = f"{name}, now ({unit_name})" if unit_name else f"{name}, now"
    return forms.DecimalField(
        label=label,
        help_text=last,
        required=False,
        max_digits=16,
        decimal_places=4,
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "class": "nhsuk-input--width-5", "autocomplete": "off"}
        ),
        error_messages={
            "invalid": f"{name} must be a number, like 42 or 42.5",
            "max_digits": f"{name} is too large",
            "max_whole_digits": f"{name} is too large",
            "max_decimal_places": f"{name} must have 4 decimal places or fewer",
        },
    )


class CheckInsForm(CreatingForm):
    """All the objectives on a page: what was filled in is saved together, or nothing is."""

    def __init__(
        self, data: QueryDict | None = None, *, cards: Sequence[Card], is_brief: bool = False
    ) -> None:
        """`is_brief` takes a confidence for each and nothing more."""
        super().__init__(data)
        self.rows = [CheckInForm(data, card=card, is_brief=is_brief) for card in cards]

    def visible_fields(self) -> list[BoundField]:
        """The error summary lists what to put right in every part."""
        return [field for row in self.rows for field in row.visible_fields() if field.errors]

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        listed = {str(row.card.objective_id) for row in self.rows}
        if self.objectives_named() - listed:
            self.add_error(None, "One of these objectives is no longer under way. Nothing is saved")
        elif not any(row.is_touched for row in self.rows):
            self.add_error(None, "Choose how confident you are about at least one objective")
        return kept

    def objectives_named(self) -> set[str]:
        """The objectives about which something was said, also those that are no longer here."""
        filled = (name for name, value in self.data.items() if str(value or "").strip())
        named = (NAMED.fullmatch(name) for name in filled)
        return {found["objective"] for found in named if found and found["what"] != "number"}

    def is_valid(self) -> bool:
        rows_are_valid = all([row.is_valid() for row in self.rows])
        return super().is_valid() and rows_are_valid

    def said(self) -> list[Said]:
        return [row.said() for row in self.rows if row.is_touched]


class WhyForm(forms.Form):
    """Why confidence in one objective fell, and who can help."""

    hindered = forms.CharField(
        label="What got in the way?",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"What got in the way {TOO_LONG}"},
    )
    who_can_help = forms.CharField(
        label="Who can help?",
        help_text="A person or a team, and with what",
        max_length=280,
        required=False,
        error_messages={"max_length": "Who can help must be 280 characters or fewer"},
    )

    def __init__(self, data: QueryDict | None = None, *, fall: Fall) -> None:
        known = {"hindered": fall.hindered, "who_can_help": fall.who_can_help}
        super().__init__(data, prefix=f"c{fall.check_in_id}", initial=known)
        self.fall = fall

    def reason(self) -> Reason:
        return Reason(check_in_id=self.fall.check_in_id, **self.cleaned_data)


class WhysForm(CreatingForm):
    """The same for each that fell in one go."""

    def __init__(self, data: QueryDict | None = None, *, falls: Sequence[Fall]) -> None:
        super().__init__(data)
        self.rows = [WhyForm(data, fall=fall) for fall in falls]

    def visible_fields(self) -> list[BoundField]:
        return [field for row in self.rows for field in row.visible_fields() if field.errors]

    def is_valid(self) -> bool:
        rows_are_valid = all([row.is_valid() for row in self.rows])
        return super().is_valid() and rows_are_valid

    def reasons(self) -> list[Reason]:
        return [row.reason() for row in self.rows]


class NoteForm(CreatingForm):
    """A sentence about what somebody did."""

    words = forms.CharField(
        label="What did you do for this?",
        help_text="One sentence. Everybody who sees this objective sees it",
        max_length=280,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Say in a sentence what you did",
            "max_length": "Your sentence must be 280 characters or fewer",
        },
    )
