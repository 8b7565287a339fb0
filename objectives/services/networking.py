"""People come into a network by being asked or by offering, and are thanked for what they add."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localtime

from objectives.figures.memberships import Turn, Voice, state_after, turns_open
from objectives.models import Network, NetworkMember
from objectives.queries.leaders import leaders
from objectives.queries.networks.running import home_of, may_run, voices_of
from objectives.queries.sides import owner_side
from objectives.services.networks import CLOSED, held, must_run, tell
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import full_address
from people.models import Person
from people.policy import Standing
from people.refusals import refusing
from people.tenancy import organisation_in_force

State = NetworkMember.State
ONCE = {
    "a_member_once": Refused("They are in this network, or asked into it, already", field="person")
}
MOST_HOURS = Decimal(160)


@transaction.atomic
def invite(
    *,
    network: Network,
    person: Person,
    hours: Decimal,
    adds: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> NetworkMember:
    """Somebody is asked into the network; they answer, and whoever leads them sees it."""
    network = held(network)
    must_run(network, standing=standing)
    member = _ask(network, person, hours=hours, adds=adds, state=State.INVITED, by=by, now=now)
    _tell_about(member, frozenset({person.pk}) - {by.pk}, what="You are asked to join", now=now)
    return member


@transaction.atomic
def offer_oneself(
    *, network: Network, hours: Decimal, adds: str, by: Person, now: datetime
) -> NetworkMember:
    """One of us can help: the network's lead answers, and whoever leads them sees it."""
    network = held(network)
    member = _ask(network, by, hours=hours, adds=adds, state=State.OFFERED, by=by, now=now)
    _tell_about(
        member, frozenset({network.lead_id}) - {by.pk}, what="Somebody offers to help", now=now
    )
    return member


def _ask(
    network: Network,
    person: Person,
    *,
    hours: Decimal,
    adds: str,
    state: str,
    by: Person,
    now: datetime,
) -> NetworkMember:
    if network.state == Network.State.CLOSED:
        raise Refused(CLOSED)
    if not person.is_active:
        raise Refused("They no longer work here", field="person")
    home = home_of(person.pk)
    if home is None:
        raise Refused("They have no place in a unit, so no unit could spare them", field="person")
    if not 0 < hours <= MOST_HOURS:
        raise Refused("Hours a month must be more than 0 and at most 160", field="hours")
    lead_ids = owner_side(home.unit_id, None, known=leaders(of=[home.unit_id])).asked()
    is_own = state == State.INVITED and person == by  # who runs it counts themselves in
    with refusing(ONCE):
        member = NetworkMember.objects.create(
            organisation=organisation_in_force(),
            network=network,
            person=person,
            unit_id=home.unit_id,
            staff_group=home.staff_group,
            hours_a_month=hours,
            adds=adds.strip(),
            state=State.IN if is_own else state,
            asked_by=by,
            asked_at=now,
            joined_on=localtime(now).date() if is_own else None,
            spared_by=next((one for one in (by, person) if one.pk in lead_ids), None),
        )
    if member.spared_by_id is None:
        _tell_about(member, lead_ids - {by.pk}, what=f"Can {person.name} be spared?", now=now)
    return member


@transaction.atomic
def take_member_turn(
    *,
    member: NetworkMember,
    turn: Turn,
    by: Person,
    standing: Standing,
    now: datetime,
    reason: str = "",
    adds: str = "",
) -> NetworkMember:
    """One word about somebody's part; who may say it is in figures.memberships.

    Raises NotTheirs for the wrong person, Refused where a reason is missing.
    """
    network = held(member.network)
    member = NetworkMember.objects.select_for_update(no_key=True).get(pk=member.pk)
    state = state_after(member.state, turn)
    if state is None:
        raise Refused("Somebody has already answered. Look at it as it is now")
    voices = voices_of(member, network, standing=standing)
    if turn not in turns_open(
        member.state, voices=voices, is_spared=member.spared_by_id is not None
    ):
        raise NotTheirs
    if turn in (Turn.NO, Turn.LEAVE) and Voice.SELF not in voices and not reason.strip():
        raise Refused("Say why, so that they know", field="reason")
    if turn == Turn.SPARE:
        member.spared_by = by
    if turn == Turn.JOIN:
        member.joined_on = localtime(now).date()
        if Voice.SELF in voices:
            member.adds = adds.strip() or member.adds
    if turn in (Turn.NO, Turn.LEAVE):
        member.left_on, member.reason = localtime(now).date(), reason.strip()
    member.state = state
    member.save()
    return member


@transaction.atomic
def recognise(*, member: NetworkMember, words: str, standing: Standing) -> None:
    """The network says thank you, where everybody reads it."""
    if not may_run(member.network, standing) or member.person_id == standing.person_id:
        raise NotTheirs
    if not words.strip():
        raise Refused("Say what you thank them for", field="words")
    NetworkMember.objects.filter(pk=member.pk).update(recognition=words.strip())


def _tell_about(member: NetworkMember, people: frozenset[int], *, what: str, now: datetime) -> None:
    link = full_address("objectives:network_member", member.pk)
    tell(member.network, people=people, what=what, now=now, link=link)
