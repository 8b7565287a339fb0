"""Promises, a team's consent and messages that wait for a person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from objectives.figures import OWNER, PARENT
from objectives.models import ContributionLink, Message, Objective, Promise, TeamAnswer
from objectives.queries.parts import main_links, shortened
from objectives.queries.sides import owner_side, side_served
from objectives.queries.waiting.reader import Reader, Waiting
from objectives.queries.waiting.talks import Talk
from people.addresses import address


def promise_lines(reader: Reader) -> list[Waiting]:
    """What they are asked to promise, and another date that is offered to them."""
    if not reader.near["promise"]:
        return []
    found = Promise.objects.filter(pk__in=reader.near["promise"])
    near = found.filter(
        Q(promiser_id__in=reader.units)
        | Q(objective__unit_id__in=reader.units)
        | Q(objective__current__answerable_id=reader.me)
        | Q(objective__links_up__parent_priority_id__in=reader.served_priorities)
    ).distinct()
    rows = list(near.select_related("objective__current", "objective__unit", "promiser"))
    links = main_links([row.objective_id for row in rows])
    lines = []
    for row in rows:
        if reader.me in _asked(row, link=links.get(row.objective_id), reader=reader):
            lines.append(_promise(row))
    return lines


def _asked(row: Promise, *, link: ContributionLink | None, reader: Reader) -> frozenset[int]:
    if row.state == Promise.State.MOVING:
        current = row.objective.current
        answerable = current.answerable_id if current else None
        return owner_side(row.objective.unit_id, answerable, known=reader.leaders).asked()
    return asked_to_promise(row, link=link, reader=reader)


def asked_to_promise(
    row: Promise, *, link: ContributionLink | None, reader: Reader
) -> frozenset[int]:
    """Who is asked for the unit that gives; of a priority, its sponsor."""
    name = reader.priorities.get(link.parent_priority_id or 0) if link else None
    sponsor_id = name.sponsor_id if name and row.promiser_id == reader.leaders.root_id else None
    return side_served(unit_id=row.promiser_id, sponsor_id=sponsor_id, known=reader.leaders).asked()


def _promise(row: Promise) -> Waiting:
    words, is_moving = shortened(row.words), row.state == Promise.State.MOVING
    return Waiting(
        title=f"Will another date do for “{words}”?"
        if is_moving
        else f"Can you promise “{words}”?",
        hint=f"{row.promiser.name} offers another date."
        if is_moving
        else f"{row.objective.unit.name} needs it.",
        href=address("objectives:promise", row.pk),
        since=row.answered_at or row.asked_at,
    )


def consent_lines(reader: Reader) -> list[Waiting]:
    """Words their whole team decides about, which they have not answered."""
    if not reader.near["consent"]:
        return []
    rows = TeamAnswer.objects.filter(
        pk__in=reader.near["consent"],
        consent__version__objective__decides=Objective.Decides.TEAM,
    ).select_related("consent__version", "consent__unit")
    return [
        Waiting(
            title=f"Can you stand behind “{shortened(row.consent.version.title)}”?",
            hint=f"{row.consent.unit.name} decides together.",
            href=address("objectives:stand_behind", row.consent.version.objective_id),
            since=row.consent.asked_at,
        )
        for row in rows
    ]


def message_lines(talks: Iterable[Talk], reader: Reader) -> list[Waiting]:
    """The other side spoke last, after all that this person's side said."""
    known = {talk.objective_id: talk for talk in talks}
    messages = Message.objects.filter(objective_id__in=known).select_related("person")
    last = {message.objective_id: message for message in messages.order_by("sent_at", "pk")}
    return [
        Waiting(
            title=f"Reply about “{known[pk].title}”",
            hint=f"{message.person.name}: {shortened(message.words, 120)}",
            href=address("objectives:objective", pk) + "#conversation",
            since=message.sent_at,
        )
        for pk, message in last.items()
        if _waits_for(known[pk], message, reader)
    ]


def _waits_for(talk: Talk, message: Message, reader: Reader) -> bool:
    mine = PARENT if message.party != PARENT else OWNER
    answer = talk.said.get(mine)
    if answer is None or answer.made_at >= message.sent_at:
        return False  # they answered since, or are asked to answer the words themselves
    return talk.is_asked(reader, mine)
