"""Rounds of worries that wait: for a member's own answer, for their end, for the side above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from objectives.models import ContributionLink, WorryRound
from objectives.queries.parts import main_links, shortened
from objectives.queries.sides import unit_above
from objectives.queries.waiting.reader import Reader, Waiting
from objectives.queries.worries import rounds_near
from people.addresses import address


def worry_lines(reader: Reader, *, now: datetime) -> list[Waiting]:
    """One query where there is no round."""
    if not reader.near["worry"]:
        return []
    rows = rounds_near(reader.standing, now=now)
    ended = [row.version.objective_id for row in rows if row.ended_at]
    links = main_links(ended) if ended else {}
    return [
        line
        for row in rows
        for line in _of(row, reader, links.get(row.version.objective_id), now=now)
    ]


def _of(
    row: WorryRound, reader: Reader, link: ContributionLink | None, *, now: datetime
) -> Iterator[Waiting]:
    title = shortened(row.version.title)
    if row.ended_at is not None:
        if reader.me in _asked_to_reply(row, reader, link):
            yield Waiting(
                title=f"Answer what worries {row.unit.name} about “{title}”",
                hint="Enough of them answered. They read what you say.",
                href=address("objectives:answer_worries", row.version.objective_id),
                since=row.ended_at,
            )
        return
    if row.unit_id in reader.standing.own_unit_ids and not _is_old_of_mine(row, reader, now):
        yield Waiting(
            title=f"What worries you about “{title}”?",
            hint="Half a minute. Nobody reads what one person answered.",
            href=address("objectives:say_worries", row.version.objective_id),
            since=row.opened_at,
        )
    elif row.opened_by_id == reader.me:
        yield Waiting(
            title=f"End the round of worries about “{title}”",
            hint=f"{row.unit.name} has had a week to answer.",
            href=address("objectives:end_worries", row.version.objective_id),
            since=row.opened_at,
        )


def _is_old_of_mine(row: WorryRound, reader: Reader, now: datetime) -> bool:
    return row.opened_by_id == reader.me and (now - row.opened_at).days >= 7


def _asked_to_reply(
    row: WorryRound, reader: Reader, link: ContributionLink | None
) -> frozenset[int]:
    if link is None:
        return unit_above(row.version.objective.unit_id, known=reader.leaders).asked()
    parent = link.parent_objective
    return reader.side_served(
        unit_id=parent.unit_id if parent else None, priority_id=link.parent_priority_id
    ).asked()
