"""The two sides of an objective: who may answer for each, and who is asked to.

Leads answer for their unit and for those below it, board members for the board's own unit
(people/policy.py); the answerable person and a priority's sponsor answer by name. Asked are the
named ones and the nearest leads, so that a question does not land on everybody above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from objectives.figures import joint_party
from objectives.models import Agreement, ContributionLink, JointOwner, Objective
from people.models import Assignment, BoardMembership, OrgUnit, RoleGrant
from people.policy import Action, Standing
from strategy.models import PriorityWording

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Leaders:
    """Who leads which unit, and who sits on the board: active people, today."""

    above: Mapping[int, int | None]
    names: Mapping[int, str]
    leads: Mapping[int, frozenset[int]]
    board: frozenset[int]

    @property
    def root_id(self) -> int | None:
        return next((unit for unit, above in self.above.items() if above is None), None)

    def climb(self, unit_id: int | None) -> Iterator[frozenset[int]]:
        """Those who may answer for a unit, the nearest first; the board for its own unit."""
        if unit_id is not None and unit_id == self.root_id:
            yield self.leads.get(unit_id, NOBODY) | self.board
            return
        while unit_id is not None:
            yield self.leads.get(unit_id, NOBODY)
            unit_id = self.above.get(unit_id)


def leaders() -> Leaders:
    units = list(OrgUnit.objects.values_list("pk", "parent_id", "name"))
    leads: dict[int, set[int]] = defaultdict(set)
    places = Assignment.objects.current().filter(is_lead=True, person__is_active=True)
    for unit_id, person_id in places.values_list("unit_id", "person_id"):
        leads[unit_id].add(person_id)
    seats = BoardMembership.objects.current().filter(person__is_active=True)
    board = set(seats.values_list("person_id", flat=True))
    granted = RoleGrant.objects.current().filter(
        role__in=(RoleGrant.Role.TEAM_LEAD, RoleGrant.Role.BOARD_MEMBER), person__is_active=True
    )
    for role, granted_unit_id, person_id in granted.values_list("role", "unit_id", "person_id"):
        if role == RoleGrant.Role.BOARD_MEMBER:
            board.add(person_id)
        elif granted_unit_id is not None:
            leads[granted_unit_id].add(person_id)
    return Leaders(
        above={pk: parent_id for pk, parent_id, _ in units},
        names={pk: name for pk, _, name in units},
        leads={unit_id: frozenset(people) for unit_id, people in leads.items()},
        board=frozenset(board),
    )


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

    def asked(self, *, but_not: frozenset[int] = NOBODY) -> frozenset[int]:
        """Whom the question goes to: those named, and the nearest leads. Whoever accepted for
        the other side is passed over, unless there is nobody else."""
        named = self.named - but_not
        if self.asks_named_only and named:
            return named
        nearest = (people - but_not for people in self.leaders.climb(self.unit_id))
        found = named | next((people for people in nearest if people), NOBODY)
        return found or (self.asked() if but_not else NOBODY)


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

    def other(self, party: str) -> Side | None:
        """Across the table: the side it serves for an owner, the first owner for that side."""
        return self.owner if party == Agreement.Party.PARENT_OWNER else self.parent


def sides_of(objective: Objective, *, known: Leaders | None = None) -> Sides:
    """The owning unit's side, and that of whom its main link serves; where it stands alone for
    a reason, the unit above."""
    known = known or leaders()
    answerable = objective.current.answerable_id if objective.current else None
    link = main_link(objective)
    parent = None
    if link is not None:
        parent = side_served_by(link, known=known)
    elif objective.local_reason:
        parent = unit_above(objective.unit_id, known=known)
    return Sides(
        owner=owner_side(objective.unit_id, answerable, known=known),
        parent=parent,
        joint=tuple(joint_side(unit_id, known=known) for unit_id in joint_units(objective.pk)),
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


def side_served_by(link: ContributionLink, *, known: Leaders | None = None) -> Side:
    """The leads of the objective it serves; of a priority, its sponsor or else the board."""
    known = known or leaders()
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
    return by_unit or standing.person_id in side.named
