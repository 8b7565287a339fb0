"""Hints about words that are being typed: calm, and never a reason to refuse them."""

from __future__ import annotations

from django import forms

from objectives.figures.lights import Measurement, Worded, hints
from objectives.models import Objective


class HintedWords(forms.Form):
    """Reads what stands in the fields now, right or wrong. `served_title` is the title of what is
    chosen to be served, where somebody chose already."""

    served_title = ""

    @property
    def hints(self) -> list[str]:
        """What would make the words clearer, of what is typed so far, right or wrong."""
        newness = self._typed("complexity")
        return hints(
            self._worded(),
            complexity=int(newness) if newness.isdecimal() else None,
            serves=self.served_title,
        )

    @property
    def is_long_enough_to_judge(self) -> bool:
        return len(self._typed("title")) >= 10

    def _worded(self) -> Worded:
        measurement = Measurement(
            unit_name=self._typed("unit_name"),
            direction=self._typed("direction"),
            has_baseline=bool(self._typed("baseline")),
            has_target=bool(self._typed("target")),
        )
        return Worded(
            title=self._typed("title"),
            has_reason=bool(self._typed("why")),
            measures=[measurement] if self._typed("measure_name") else [],
            has_date=bool(self._typed("target_date")),
            has_answerable=bool(self._typed("answerable")),
            is_learning=self._typed("goal_type") == Objective.GoalType.LEARNING,
            says_what_will_be_known=bool(self._typed("will_know")),
            says_why_no_measure=bool(self._typed("no_measure_reason")),
        )

    def _typed(self, name: str) -> str:
        value = self[name].value()
        parts = value if isinstance(value, list | tuple) else [value]
        return "".join(str(part) for part in parts if part is not None).strip()
