"""A level above made a team's objective its own: the team says whether its own serves it."""

from __future__ import annotations

from objectives.queries.adopting import title_in, waiting_to_join
from objectives.queries.sides import owner_side
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address


def adopted_lines(reader: Reader) -> list[Waiting]:
    """One query, for those who lead."""
    if not reader.near["adopted"]:
        return []
    lines = []
    for row in waiting_to_join(reader.units):
        began = row.adopted_from
        if began is None or began.current is None:
            continue
        side = owner_side(began.unit_id, began.current.answerable_id, known=reader.leaders)
        if reader.me in side.asked():
            lines.append(
                Waiting(
                    title=f"{row.unit.name} made “{title_in(began)}” its own",
                    hint="It began with you. Say whether yours serves theirs now.",
                    href=address("objectives:join", row.pk),
                    since=row.proposed_at or row.created_at,
                )
            )
    return lines
