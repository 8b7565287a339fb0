"""Networks in rows: search, filters, order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from objectives.figures.networks import Part, findings, rhythm, state_today
from objectives.models import Network, NetworkMember
from objectives.queries.networks.findings import FindingLine, finding_lines, rhythm_in_words
from objectives.queries.networks.parts import last_met, members_of, parts_of
from objectives.queries.parts import PriorityName, Tag, priorities_in_force

COLOURS = {
    Network.State.PROPOSED: "blue",
    Network.State.SPONSORED: "aqua-green",
    Network.State.ACTIVE: "green",
    Network.State.DORMANT: "yellow",
    Network.State.CLOSED: "white",
}


@dataclass(frozen=True, kw_only=True)
class NetworkLine:
    network_id: int
    name: str
    carries: str
    is_target: bool
    priority_ref: str
    state_code: str
    state: Tag
    lead: str
    sponsor: str
    members: int
    units: int
    rhythm: str
    is_kept: bool
    findings: list[FindingLine]

    @property
    def is_closed(self) -> bool:
        return self.state_code == Network.State.CLOSED


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a person is looking for; an empty state means all but those that are closed."""

    words: str = ""
    state: str = ""
    priority: str = ""
    target: int | None = None
    sort: str = ""


SORTS = {
    "name": lambda line: line.name.lower(),
    "carries": lambda line: line.carries.lower(),
    "state": lambda line: line.state.words,
    "members": lambda line: line.members,
    "findings": lambda line: len(line.findings),
}


def network_lines(*, wanted: Wanted, today: date) -> list[NetworkLine]:
    """Everybody sees every network: five queries, however many there are."""
    rows = Network.objects.select_related("target", "priority", "lead", "sponsor")
    if wanted.target:
        rows = rows.filter(target_id=wanted.target)
    if wanted.priority:
        rows = rows.filter(priority__ref=wanted.priority)
    lines = [
        one for one in lines_of(rows.order_by("name", "pk"), today=today) if _is_like(one, wanted)
    ]
    key = SORTS.get(wanted.sort.lstrip("-"), SORTS["name"])
    return sorted(lines, key=key, reverse=wanted.sort.startswith("-"))


def _is_like(line: NetworkLine, wanted: Wanted) -> bool:
    words = f"{line.name} {line.carries} {line.lead} {line.sponsor}".lower()
    if any(word not in words for word in wanted.words.lower().split()):
        return False
    return line.state_code == wanted.state if wanted.state else not line.is_closed


def lines_of(rows: Iterable[Network], *, today: date) -> list[NetworkLine]:
    networks = list(rows)
    ids = [network.pk for network in networks]
    members, met, names = members_of(ids), last_met(ids), priorities_in_force()
    parts, units = parts_of(members), {one.unit_id: one.unit.name for one in members}
    return [
        line_of(
            network,
            parts.get(network.pk, []),
            units=units,
            last=met.get(network.pk),
            names=names,
            today=today,
        )
        for network in networks
    ]


def line_of(
    network: Network,
    parts: list[Part],
    *,
    units: dict[int, str],
    last: date | None,
    names: dict[int, PriorityName],
    today: date,
) -> NetworkLine:
    kept = rhythm(
        first_meets_on=network.first_meets_on,
        last_met=last,
        every_days=network.meets_every_days,
        today=today,
    )
    state = Network.State(
        state_today(
            network.state, first_meets_on=network.first_meets_on, last_met=last, today=today
        )
    )
    is_sponsored = state != Network.State.PROPOSED
    found = findings(
        parts,
        has_sponsor=is_sponsored and network.sponsor is not None,
        has_time=bool(network.protected_hours),
        rhythm=kept,
    )
    is_closed = state == Network.State.CLOSED
    return NetworkLine(
        network_id=network.pk,
        name=network.name,
        carries=carried_by(network, names),
        is_target=network.target is not None,
        priority_ref=network.priority.ref if network.priority else "",
        state_code=state.value,
        state=Tag(words=str(state.label), colour=COLOURS[state]),
        lead=network.lead.name,
        sponsor=network.sponsor.name if network.sponsor and is_sponsored else "",
        members=len(parts),
        units=len({part.unit_id for part in parts}),
        rhythm="" if is_closed or not is_sponsored else rhythm_in_words(kept),
        is_kept=kept.is_kept,
        findings=[] if is_closed else finding_lines(found, parts, units, kept),
    )


def carried_by(network: Network, names: dict[int, PriorityName]) -> str:
    """The target or the priority, in words."""
    if network.target is not None:
        return network.target.title
    name = names.get(network.priority_id or 0)
    return name.title if name else network.priority.ref if network.priority else ""


def carriers() -> dict[int, int]:
    """How many people, in open networks, carry each target."""
    rows = (
        NetworkMember.objects.filter(state=NetworkMember.State.IN, network__target__isnull=False)
        .exclude(network__state=Network.State.CLOSED)
        .values_list("network__target_id", flat=True)
    )
    counted: dict[int, int] = {}
    for target_id in rows:
        if target_id is not None:
            counted[target_id] = counted.get(target_id, 0) + 1
    return counted
