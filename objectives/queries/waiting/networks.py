"""What networks ask of a person: to sponsor, to join, to answer an offer, to spare somebody."""

from __future__ import annotations

from django.db.models import Q

from objectives.models import Network, NetworkMember
from objectives.queries.parts import shortened
from objectives.queries.sides import owner_side
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address

State = NetworkMember.State
COMING = (State.INVITED, State.OFFERED, State.IN)


def network_lines(reader: Reader) -> list[Waiting]:
    return [*_to_sponsor(reader), *_about_members(reader)]


def _to_sponsor(reader: Reader) -> list[Waiting]:
    if not reader.near["sponsor"]:
        return []
    rows = Network.objects.filter(pk__in=reader.near["sponsor"])
    return [
        Waiting(
            title=f"Will you sponsor “{shortened(row.name)}”?",
            hint=f"{row.lead.name} proposes this network.",
            href=address("objectives:network", row.pk),
            since=row.created_at,
        )
        for row in rows.select_related("lead")
    ]


def _about_members(reader: Reader) -> list[Waiting]:
    if not reader.near["member"]:
        return []
    rows = (
        NetworkMember.objects.filter(pk__in=reader.near["member"])
        .filter(
            Q(person_id=reader.me, state=State.INVITED)
            | Q(network__lead_id=reader.me, state=State.OFFERED)
            | Q(unit_id__in=reader.units, spared_by=None, state__in=COMING),
        )
        .exclude(network__state=Network.State.CLOSED)
        .select_related("network", "person", "unit")
    )
    return [line for row in rows if (line := _line(row, reader)) is not None]


def _line(row: NetworkMember, reader: Reader) -> Waiting | None:
    name, hint = shortened(row.network.name), f"{row.unit.name}, “{row.network.name}”."
    if row.person_id == reader.me and row.state == State.INVITED:
        title, hint = f"Will you join “{name}”?", row.adds or "You are asked into this network."
    elif row.network.lead_id == reader.me and row.state == State.OFFERED:
        title = f"{row.person.name} offers to help “{name}”"
        hint = f"{row.unit.name}. {row.adds}".strip()
    elif (
        row.spared_by_id is None
        and row.person_id != reader.me
        and reader.me in owner_side(row.unit_id, None, known=reader.leaders).asked()
    ):
        title = f"Can you spare {row.person.name} for “{name}”?"
    else:
        return None
    since = row.asked_at or row.created_at
    return Waiting(
        title=title, hint=hint, href=address("objectives:network_member", row.pk), since=since
    )
