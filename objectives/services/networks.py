"""Networks across units: proposed, sponsored, meeting, asleep, closed with what was learnt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Max
from django.utils.timezone import localtime

from objectives import letters
from objectives.figures.networks import state_today
from objectives.models import (
    ImposedTarget,
    Network,
    NetworkMeeting,
    NetworkMember,
    NetworkObjective,
    Objective,
)
from objectives.queries.networks.running import is_member, may_run
from objectives.services.common import letter_readers
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from people.addresses import full_address
from people.errands import leave_errand
from people.models import BoardMembership, Organisation, Person
from people.policy import Action, Standing
from people.refusals import refusing
from people.tenancy import acting_in, organisation_in_force
from strategy.models import Priority

NAMED = {"network_name_is_unique": Refused("Another network has this name already", field="name")}
MET = {"a_network_meets_once_a_day": Refused("That day is noted already", field="held_on")}
CARRIED = {"carried_once": Refused("The network carries it already", field="serves")}
CLOSED = "This network is closed"
HOLD_TO_ACCOUNT = (
    BoardMembership.Seat.CHAIR,
    BoardMembership.Seat.NON_EXECUTIVE,
    BoardMembership.Seat.ASSOCIATE,
)


@dataclass(frozen=True, kw_only=True)
class NetworkWords:
    name: str
    purpose: str
    meets_every_days: int = 30
    lead_id: int | None = None  # somebody else of the network, to whom it is handed over


@transaction.atomic
def propose_network(
    *,
    words: NetworkWords,
    carries: Priority | ImposedTarget,
    sponsor: Person | None,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Network:
    """Whoever proposes it leads it; somebody is asked to sponsor it."""
    if not standing.may(Action.PROPOSE_NETWORK):
        raise NotTheirs
    with refusing(NAMED):
        network = Network.objects.create(
            organisation=organisation_in_force(),
            name=words.name.strip(),
            purpose=words.purpose.strip(),
            meets_every_days=words.meets_every_days,
            priority=carries if isinstance(carries, Priority) else None,
            target=carries if isinstance(carries, ImposedTarget) else None,
            lead=by,
            sponsor=sponsor,
        )
    if sponsor is not None:
        tell(
            network, people=frozenset({sponsor.pk}) - {by.pk}, what="Will you sponsor it?", now=now
        )
    return network


@transaction.atomic
def word_network(
    *, network: Network, edition: int, words: NetworkWords, standing: Standing
) -> None:
    """Words it anew, or hands it over to another of its people. Raises WordsChanged where
    somebody else did so meanwhile."""
    must_run(network, standing=standing)
    lead_id = words.lead_id or network.lead_id
    if lead_id != network.lead_id and not is_member(network.pk, lead_id):
        raise Refused("Choose somebody who is in the network", field="lead_id")
    with refusing(NAMED):
        changed = Network.objects.filter(pk=network.pk, edition=edition).update(
            name=words.name.strip(),
            purpose=words.purpose.strip(),
            meets_every_days=words.meets_every_days,
            lead_id=lead_id,
            edition=F("edition") + 1,
        )
    if not changed:
        raise WordsChanged


@transaction.atomic
def sponsor_network(
    *,
    network: Network,
    hours: Decimal,
    first_meets_on: date,
    by: Person,
    standing: Standing,
    now: datetime,
) -> None:
    """An executive stands behind it, protects hours a month, and sets the first day."""
    network = held(network)
    if not standing.may(Action.SPONSOR_NETWORK):
        raise NotTheirs
    seats = BoardMembership.objects.current().filter(person=by)
    if seats.filter(seat__in=HOLD_TO_ACCOUNT).exists():
        raise Refused("An executive sponsors a network: you hold executives to account for it")
    if network.state == Network.State.CLOSED:
        raise Refused(CLOSED)
    if first_meets_on < localtime(now).date() and network.state == Network.State.PROPOSED:
        raise Refused("Enter a date that is still to come", field="first_meets_on")
    network.sponsor, network.protected_hours = by, hours
    network.first_meets_on = first_meets_on
    if network.state == Network.State.PROPOSED:
        network.state = Network.State.SPONSORED
    network.edition += 1
    network.save()
    tell(network, people=frozenset({network.lead_id}) - {by.pk}, what="It has a sponsor", now=now)


@transaction.atomic
def note_meeting(
    *,
    network: Network,
    held_on: date,
    words: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> NetworkMeeting:
    """It met; a network that has a sponsor is active from then on."""
    network = held(network)
    if not (may_run(network, standing) or is_member(network.pk, by.pk)):
        raise NotTheirs
    if network.state in (Network.State.PROPOSED, Network.State.CLOSED):
        raise Refused("A network meets once it has a sponsor, and until it is closed")
    today = localtime(now).date()
    if held_on > today:
        raise Refused("Enter a date that is not in the future", field="held_on")
    with refusing(MET):
        meeting = NetworkMeeting.objects.create(
            organisation=organisation_in_force(),
            network=network,
            held_on=held_on,
            words=words.strip(),
            noted_by=by,
        )
    _settle_state(network, today=today)
    return meeting


@transaction.atomic
def close_network(
    *, network: Network, learnt: str, by: Person, standing: Standing, now: datetime
) -> None:
    """It ends with what was learnt, and asks nothing of anybody any more."""
    network = held(network)
    must_run(network, standing=standing)
    if network.state == Network.State.CLOSED:
        raise Refused(CLOSED)
    if not learnt.strip():
        raise Refused("Say what was learnt", field="learnt")
    network.state, network.learnt, network.closed_at = Network.State.CLOSED, learnt.strip(), now
    network.edition += 1
    network.save()
    NetworkMember.objects.filter(
        network=network, state__in=(NetworkMember.State.INVITED, NetworkMember.State.OFFERED)
    ).update(state=NetworkMember.State.DECLINED, left_on=localtime(now).date(), reason=CLOSED)


@transaction.atomic
def carry_objective(*, network: Network, objective: Objective, standing: Standing) -> None:
    """The network takes an objective on, beside the team that owns it."""
    network = held(network)
    must_run(network, standing=standing)
    if network.state == Network.State.CLOSED:
        raise Refused(CLOSED)
    if objective.state == Objective.State.DRAFT:
        raise Refused("Others cannot read this draft yet. Propose it first", field="serves")
    with refusing(CARRIED):
        NetworkObjective.objects.create(
            organisation=organisation_in_force(), network=network, objective=objective
        )


@transaction.atomic
def stop_carrying(*, network: Network, objective: Objective, standing: Standing) -> None:
    network = held(network)
    must_run(network, standing=standing)
    NetworkObjective.objects.filter(network=network, objective=objective).delete()


def let_networks_rest(*, organisation: Organisation, now: datetime) -> int:
    """Once a day: what has not met for 90 days is dormant. Pages say so at once; this keeps it."""
    today, changed = localtime(now).date(), 0
    with acting_in(organisation, cause="networks"):
        awake = (Network.State.SPONSORED, Network.State.ACTIVE)
        for network in Network.objects.filter(state__in=awake).order_by("pk"):
            changed += _settle_state(held(network), today=today)
    return changed


def _settle_state(network: Network, *, today: date) -> bool:
    """Keeps the state it has today, by when it met; whether that is another one."""
    last = NetworkMeeting.objects.filter(network=network).aggregate(last=Max("held_on"))["last"]
    state = state_today(
        network.state, first_meets_on=network.first_meets_on, last_met=last, today=today
    )
    if state == network.state:
        return False
    network.state = state
    network.save(update_fields=["state", "updated_at"])
    return True


def held(network: Network) -> Network:
    """The network as it is now, until this is done."""
    return Network.objects.select_for_update(no_key=True).get(pk=network.pk)


def must_run(network: Network, *, standing: Standing) -> None:
    if not may_run(network, standing):
        raise NotTheirs


def tell(
    network: Network, *, people: frozenset[int], what: str, now: datetime, link: str = ""
) -> None:
    """One letter to each, saying that something about the network waits for them."""
    words = letters.someone_is_waiting(
        what=what,
        title=network.name,
        link=link or full_address("objectives:network", network.pk),
    )
    for person in letter_readers(people):
        leave_errand(
            key=f"network:{network.pk}:{what}:{now:%Y%m%d%H%M%S}:{person.pk}".replace(" ", "-"),
            task="people.tasks.send_letter",
            due_at=now,
            arguments={"to": person.email, "subject": words.subject, "body": words.body},
        )
