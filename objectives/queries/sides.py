"""The two sides of an objective: who may answer for each, and who is asked to.

Leads answer for their unit and for those below it, board members for the board's own unit
(people/policy.py); the answerable person and a priority's sponsor answer by name, and a leader's
delegate answers in that leader's place. Asked are the named ones and the nearest leads, so that a
question does not land on everybody above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.utils.timezone import localdate

from objectives.figures import joint_party
from objectives.figures.delegating import independent_of
from objectives.models import Agreement, ContributionLink, JointOwner, Objective
from people.models import RoleGrant
from people.policy import Action, Standing
from people.tenancy import organisation_in_force
from strategy.models import PriorityWording

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Leaders:
    """Who leads which unit, and who sits on the board: active people, today."""

    above: Mapping[int, int | None]
    names: Mapping[int, str]
    leads: Mapping[int, frozenset[int]]
    board: frozenset[int]
    delegates: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """By unit, who answers today in whose place. They are no leads: it is not passed on."""

    @property
    def root_id(self) -> int | None:
        return next((unit for unit, above in self.above.items() if above is None), None)

    def climb(
        self, unit_id: int | None, *, but_not: frozenset[int] = NOBODY
    ) -> Iterator[frozenset[int]]:
        """Those who may answer for a unit, the nearest first; the board for its own unit. With
        `but_not`, none of these people and nobody who answers in the place of one."""
        for up, people in self.leading(unit_id):
            if up in self.delegates:
                yield independent_of(but_not, in_own_right=people, standing_in=self.delegates[up])
            else:
                yield people - but_not if but_not else people

    def leading(self, unit_id: int | None) -> Iterator[tuple[int, frozenset[int]]]:
        """Each unit on the way up, with those who answer for it in their own right."""
        if unit_id is not None and unit_id == self.root_id:
            yield unit_id, self.leads.get(unit_id, NOBODY) | self.board
            return
        while unit_id is not None:
            yield unit_id, self.leads.get(unit_id, NOBODY)
            unit_id = self.above.get(unit_id)

    def units_stood_in_for(self, person_id: int) -> frozenset[int]:
        """Units this person answers for in a leader's place, with all below them."""
        tops = {unit for unit, places in self.delegates.items() if person_id in places}
        if not tops:
            return NOBODY
        return frozenset(
            unit for unit in self.above if any(up in tops for up, _ in self.leading(unit))
        )


_LEADERS = """
    WITH RECURSIVE known(id, parent_id, name) AS (
        SELECT id, parent_id, name FROM people_orgunit
        WHERE organisation_id = %(organisation)s
          AND (%(units)s::bigint[] IS NULL OR parent_id IS NULL OR id = ANY(%(units)s))
        UNION
        SELECT unit.id, unit.parent_id, unit.name
        FROM known JOIN people_orgunit unit ON unit.id = known.parent_id
        WHERE %(units)s::bigint[] IS NOT NULL AND unit.organisation_id = %(organisation)s
    ), led(unit_id, person_id) AS (
        SELECT unit_id, person_id FROM people_assignment
        WHERE organisation_id = %(organisation)s AND is_lead AND ended_on IS NULL
        UNION ALL
        SELECT unit_id, person_id FROM people_rolegrant
        WHERE organisation_id = %(organisation)s AND role = %(lead)s AND ended_on IS NULL
    ), seated(person_id) AS (
        SELECT person_id FROM people_boardmembership
        WHERE organisation_id = %(organisation)s AND ended_on IS NULL
        UNION ALL
        SELECT person_id FROM people_rolegrant
        WHERE organisation_id = %(organisation)s AND role = %(board)s AND ended_on IS NULL
    ), stood_in_for(unit_id, leader_id, delegate_id) AS (
        SELECT unit_id, leader_id, delegate_id FROM objectives_delegation
        WHERE organisation_id = %(organisation)s AND ended_at IS NULL
          AND %(today)s BETWEEN starts_on AND ends_on
    )
    SELECT id, parent_id, name, NULL::bigint FROM known
    UNION ALL
    SELECT unit_id, NULL, NULL, person_id
    FROM led JOIN known ON known.id = unit_id JOIN people_person person ON person.id = person_id
    WHERE person.organisation_id = %(organisation)s AND person.is_active
    UNION ALL
    SELECT NULL, NULL, NULL, person_id
    FROM seated JOIN people_person person ON person.id = person_id
    WHERE person.organisation_id = %(organisation)s AND person.is_active
    UNION ALL
    SELECT unit_id, leader_id, NULL, delegate_id
    FROM stood_in_for JOIN people_person person ON person.id = delegate_id
    WHERE person.organisation_id = %(organisation)s AND person.is_active
"""


def leaders(*, of: Collection[int] | None = None) -> Leaders:
    """Of these units and all above them, or of the whole organisation: one query."""
    values = {
        "organisation": organisation_in_force().pk,
        "units": None if of is None else sorted(of),
        "lead": RoleGrant.Role.TEAM_LEAD,
        "board": RoleGrant.Role.BOARD_MEMBER,
        "today": localdate(),
    }
    above: dict[int, int | None] = {}
    names: dict[int, str] = {}
    leads: dict[int, set[int]] = defaultdict(set)
    board: set[int] = set()
    stood_in: list[tuple[int, int, int]] = []
    with connection.cursor() as cursor:
        cursor.execute(_LEADERS, values)
        for unit_id, parent_id, name, person_id in cursor.fetchall():
            if person_id is None:
                above[unit_id], names[unit_id] = parent_id, name
            elif unit_id is None:
                board.add(person_id)
            elif parent_id is not None:
                stood_in.append((unit_id, person_id, parent_id))
            else:
                leads[unit_id].add(person_id)
    return Leaders(
        above=above,
        names=names,
        leads={unit_id: frozenset(people) for unit_id, people in leads.items()},
        board=frozenset(board),
        delegates=_delegates(stood_in, leads),
    )


def _delegates(
    stood_in: Iterable[tuple[int, int, int]], leads: Mapping[int, set[int]]
) -> dict[int, dict[int, int]]:
    """Only of those who lead the unit themselves, today."""
    delegates: dict[int, dict[int, int]] = {}
    for unit_id, delegate_id, leader_id in sorted(stood_in, reverse=True):
        if leader_id in leads.get(unit_id, NOBODY):
            delegates.setdefault(unit_id, {})[delegate_id] = leader_id
    return delegates


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
