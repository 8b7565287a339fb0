"""How objectives ended, as a leader says it: one part for each, saved one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from objectives.models import Closing
from objectives.queries.closing import Ending
from objectives.queries.parts import shortened
from objectives.services.closing import Ended
from ui.forms import CreatingForm

NAMED = re.compile(r"[oc](?P<id>[0-9]{1,18})-(?P<what>\w+)")
SAID = ("result", "learnt", "next")
CONFIRM, SEND_BACK = "confirm", "send_back"
HIDDEN = ("number", "edition")
CHANGED = "this changed while you wrote. Look at it as it is now, then save"


class Row(forms.Form):
    """One part of a batch."""

    card: Ending
    first_field = ""
    is_stale = False  # somebody else said something since it was opened

    @property
    def id_here(self) -> int:
        return int(str(self.prefix)[1:])

    @property
    def is_touched(self) -> bool:
        raise NotImplementedError

    def say(self, what: str) -> str:
        return f"{shortened(self.card.title)}: {what}"

    def start_from_now(self) -> None:
        """After a stale save was shown, the next one starts from what is there now."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name in HIDDEN:
            data[self.add_prefix(name)] = str(getattr(self.card, name))
        self.data, self.is_stale = data, True


class EndingForm(Row):
    """What is said about one objective; nothing at all is fine too."""

    first_field = "result"

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)
    result = forms.ChoiceField(choices=Closing.Result.choices, widget=forms.RadioSelect)
    learnt = forms.CharField(
        label="What did you learn?",
        help_text="What helped, what got in the way, what you would tell the next team",
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next = forms.ChoiceField(
        label="And next year?", choices=Closing.Next.choices, widget=forms.RadioSelect
    )

    def __init__(self, data: QueryDict | None = None, *, card: Ending) -> None:
        begun = {
            "number": card.number,
            "edition": card.edition,
            "result": card.result,
            "learnt": card.learnt,
            "next": card.next,
        }
        super().__init__(data, prefix=f"o{card.objective_id}", initial=begun)
        self.card = card
        self.fields["result"].label = f"How did “{card.title}” end?"
        self._name_errors()

    def _name_errors(self) -> None:
        says = {
            "result": "choose how it ended",
            "learnt": "say what you learnt",
            "next": "choose what happens next year",
        }
        for name, what in says.items():
            messages = self.fields[name].error_messages
            messages["required"] = messages["invalid_choice"] = self.say(what)
        long = "what you learnt must be 1,200 characters or fewer"
        self.fields["learnt"].error_messages["max_length"] = self.say(long)

    @property
    def is_touched(self) -> bool:
        """Whether anything was said here that was not said before."""
        if not self.is_bound:
            return False
        given = {name: self.data.get(self.add_prefix(name), "").strip() for name in SAID}
        if self.data.get(self.add_prefix("edition"), "0") in ("", "0"):
            return any(given.values())
        before = {name: str(self.initial[name]) for name in SAID}
        return any(given.values()) and given != before

    def ended(self) -> Ended:
        kept = self.cleaned_data
        return Ended(
            objective_id=self.card.objective_id,
            number=kept.get("number") or 0,
            edition=kept.get("edition") or 0,
            result=kept["result"],
            learnt=kept["learnt"],
            next=kept["next"],
        )


class ConfirmEndingForm(Row):
    """Whether the side it serves sees it so too."""

    first_field = "answer"

    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)
    answer = forms.ChoiceField(
        choices=[(CONFIRM, "Yes, confirm it"), (SEND_BACK, "Send it back")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="If you send it back, why?",
        help_text="They read this and say it again",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, *, card: Ending) -> None:
        super().__init__(data, prefix=f"c{card.closing_id}", initial={"edition": card.edition})
        self.card = card
        self.fields["answer"].label = "Do you see it so too?"
        messages = self.fields["answer"].error_messages
        messages["required"] = messages["invalid_choice"] = self.say("confirm it or send it back")
        long = "your reason must be 600 characters or fewer"
        self.fields["reason"].error_messages["max_length"] = self.say(long)

    @property
    def is_touched(self) -> bool:
        names = ("answer", "reason")
        return self.is_bound and any(
            self.data.get(self.add_prefix(name), "").strip() for name in names
        )

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or self.cleaned_data
        if kept.get("answer") == SEND_BACK and not kept.get("reason"):
            self.add_error("reason", self.say("say why you send it back"))
        return kept


class BatchForm(CreatingForm):
    """Many of the same on one page, each kept by itself."""

    def __init__(self, data: QueryDict | None = None, *, rows: Sequence[Row]) -> None:
        super().__init__(data)
        self.rows: list[Row] = list(rows)

    def visible_fields(self) -> list[BoundField]:
        """The error summary lists what to put right in every part."""
        return [field for row in self.faulty for field in row.visible_fields() if field.errors]

    def ids_named(self) -> set[int]:
        """What something was said about, also where it is no longer here."""
        filled = (name for name, value in self.data.items() if str(value or "").strip())
        named = (NAMED.fullmatch(name) for name in filled)
        return {int(one["id"]) for one in named if one and one["what"] not in HIDDEN}

    @property
    def touched(self) -> list[Row]:
        return [row for row in self.rows if row.is_touched]

    @property
    def faulty(self) -> list[Row]:
        return [row for row in self.touched if row.errors]

    @property
    def is_faulty(self) -> bool:
        return bool(self.errors or self.faulty)


class CloseYearForm(CreatingForm):
    """A yes to closing a year; `leaving` is how many endings were seen to be left."""

    leaving = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
