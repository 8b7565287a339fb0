"""How objectives stand, from the last check-in that nobody took back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from objectives.figures.check_ins import Stand, stand
from objectives.models import CheckIn, Objective
from objectives.queries.parts import Tag
from ui.wording import counted

COLOURS = {1: "red", 2: "orange", 3: "yellow", 4: "green", 5: "green"}
UNDER_WAY = (Objective.State.AGREED, Objective.State.LIVE)


@dataclass(frozen=True, kw_only=True)
class LastWord:
    """The last time somebody said how an objective stands."""

    check_in_id: int
    confidence: int
    at: datetime

    @classmethod
    def of(cls, row: CheckIn) -> LastWord:
        return cls(check_in_id=row.pk, confidence=row.confidence, at=row.checked_in_at)

    @property
    def words(self) -> str:
        return str(CheckIn.Confidence(self.confidence).label)


def counting() -> QuerySet[CheckIn]:
    """Check-ins that nobody took back: no other is ever shown."""
    return CheckIn.objects.filter(undone_at=None)


def last_words(
    objective_ids: Collection[int], *, before: datetime | None = None
) -> dict[int, LastWord]:
    """For each objective the newest check-in, or the newest before a moment: one query."""
    rows = counting().filter(objective_id__in=objective_ids)
    if before is not None:
        rows = rows.filter(checked_in_at__lt=before)
    newest = rows.order_by("objective_id", "-checked_in_at", "-pk").distinct("objective_id")
    return {row.objective_id: LastWord.of(row) for row in newest}


def begun_at(objective: Objective) -> datetime:
    """From when a word about it can be expected."""
    return objective.agreed_at or objective.imported_at or objective.created_at


def stand_of(objective: Objective, last: LastWord | None, *, now: datetime) -> Stand:
    return stand(
        confidence=last.confidence if last else None,
        said_at=last.at if last else None,
        begun_at=begun_at(objective),
        now=now,
    )


def stand_tag(objective: Objective, last: LastWord | None, *, now: datetime) -> Tag | None:
    """How it stands in words; nothing before it is agreed or after it is finished."""
    if objective.state not in UNDER_WAY:
        return None
    found = stand_of(objective, last, now=now)
    if found.is_silent:
        return Tag(words=f"No word for {counted(found.silent_days, 'day')}", colour="grey")
    if found.confidence is None:
        return Tag(words="No word yet", colour="white")
    confidence = CheckIn.Confidence(found.confidence)
    return Tag(words=str(confidence.label), colour=COLOURS[confidence])
