"""What people choose or ask for on a report's page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from reports.queries.called import PriorityName, UnitName
from reports.queries.runs import EarlierRun
from ui.forms import CreatingForm
from ui.wording import moment_in_words


class RunForm(CreatingForm):
    """Have a report computed again, then come back to the same place."""

    next = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)


class CompareForm(forms.Form):
    """Shown only: an earlier run to compare the figures with."""

    earlier = forms.ChoiceField(label="Compare with figures of", required=False)

    def __init__(self, *, runs: Iterable[EarlierRun], chosen: int | None) -> None:
        super().__init__(initial={"earlier": chosen or ""})
        moments = [(str(run.id), moment_in_words(run.as_of)) for run in runs]
        _offer(self.fields["earlier"], [("", "Do not compare"), *moments])


class ReachForm(forms.Form):
    """Shown only: a priority, and the part of the organisation to look at."""

    priority = forms.ChoiceField(label="Board priority")
    unit = forms.ChoiceField(label="Part of the organisation", required=False)

    def __init__(
        self, *, priorities: Iterable[PriorityName], units: Iterable[UnitName], **chosen: str
    ) -> None:
        super().__init__(initial=chosen)
        _offer(self.fields["priority"], [(it.ref, it.title) for it in priorities])
        _offer(self.fields["unit"], [("", "All of it"), *((it.code, it.name) for it in units)])


def _offer(field: forms.Field, choices: list[Any]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
