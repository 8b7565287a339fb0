"""What a leader says about how their objectives ended, and what the side above confirms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from objectives.figures.closing import SAID, SENT_BACK, TO_SAY, stage
from objectives.models import Closing, ContributionLink, Cycle, Objective
from objectives.queries.check_ins.cards import led_by, measure_lines
from objectives.queries.check_ins.stands import last_words
from objectives.queries.closing.years import result_tag
from objectives.queries.parts import Tag, main_links
from objectives.queries.sides import Side, Sides, unit_above
from people.policy import Standing

if TYPE_CHECKING:
    from objectives.queries.waiting.reader import Reader

AT_MOST = 25  # on one page: a form has a limit of fields
ORDER = {SENT_BACK: 0, TO_SAY: 1, SAID: 2}


@dataclass(frozen=True, kw_only=True)
class Ending:
    """One objective of the year that closes, with what was said about how it ended."""

    objective_id: int
    closing_id: int | None
    number: int
    edition: int  # of what was said; 0 before anything was
    title: str
    unit: str
    measures: list[str]
    last: str
    stage: str
    result: str
    result_tag: Tag | None
    learnt: str
    next: str
    next_words: str
    said_by: str
    said_at: datetime | None
    sent_back_by: str
    sent_back_reason: str


def to_say_for(standing: Standing) -> QuerySet[Objective]:
    """What they lead in a year that is being closed, until the side above has confirmed it."""
    return led_by(standing).filter(
        cycle__state=Cycle.State.CLOSING,
        state=Objective.State.LIVE,
        closing__confirmed_at=None,
    )


def endings_to_say(standing: Standing, *, only: Collection[int] | None = None) -> list[Ending]:
    """What was sent back first, then what nobody has said: a fixed number of queries."""
    rows = to_say_for(standing).select_related("closing__said_by", "closing__sent_back_by")
    if only is not None:
        rows = rows.filter(pk__in=only)
    found = _endings(list(rows.order_by("current__title", "pk")))
    return sorted(found, key=lambda one: ORDER[one.stage])


def _endings(rows: list[Objective]) -> list[Ending]:
    last, measures = last_words([row.pk for row in rows]), measure_lines(rows)
    return [
        _ending(
            row,
            last=last[row.pk].words if row.pk in last else "",
            measures=[
                f"{one.name}: {one.wanted or 'no target'}. {one.last}"
                for one in measures.get(row.current_id or 0, [])
            ],
        )
        for row in rows
    ]


def _ending(row: Objective, *, last: str, measures: list[str]) -> Ending:
    closing: Closing | None = getattr(row, "closing", None)
    current = row.current
    return Ending(
        objective_id=row.pk,
        closing_id=closing.pk if closing else None,
        number=current.number if current else 0,
        edition=closing.edition if closing else 0,
        title=current.title if current else row.ref,
        unit=row.unit.name,
        measures=measures,
        last=last,
        stage=stage_of(closing),
        result=closing.result if closing else "",
        result_tag=result_tag(closing.result) if closing else None,
        learnt=closing.learnt if closing else "",
        next=closing.next if closing else "",
        next_words=closing.get_next_display() if closing else "",
        said_by=closing.said_by.name if closing else "",
        said_at=closing.said_at if closing else None,
        sent_back_by=closing.sent_back_by.name if closing and closing.sent_back_by else "",
        sent_back_reason=closing.sent_back_reason if closing else "",
    )


def stage_of(closing: Closing | None) -> str:
    return stage(
        is_said=closing is not None,
        is_sent_back=closing is not None and closing.sent_back_at is not None,
        is_confirmed=closing is not None and closing.confirmed_at is not None,
    )


def confirming_side(sides: Sides) -> Side:
    """Who confirms how it ended: the side it serves or, where it serves nothing, the unit
    above."""
    unit_id = sides.owner.unit_id or 0
    return sides.parent or unit_above(unit_id, known=sides.owner.leaders)


def waiting_to_confirm(reader: Reader) -> list[Closing]:
    """What was said and waits for this person: three queries at most."""
    units = {unit for unit in reader.units if _could_be_asked(reader, unit)}
    if not units and not reader.served_priorities:
        return []
    rows = list(_near(reader, units))
    links = main_links([row.objective_id for row in rows])
    return [
        row
        for row in rows
        if reader.me in _side(row, links.get(row.objective_id), reader).asked(but_not=_by(row))
    ]


def _could_be_asked(reader: Reader, unit_id: int) -> bool:
    """The nearest leads or, where one of them said it, the next above."""
    near = [people for people in reader.leaders.climb(unit_id) if people]
    return any(reader.me in people for people in near[:2])


def _near(reader: Reader, units: set[int]) -> QuerySet[Closing]:
    served = ContributionLink.objects.standing().filter(
        Q(parent_objective__unit_id__in=units) | Q(parent_priority_id__in=reader.served_priorities)
    )
    return (
        Closing.objects.filter(
            Q(objective__in=served.values("child"))
            | Q(objective__unit__parent_id__in=units)
            | Q(objective__unit_id__in=units & {reader.leaders.root_id}),
            confirmed_at=None,
            sent_back_at=None,
            objective__state=Objective.State.LIVE,
            objective__cycle__state=Cycle.State.CLOSING,
        )
        .select_related("objective__current", "objective__unit", "said_by")
        .order_by("said_at", "pk")
    )


def _side(row: Closing, link: ContributionLink | None, reader: Reader) -> Side:
    if link is None:
        return unit_above(row.objective.unit_id, known=reader.leaders)
    parent = link.parent_objective
    return reader.side_served(
        unit_id=parent.unit_id if parent else None, priority_id=link.parent_priority_id
    )


def _by(row: Closing) -> frozenset[int]:
    return frozenset({row.said_by_id})


def endings_to_confirm(reader: Reader) -> list[Ending]:
    """The same as cards, the longest wait first."""
    found = waiting_to_confirm(reader)
    rows = [row.objective for row in found]
    for closing in found:
        closing.objective._state.fields_cache["closing"] = closing
    return _endings(rows)


def closings_seen(standing: Standing) -> QuerySet[Closing]:
    seen = Objective.objects.visible_to(standing)
    return Closing.objects.filter(objective__in=seen).select_related(
        "objective__current", "objective__unit", "objective__cycle", "said_by"
    )
