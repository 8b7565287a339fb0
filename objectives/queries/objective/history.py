"""An objective's versions and the answers to them, as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from objectives.figures import ACCEPTING
from objectives.models import Agreement, Measure, ObjectiveVersion
from ui.wording import in_words


@dataclass(frozen=True, kw_only=True)
class AnswerLine:
    """Who answered which version for which side."""

    party: str
    side: str
    person_id: int
    person: str
    on_behalf_of: str  # the leader in whose place they answered
    on_behalf_of_id: int | None
    response: str
    words: str
    is_accepted: bool
    note: str
    at: datetime
    number: int


def version_rows(objective_id: int) -> list[ObjectiveVersion]:
    """Oldest first, each with its measures: two queries."""
    return list(
        ObjectiveVersion.objects.filter(objective_id=objective_id)
        .select_related("answerable", "written_by")
        .prefetch_related("measures")
        .order_by("number")
    )


def answer_lines(objective_id: int) -> list[AnswerLine]:
    """Oldest first."""
    answers = (
        Agreement.objects.filter(version__objective_id=objective_id)
        .select_related("person", "on_behalf_of", "version", "unit")
        .order_by("made_at", "pk")
    )
    return [
        AnswerLine(
            party=answer.side,
            side=answer.unit.name if answer.unit else answer.get_party_display(),
            person_id=answer.person_id,
            person=answer.person.name,
            on_behalf_of=answer.on_behalf_of.name if answer.on_behalf_of else "",
            on_behalf_of_id=answer.on_behalf_of_id,
            response=answer.response,
            words=answer.get_response_display(),
            is_accepted=answer.response in ACCEPTING,
            note=answer.note,
            at=answer.made_at,
            number=answer.version.number,
        )
        for answer in answers
    ]


def facts(version: ObjectiveVersion) -> dict[str, str]:
    return {
        "Objective": version.title,
        "Why": version.why,
        "What people will see": version.behaviours,
        "Reaches": version.get_scope_display(),
        "Kind of work": version.get_domain_display(),
        "To be reached by": in_words(version.target_date) if version.target_date else "",
        "Answerable": version.answerable.name if version.answerable else "",
        "Measure": "; ".join(measure_in_words(m) for m in measures_of(version)),
        "What we will know": version.will_know,
        "Why nothing is measured": version.no_measure_reason,
    }


def measures_of(version: ObjectiveVersion) -> list[Measure]:
    return sorted(version.measures.all(), key=lambda measure: measure.position)


class Counted(Protocol):
    """A measure, kept or only typed."""

    @property
    def name(self) -> str: ...
    @property
    def unit_name(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def baseline(self) -> Decimal | None: ...
    @property
    def target(self) -> Decimal | None: ...


def measure_in_words(measure: Counted) -> str:
    """Falls with harm a month: down from 10 to 8 falls."""
    ways = {
        Measure.Direction.UP: "up",
        Measure.Direction.DOWN: "down",
        Measure.Direction.MAINTAIN: "keep",
        Measure.Direction.BY_DATE: "done by the date",
    }
    way = ways[Measure.Direction(measure.direction)]
    start = f" from {_plain(measure.baseline)}" if measure.baseline is not None else ""
    end = f" to {_plain(measure.target)}" if measure.target is not None else ""
    unit = f" {measure.unit_name}" if measure.unit_name and (start or end) else ""
    return f"{measure.name}: {way}{start}{end}{unit}"


def _plain(number: object) -> str:
    """10.5000 as 10.5, and 10.0000 as 10."""
    words = f"{number:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
