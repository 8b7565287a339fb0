"""Objectives that pull against each other wait for the side that has not spoken last."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from objectives.figures.conflicts import OPEN
from objectives.models import Conflict, ConflictMessage
from objectives.queries.parts import shortened
from objectives.queries.sides import owner_side
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address


def conflict_lines(reader: Reader) -> list[Waiting]:
    if not reader.near["conflict"]:
        return []
    last = ConflictMessage.objects.filter(conflict=OuterRef("pk")).order_by("-sent_at", "-pk")
    rows = (
        Conflict.objects.filter(pk__in=reader.near["conflict"], state__in=OPEN)
        .select_related("objective__current", "other__current")
        .annotate(
            spoke_id=Subquery(last.values("person_id")[:1]),
            spoke_at=Subquery(last.values("sent_at")[:1]),
        )
    )
    return [_line(row) for row in rows if _waits_for(row, reader)]


def _waits_for(row: Conflict, reader: Reader) -> bool:
    """They are asked for an end, and the last word was not their side's."""
    spoke_id = vars(row)["spoke_id"] or row.raised_by_id
    asked = [
        owner_side(
            one.unit_id, one.current.answerable_id if one.current else None, known=reader.leaders
        ).asked()
        for one in (row.objective, row.other)
    ]
    mine = [side for side in asked if reader.me in side]
    return any(spoke_id not in side for side in mine)


def _line(row: Conflict) -> Waiting:
    titles = [
        shortened(one.current.title if one.current else one.ref, 40)
        for one in (row.objective, row.other)
    ]
    return Waiting(
        title=f"“{titles[0]}” and “{titles[1]}” pull against each other",
        hint=shortened(row.words, 120),
        href=address("objectives:conflict", row.pk),
        since=vars(row)["spoke_at"] or row.raised_at,
    )
