"""The two sides of an objective: who may answer for each, and who is asked to.

Leads answer for their unit and for those below it, board members for the board's own unit
(people/policy.py); the answerable person and a priority's sponsor answer by name, and a leader's
delegate answers in that leader's place. Asked are the named ones and the nearest leads, so that a
question does not land on everybody above.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from objectives.figures import joint_party
from objectives.models import Agreement, ContributionLink, JointOwner, Objective
from objectives.queries.leaders import NOBODY, Leaders, leaders
from people.policy import Action, Standing
from strategy.models import PriorityWording


@dataclass(frozen=True, kw_only=True)
class Side:
    """Who answers: the leads of a unit, and people by name. `asks_named_only`: not the leads."""

    party: str
    unit_id: int | None
    named: frozenset[int] = NOBODY
    asks_named_only: bool = False
    leaders: Leaders = field(repr=False)

    @property
    def name(self) -> str:
        return self.leaders.names.get(self.unit_id or 0, "The Board")

    def able(self) -> frozenset[int]:
        """Everybody who may answer."""
        return self.named.union(*self.leaders.climb(self.unit_id))

    def independent_of(self, people: frozenset[int]) -> frozenset[int]:
        """Everybody who may answer without one of these people having a hand in it."""
        return (self.named - people).union(*self.leaders.climb(self.unit_id, but_not=people))

    def leader_behind(self, person_id: int) -> int | None:
        """In whose place this person answers; nobody's, where they may in their own right."""
        if not self.leaders.delegates or person_id in self.named:
            return None
        way_up = list(self.leaders.leading(self.unit_id))
        if any(person_id in people for _, people in way_up):
            return None
        places = (self.leaders.delegates.get(up, {}).get(person_id) for up, _ in way_up)
        return next((leader for leader in places if leader is not None), None)

    def asked(self, *, but_not: frozenset[int] = NOBODY) -> frozenset[int]:
        """Whom the question goes to: those named, and the nearest leads. Whoever accepted for
        the other side is passed over, unless there is nobody else."""
        named = self.named - but_not
        if self.asks_named_only and named:
            return named
        nearest = self.leaders.climb(self.unit_id, but_not=but_not)
        found = named | next((people for people in nearest if people), NOBODY)
        return found or (self.asked() if but_not else NOBODY)

    def leads_asked(self) -> frozenset[int]:
        """Those asked in their own right: for what nobody does in a leader's place."""
        return frozenset(pk for pk in self.asked() if self.leader_behind(pk) is None)


@dataclass(frozen=True, kw_only=True)
class Sides:
    owner: Side
    parent: Side | None  # none while it serves nothing and gives no reason
    joint: tuple[Side, ...] = ()  # other units that own it too

    def all(self) -> tuple[Side, ...]:
        """Owners first, then the side it serves."""
        return (self.owner, *self.joint, *([self.parent] if self.parent else []))

    def of(self, party: str) -> Side | None:
        return next((side for side in self.all() if side.party == party), None)

    def across(self, party: str) -> tuple[Side, ...]:
        """Every side on the other side of the table."""
        is_parent = party == Agreement.Party.PARENT_OWNER
        return tuple(
            side for side in self.all() if (side.party == Agreement.Party.PARENT_OWNER) != is_parent
        )

    def other(self, party: str) -> Side | None:
        """Across the table: the side it serves for an owner, the first owner for that side."""
        return self.owner if party == Agreement.Party.PARENT_OWNER else self.parent


def sides_of(objective: Objective, *, known: Leaders | None = None) -> Sides:
    """The owning unit's side, and that of whom its main link serves; where it stands alone for
    a reason, the unit above."""
    link, joint = main_link(objective), joint_units(objective.pk)
    known = known or leaders(of=[objective.unit_id, *joint, *_unit_served(link)])
    return sides_along(link, objective, joint, known=known)


def sides_along(
    link: ContributionLink | None, objective: Objective, joint: Iterable[int], *, known: Leaders
) -> Sides:
    """`sides_of` with the main link and the units that own it too already in hand."""
    answerable = objective.current.answerable_id if objective.current else None
    parent = None
    if link is not None:
        parent = side_served_by(link, known=known)
    elif objective.local_reason:
        parent = unit_above(objective.unit_id, known=known)
    return Sides(
        owner=owner_side(objective.unit_id, answerable, known=known),
        parent=parent,
        joint=tuple(joint_side(unit_id, known=known) for unit_id in joint),
    )


def joint_units(objective_id: int) -> list[int]:
    """Other units that own it too, in the order they came."""
    owners = JointOwner.objects.filter(objective_id=objective_id).order_by("pk")
    return list(owners.values_list("unit_id", flat=True))


def joint_side(unit_id: int, *, known: Leaders) -> Side:
    return Side(party=joint_party(unit_id), unit_id=unit_id, leaders=known)


def owner_side(unit_id: int, answerable_id: int | None, *, known: Leaders) -> Side:
    named = frozenset({answerable_id} if answerable_id else ())
    return Side(party=Agreement.Party.OWNER, unit_id=unit_id, named=named, leaders=known)


def unit_above(unit_id: int, *, known: Leaders) -> Side:
    above = known.above.get(unit_id) or unit_id
    return Side(party=Agreement.Party.PARENT_OWNER, unit_id=above, leaders=known)


def main_link(objective: Objective) -> ContributionLink | None:
    """The primary of its links that stand; the oldest where none is marked."""
    return (
        ContributionLink.objects.standing()
        .filter(child=objective)
        .select_related("parent_objective__unit", "parent_objective__current", "parent_priority")
        .order_by("-is_primary", "pk")
        .first()
    )


def _unit_served(link: ContributionLink | None) -> list[int]:
    return [link.parent_objective.unit_id] if link and link.parent_objective else []


def side_served_by(link: ContributionLink, *, known: Leaders | None = None) -> Side:
    """The leads of the objective it serves; of a priority, its sponsor or else the board."""
    known = known or leaders(of=_unit_served(link))
    if link.parent_objective is not None:
        return side_served(unit_id=link.parent_objective.unit_id, sponsor_id=None, known=known)
    wordings = PriorityWording.objects.in_force().filter(priority=link.parent_priority)
    sponsor_id = wordings.filter(sponsor__is_active=True).values_list("sponsor_id", flat=True)
    return side_served(unit_id=None, sponsor_id=sponsor_id.first(), known=known)


def side_served(*, unit_id: int | None, sponsor_id: int | None, known: Leaders) -> Side:
    """Without a unit it is a priority that is served, and the board's own unit answers."""
    return Side(
        party=Agreement.Party.PARENT_OWNER,
        unit_id=unit_id or known.root_id,
        named=frozenset({sponsor_id} if sponsor_id else ()),
        asks_named_only=bool(sponsor_id),
        leaders=known,
    )


def may_answer(standing: Standing, side: Side | None) -> bool:
    """Whether this person may answer for the side."""
    if side is None:
        return False
    is_owner = side.party != Agreement.Party.PARENT_OWNER
    action = Action.ANSWER_FOR_OWNER if is_owner else Action.ANSWER_FOR_PARENT
    by_unit = side.unit_id is not None and standing.may(action, unit_id=side.unit_id)
    if by_unit or standing.person_id in side.named:
        return True
    return side.leader_behind(standing.person_id) is not None
