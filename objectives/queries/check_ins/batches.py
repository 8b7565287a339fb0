"""What one person said in one go: it is taken back, and asked about, as one thing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from objectives.figures.check_ins import has_fallen
from objectives.models import CheckIn
from objectives.queries.check_ins.stands import counting, last_words


@dataclass(frozen=True, kw_only=True)
class Fall:
    """A check-in that is less confident than the one before it."""

    check_in_id: int
    title: str
    before: str
    now: str
    hindered: str
    who_can_help: str


def own_check_ins(person_id: int) -> QuerySet[CheckIn]:
    return CheckIn.objects.filter(person_id=person_id).select_related("objective__current")


def batch_of(check_in: CheckIn) -> QuerySet[CheckIn]:
    """Everything that person said in the same moment."""
    return (
        counting()
        .filter(person_id=check_in.person_id, checked_in_at=check_in.checked_in_at)
        .select_related("objective__current")
        .order_by("pk")
    )


def falls_in(check_in: CheckIn) -> list[Fall]:
    """Those of the batch whose confidence is a step or more below the time before."""
    batch = list(batch_of(check_in))
    before = last_words([one.objective_id for one in batch], before=check_in.checked_in_at)
    return [
        Fall(
            check_in_id=one.pk,
            title=one.objective.current.title if one.objective.current else one.objective.ref,
            before=before[one.objective_id].words.lower(),
            now=one.get_confidence_display().lower(),
            hindered=one.hindered,
            who_can_help=one.who_can_help,
        )
        for one in batch
        if one.objective_id in before
        and has_fallen(before=before[one.objective_id].confidence, now=one.confidence)
    ]
