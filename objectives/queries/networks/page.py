"""Everything a network's page says: a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from objectives.figures.networks import Burden
from objectives.models import Network, NetworkMeeting, NetworkMember, Objective
from objectives.queries.networks.burden import burdens
from objectives.queries.networks.lists import NetworkLine, line_of
from objectives.queries.networks.parts import parts_of
from objectives.queries.networks.running import may_run
from objectives.queries.parts import Tag, priorities_in_force, tag_of
from people.policy import Action, Standing

COLOURS = {
    NetworkMember.State.INVITED: "blue",
    NetworkMember.State.OFFERED: "blue",
    NetworkMember.State.IN: "green",
    NetworkMember.State.DECLINED: "white",
    NetworkMember.State.LEFT: "white",
}
MEETINGS_SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class MemberLine:
    member_id: int
    person_id: int
    person: str
    unit_id: int
    unit: str
    profession: str
    hours: Decimal
    adds: str
    recognition: str
    state_code: str
    state: Tag
    asked_by: str
    spared_by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class UnitLine:
    unit_id: int
    unit: str
    adds: list[str]
    burden: Burden


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    held_on: date
    words: str
    noted_by: str


@dataclass(frozen=True, kw_only=True)
class CarriedLine:
    objective_id: int
    title: str
    unit: str
    state: Tag


@dataclass(frozen=True, kw_only=True)
class MayDo:
    """What this viewer may do about the network."""

    run: bool
    sponsor: bool
    note: bool
    offer: bool


@dataclass(frozen=True, kw_only=True)
class NetworkPage:
    line: NetworkLine
    purpose: str
    threshold: str
    due_on: date | None
    asked_to_sponsor: str
    protected_hours: Decimal | None
    first_meets_on: date | None
    learnt: str
    members: list[MemberLine]
    pending: list[MemberLine]
    units: list[UnitLine]
    meetings: list[MeetingLine]
    meetings_total: int
    carries: list[CarriedLine]
    may: MayDo


def networks_seen() -> QuerySet[Network]:
    """Everybody sees every network."""
    return Network.objects.select_related("target", "priority", "lead", "sponsor")


def network_page(network: Network, *, standing: Standing, today: date) -> NetworkPage:
    rows = list(
        NetworkMember.objects.filter(network=network, left_on=None)
        .select_related("person", "unit", "asked_by", "spared_by")
        .order_by("unit__name", "person__name", "pk")
    )
    members = [row for row in rows if row.state == NetworkMember.State.IN]
    meetings = list(
        NetworkMeeting.objects.filter(network=network)
        .select_related("noted_by")
        .order_by("-held_on")
    )
    units = {row.unit_id: row.unit.name for row in rows}
    line = line_of(
        network,
        parts_of(members).get(network.pk, []),
        units=units,
        last=meetings[0].held_on if meetings else None,
        names=priorities_in_force(),
        today=today,
    )
    is_proposed = line.state_code == Network.State.PROPOSED
    return NetworkPage(
        line=line,
        purpose=network.purpose,
        threshold=network.target.threshold if network.target else "",
        due_on=network.target.due_on if network.target else None,
        asked_to_sponsor=network.sponsor.name if network.sponsor and is_proposed else "",
        protected_hours=network.protected_hours,
        first_meets_on=network.first_meets_on,
        learnt=network.learnt,
        members=[member_line(row) for row in members],
        pending=[member_line(row) for row in rows if row not in members],
        units=_unit_lines(members, network.pk),
        meetings=[
            MeetingLine(held_on=one.held_on, words=one.words, noted_by=one.noted_by.name)
            for one in meetings[:MEETINGS_SHOWN]
        ],
        meetings_total=len(meetings),
        carries=_carried(network, standing=standing),
        may=_may(network, line, rows, standing=standing),
    )


def _may(
    network: Network, line: NetworkLine, rows: list[NetworkMember], *, standing: Standing
) -> MayDo:
    is_open, me = not line.is_closed, standing.person_id
    runs = may_run(network, standing)
    is_in = any(row.person_id == me and row.state == NetworkMember.State.IN for row in rows)
    is_known = any(row.person_id == me for row in rows)
    has_begun = line.state_code != Network.State.PROPOSED
    return MayDo(
        run=is_open and runs,
        sponsor=is_open and standing.may(Action.SPONSOR_NETWORK),
        note=is_open and has_begun and (runs or is_in),
        offer=is_open and bool(standing.own_unit_ids) and not is_known,
    )


def member_line(row: NetworkMember) -> MemberLine:
    state = NetworkMember.State(row.state)
    return MemberLine(
        member_id=row.pk,
        person_id=row.person_id,
        person=row.person.name,
        unit_id=row.unit_id,
        unit=row.unit.name,
        profession=row.get_staff_group_display() if row.staff_group else "",
        hours=row.hours_a_month,
        adds=row.adds,
        recognition=row.recognition,
        state_code=state.value,
        state=Tag(words=str(state.label), colour=COLOURS[state]),
        asked_by=row.asked_by.name if row.asked_by else "",
        spared_by=row.spared_by.name if row.spared_by else "",
        reason=row.reason,
    )


def _unit_lines(members: list[NetworkMember], network_id: int) -> list[UnitLine]:
    """What each unit adds, and what networks ask of it."""
    names = {row.unit_id: row.unit.name for row in members}
    known = burdens(list(names), network_id=network_id)
    return [
        UnitLine(
            unit_id=unit_id,
            unit=name,
            adds=[row.adds for row in members if row.unit_id == unit_id and row.adds],
            burden=known[unit_id],
        )
        for unit_id, name in names.items()
    ]


def _carried(network: Network, *, standing: Standing) -> list[CarriedLine]:
    """Only what this person may see: nothing tells that there is more."""
    rows = (
        Objective.objects.visible_to(standing)
        .filter(networks__network=network)
        .select_related("current", "unit")
        .order_by("current__title", "pk")
    )
    return [
        CarriedLine(
            objective_id=row.pk,
            title=row.current.title if row.current else row.ref,
            unit=row.unit.name,
            state=tag_of(row.state),
        )
        for row in rows
    ]


def members_seen() -> QuerySet[NetworkMember]:
    return NetworkMember.objects.select_related(
        "network__lead", "network__sponsor", "person", "unit", "asked_by", "spared_by"
    )
