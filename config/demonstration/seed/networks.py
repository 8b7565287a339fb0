"""Targets from outside, and the networks that carry them: a healthy one, and one on one unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.timezone import localtime

from config.demonstration.seed.rows import add
from objectives.models import (
    Cycle,
    ImposedTarget,
    Network,
    NetworkMeeting,
    NetworkMember,
    NetworkObjective,
    Objective,
)
from people.models import Assignment
from people.tenancy import organisation_in_force
from strategy.models import PriorityWording

Group = Assignment.StaffGroup


@dataclass(frozen=True, kw_only=True)
class Part:
    """Somebody of a unit and profession, and what their unit adds."""

    unit: str
    group: str
    hours: int
    adds: str
    thanks: str = ""
    state: str = NetworkMember.State.IN


@dataclass(frozen=True, kw_only=True)
class Told:
    name: str
    purpose: str
    target: str
    lead_unit: str
    hours: int
    parts: Sequence[Part]
    meetings: Sequence[tuple[int, str]]  # days ago, what came of it
    carries: Sequence[str] = ()  # units whose objectives it carries
    state: str = Network.State.ACTIVE


TARGETS = (
    ("A&E 4h", "Seen within four hours in the emergency department", "78% within four hours", 3),
    ("RTT 18w", "Treated within eighteen weeks of referral", "65% within eighteen weeks", 3),
    ("Cancer 28d", "Cancer found or ruled out within 28 days", "80% within 28 days", 3),
)
NETWORKS = (
    Told(
        name="Four hours together",
        purpose="Nobody waits in a corridor for a bed that is free. We look at the whole way "
        "from the front door to home, not at the department alone.",
        target="A&E 4h",
        lead_unit="EM-SITE",
        hours=40,
        carries=("EM-ED", "EM-SITE", "OPM-HAW", "NUR-UCR"),
        parts=(
            Part(unit="EM-ED", group=Group.MEDICAL, hours=6, adds="Sees who waits for a decision"),
            Part(
                unit="EM-SITE",
                group=Group.NURSING,
                hours=6,
                adds="Knows by eight where tomorrow’s beds will be",
            ),
            Part(
                unit="OPM-HAW",
                group=Group.NURSING,
                hours=4,
                adds="Knows at two who can go home before lunch",
                thanks="The board by the lift that shows who is going home, and when",
            ),
            Part(
                unit="PHA-WAR",
                group=Group.SCIENTIFIC,
                hours=3,
                adds="Has medicines to take home ready the evening before",
            ),
            Part(
                unit="NUR-UCR",
                group=Group.NURSING,
                hours=4,
                adds="Goes to people at home within two hours, so that some never come in",
            ),
            Part(
                unit="RHB-COM",
                group=Group.ALLIED,
                hours=3,
                adds="Could assess at the front door on weekdays",
                state=NetworkMember.State.OFFERED,
            ),
            Part(
                unit="EST-POR",
                group=Group.ESTATES,
                hours=2,
                adds="Knows why a move takes forty minutes",
                state=NetworkMember.State.INVITED,
            ),
        ),
        meetings=(
            (12, "Weekend discharges are half of weekday ones. Two wards try a Saturday round."),
            (40, "The porters’ desk gets the bed list at seven instead of nine."),
            (69, "We walked with a patient from the ambulance to the ward: eleven handovers."),
        ),
    ),
    Told(
        name="Eighteen weeks",
        purpose="People know the week of their operation when they are put on the list.",
        target="RTT 18w",
        lead_unit="SUR-BOO",
        hours=8,
        parts=(
            Part(
                unit="SUR-BOO",
                group=Group.ADMINISTRATIVE,
                hours=12,
                adds="Keeps the list, and rings everybody on it",
            ),
            Part(
                unit="SUR-BOO",
                group=Group.ADMINISTRATIVE,
                hours=8,
                adds="Finds the lists that nobody uses",
            ),
        ),
        meetings=((58, "Theatres could not come. We looked at the longest waits again."),),
    ),
)


def carry_together(*, cycle: Cycle, now: datetime) -> None:
    targets = _targets(localtime(now).date())
    sponsor_id = (
        PriorityWording.objects.in_force()
        .filter(priority__ref="P2")
        .values_list("sponsor_id", flat=True)
        .first()
    )
    for told in NETWORKS:
        lead = _places(told.lead_unit).order_by("-is_lead", "pk").first()
        if lead is None or sponsor_id is None:
            continue
        _tell(
            told, target=targets[told.target], lead=lead, sponsor=sponsor_id, cycle=cycle, now=now
        )


def _targets(today: date) -> dict[str, ImposedTarget]:
    made = add(
        ImposedTarget,
        (
            ImposedTarget(
                organisation=organisation_in_force(),
                code=code,
                title=title,
                authority="NHS England",
                threshold=threshold,
                due_on=date(today.year + (today.month >= month + 1), month, 31),
                source="Made up from published planning guidance, for this demonstration",
            )
            for code, title, threshold, month in TARGETS
        ),
    )
    return {one.code: one for one in made}


def _tell(
    told: Told,
    *,
    target: ImposedTarget,
    lead: Assignment,
    sponsor: int,
    cycle: Cycle,
    now: datetime,
) -> None:
    today = localtime(now).date()
    network = Network.objects.create(
        organisation=organisation_in_force(),
        name=told.name,
        purpose=told.purpose,
        state=told.state,
        target=target,
        lead_id=lead.person_id,
        sponsor_id=sponsor,
        protected_hours=Decimal(told.hours),
        first_meets_on=today - timedelta(days=max(days for days, _ in told.meetings)),
    )
    add(NetworkMember, _members(network, told.parts, lead=lead, now=now))
    add(
        NetworkMeeting,
        (
            NetworkMeeting(
                organisation=organisation_in_force(),
                network=network,
                held_on=today - timedelta(days=days),
                words=words,
                noted_by_id=lead.person_id,
            )
            for days, words in told.meetings
        ),
    )
    add(NetworkObjective, _carried(network, told, cycle=cycle))


def _carried(network: Network, told: Told, *, cycle: Cycle) -> Iterator[NetworkObjective]:
    """The first live objective of each unit named."""
    live = Objective.objects.filter(cycle=cycle, state=Objective.State.LIVE)
    for code in told.carries:
        objective = live.filter(unit__code=code).order_by("ref").first()
        if objective is not None:
            yield NetworkObjective(
                organisation=organisation_in_force(), network=network, objective=objective
            )


def _members(
    network: Network, parts: Sequence[Part], *, lead: Assignment, now: datetime
) -> Iterator[NetworkMember]:
    """The first of the unit who has the profession and is not in it yet."""
    taken: set[int] = set()
    today = localtime(now).date()
    for part in parts:
        places = _places(part.unit).exclude(person_id__in=taken).order_by("is_lead", "pk")
        place = places.filter(staff_group=part.group).first() or places.first()
        if place is None:
            continue
        taken.add(place.person_id)
        is_in = part.state == NetworkMember.State.IN
        is_own = part.state == NetworkMember.State.OFFERED
        yield NetworkMember(
            organisation=organisation_in_force(),
            network=network,
            person_id=place.person_id,
            unit_id=place.unit_id,
            staff_group=place.staff_group,
            hours_a_month=Decimal(part.hours),
            adds=part.adds,
            recognition=part.thanks,
            state=part.state,
            asked_by_id=place.person_id if is_own else lead.person_id,
            asked_at=now - timedelta(days=80 if is_in else 3),
            spared_by_id=_leader_of(part.unit) if is_in else None,
            joined_on=today - timedelta(days=75) if is_in else None,
        )


def _places(unit: str) -> QuerySet[Assignment]:
    return Assignment.objects.current().filter(
        unit__code=unit, person__is_active=True, is_primary=True
    )


def _leader_of(unit: str) -> int | None:
    return _places(unit).filter(is_lead=True).values_list("person_id", flat=True).first()
