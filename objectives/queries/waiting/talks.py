"""Objectives whose two sides still talk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from objectives.figures import ACCEPTING, CHALLENGE, DECLINE, OWNER, PARENT
from objectives.models import (
    Agreement,
    ContributionLink,
    JointOwner,
    Objective,
    ObjectiveVersion,
)
from objectives.queries.one_side import may_take_place
from objectives.queries.parts import shortened
from objectives.queries.sides import Side, joint_side, owner_side, unit_above
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address

TALKING = (Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)


def with_parents(rows: QuerySet[Objective]) -> QuerySet[Objective]:
    """Each objective with the number and time of the words that count, and whom it serves."""
    versions = ObjectiveVersion.objects.filter(objective=OuterRef("pk"), is_material=True)
    links = ContributionLink.objects.standing().filter(child=OuterRef("pk"))
    material, main = versions.order_by("-number"), links.order_by("-is_primary", "pk")
    return rows.annotate(
        floor=Subquery(material.values("number")[:1]),
        worded_at=Subquery(material.values("written_at")[:1]),
        parent_unit=Subquery(main.values("parent_objective__unit_id")[:1]),
        parent_priority=Subquery(main.values("parent_priority_id")[:1]),
    )


def answers_to(rows: Iterable[Objective]) -> dict[int, dict[str, Agreement]]:
    """For each objective what its sides said last to the words that count."""
    floors = {row.pk: vars(row)["floor"] or 1 for row in rows}
    given = (
        Agreement.objects.filter(version__objective_id__in=floors)
        .select_related("version")
        .order_by("made_at", "pk")
    )
    said: dict[int, dict[str, Agreement]] = {}
    for answer in given:
        objective_id = answer.version.objective_id
        if answer.version.number >= floors[objective_id]:
            said.setdefault(objective_id, {})[answer.side] = answer
    return said


@dataclass(frozen=True, kw_only=True)
class Talk:
    """An objective the two sides talk about, with what they said."""

    objective_id: int
    title: str
    unit: str
    since: datetime
    said: Mapping[str, Agreement]
    sides: Mapping[str, Side | None]

    def response(self, party: str) -> str:
        return self.said[party].response if party in self.said else ""

    @property
    def waits_for_parent(self) -> bool:
        """The side it serves has yet to accept the words, and its main link with them."""
        return self.response(PARENT) not in ACCEPTING

    def across(self, party: str) -> list[str]:
        """The sides on the other side of the table."""
        return [other for other in self.sides if (other == PARENT) != (party == PARENT)]

    def is_asked(self, reader: Reader, party: str) -> bool:
        side = self.sides[party]
        if side is None:
            return False
        accepted = [one for one in self.across(party) if self.response(one) in ACCEPTING]
        spoke = {self.said[one].person_id for one in accepted}
        spoke |= {self.said[one].on_behalf_of_id or 0 for one in accepted}
        others = [other for one in self.across(party) if (other := self.sides[one]) is not None]
        is_asked = reader.me in side.asked(but_not=frozenset(spoke))
        return is_asked and may_take_place(side, others, person_id=reader.me)


def talks_with(reader: Reader) -> list[Talk]:
    """Those that could wait for this person."""
    mine = (
        Q(unit_id__in=reader.units)
        | Q(current__answerable_id=reader.me)
        | Q(joint_owners__unit_id__in=reader.units)
        | Q(parent_unit__in=reader.units)
        | Q(parent_priority__in=reader.served_priorities)
        | Q(unit__parent_id__in=reader.units) & ~Q(local_reason="")
    )
    if not reader.near["talk"]:
        return []
    found = with_parents(Objective.objects.filter(pk__in=reader.near["talk"])).filter(mine)
    return talks_among(found, reader)


def talks_among(found: QuerySet[Objective], reader: Reader) -> list[Talk]:
    """These objectives, read `with_parents`, as talks: three queries."""
    rows = list(found.select_related("current", "unit").distinct())
    said, joint = answers_to(rows), _joint_sides(rows, reader)
    return [talk_of(row, reader, said.get(row.pk, {}), joint.get(row.pk, {})) for row in rows]


def _joint_sides(rows: Iterable[Objective], reader: Reader) -> dict[int, dict[str, Side]]:
    owners = JointOwner.objects.filter(objective__in=[row.pk for row in rows]).order_by("pk")
    sides: dict[int, dict[str, Side]] = {}
    for objective_id, unit_id in owners.values_list("objective_id", "unit_id"):
        side = joint_side(unit_id, known=reader.leaders)
        sides.setdefault(objective_id, {})[side.party] = side
    return sides


def talk_of(
    row: Objective, reader: Reader, said: Mapping[str, Agreement], joint: Mapping[str, Side]
) -> Talk:
    facts = vars(row)
    worded_at: datetime = facts["worded_at"] or row.created_at
    return Talk(
        objective_id=row.pk,
        title=shortened(row.current.title if row.current else row.ref),
        unit=row.unit.name,
        since=max(worded_at, row.proposed_at or worded_at),
        said=said,
        sides={
            **joint,
            **sides_between(
                row, reader, unit_id=facts["parent_unit"], priority_id=facts["parent_priority"]
            ),
        },
    )


def sides_between(
    row: Objective, reader: Reader, *, unit_id: int | None, priority_id: int | None
) -> dict[str, Side | None]:
    """The two sides, from the unit or the priority that the main link serves."""
    answerable_id = row.current.answerable_id if row.current else None
    parent: Side | None = None
    if unit_id is not None or priority_id is not None:
        parent = reader.side_served(unit_id=unit_id, priority_id=priority_id)
    elif row.local_reason:
        parent = unit_above(row.unit_id, known=reader.leaders)
    return {OWNER: owner_side(row.unit_id, answerable_id, known=reader.leaders), PARENT: parent}


def next_step(talk: Talk, reader: Reader) -> Waiting | None:
    """The one thing to do next: find new words, say what it serves, or answer."""
    for party in sorted(talk.sides, key=lambda one: (one == PARENT, one != OWNER)):
        if not talk.is_asked(reader, party):
            continue
        wishing = [one for one in talk.across(party) if talk.response(one) in (CHALLENGE, DECLINE)]
        if wishing:
            return _reword(talk, wishing[0])
        if party == OWNER and talk.sides[PARENT] is None:
            return Waiting(
                title=f"Say what “{talk.title}” serves",
                hint=f"{talk.unit}. It serves nothing now.",
                href=address("objectives:serve", talk.objective_id),
                since=talk.since,
            )
        if party not in talk.said:
            return _answer(talk, party)
    return None


def _reword(talk: Talk, other: str) -> Waiting:
    side = talk.sides[other]
    name = side.name if side else "The other side"
    is_talk = talk.response(other) == CHALLENGE
    return Waiting(
        title=f"{'Talk about' if is_talk else 'Find new words for'} “{talk.title}”",
        hint=f"{name} {'wants to talk' if is_talk else 'said no'}: "
        f"{shortened(talk.said[other].note, 120)}",
        href=address(f"objectives:{'objective' if is_talk else 'reword'}", talk.objective_id),
        since=talk.said[other].made_at,
    )


def _answer(talk: Talk, party: str) -> Waiting:
    side = talk.sides[party]
    whom = f" You answer for {side.name}." if side else ""
    return Waiting(
        title=f"Answer “{talk.title}”",
        hint=f"{talk.unit} has proposed this objective.{whom}",
        href=address("objectives:answer", talk.objective_id),
        since=talk.since,
    )
