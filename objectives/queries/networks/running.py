"""Who runs a network, who is in it, and who speaks about a member's part."""

from __future__ import annotations

from objectives.figures.memberships import Turn, Voice, turns_open
from objectives.models import Network, NetworkMember
from people.models import Assignment, BoardMembership, Person
from people.policy import Action, Standing

EXECUTIVE = (BoardMembership.Seat.EXECUTIVE, BoardMembership.Seat.NON_VOTING)


def may_run(network: Network, standing: Standing) -> bool:
    """Its lead and its sponsor, and whoever helps every network."""
    is_sponsor = network.state != Network.State.PROPOSED and (
        network.sponsor_id == standing.person_id
    )
    return network.lead_id == standing.person_id or is_sponsor or standing.may(Action.HELP_NETWORKS)


def is_member(network_id: int, person_id: int) -> bool:
    return NetworkMember.objects.filter(
        network_id=network_id, person_id=person_id, state=NetworkMember.State.IN
    ).exists()


def home_of(person_id: int) -> Assignment | None:
    """Their main place, whose unit gives the hours."""
    places = Assignment.objects.current().filter(person_id=person_id, unit__closed_on=None)
    return places.select_related("unit").order_by("-is_primary", "pk").first()


def voices_of(member: NetworkMember, network: Network, *, standing: Standing) -> frozenset[Voice]:
    """Their own, the network's, and that of whoever leads them. Somebody's own voice goes
    before the others: who leads a network is not their own leader in it."""
    if member.person_id == standing.person_id:
        return frozenset({Voice.SELF})
    leads = standing.may(Action.ANSWER_FOR_OWNER, unit_id=member.unit_id)
    runs = may_run(network, standing)
    return frozenset([*([Voice.NETWORK] if runs else []), *([Voice.LEADER] if leads else [])])


def member_turns(member: NetworkMember, *, standing: Standing) -> frozenset[Turn]:
    voices = voices_of(member, member.network, standing=standing)
    return turns_open(member.state, voices=voices, is_spared=member.spared_by_id is not None)


def possible_sponsors() -> list[Person]:
    """Executive directors, by name."""
    seats = BoardMembership.objects.current().filter(seat__in=EXECUTIVE, person__is_active=True)
    ids = seats.values_list("person_id", flat=True)
    return list(Person.objects.filter(pk__in=ids).order_by("name", "pk"))
