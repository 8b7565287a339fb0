"""What stands in the database about the demonstration, read for its tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from objectives.figures import Answer, standing_answers
from objectives.models import Agreement, Objective
from reports import queries as reports
from reports.models import ReportRun


def document(kind: str, day: date) -> dict[str, Any]:
    return reports.document(ReportRun.objects.get(kind=kind, as_of__date=day))


def answers_to_newest() -> dict[str, dict[str, str]]:
    """What each side says to each objective's newest words, as the agreement machine reads it."""
    newest = dict(Objective.objects.values_list("ref", "current__number"))
    said = Agreement.objects.order_by("made_at", "pk").values_list(
        "version__objective__ref", "party", "response", "version__number"
    )
    answers: dict[str, list[Answer]] = {ref: [] for ref in newest}
    for ref, party, response, number in said:
        answers[ref].append(Answer(party=party, response=response, number=number))
    return {
        ref: standing_answers(floor=floor, answers=answers[ref]) for ref, floor in newest.items()
    }
