"""Who leads which unit, who sits on the board, and who answers in a leader's place today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.utils.timezone import localdate

from objectives.figures.delegating import independent_of
from people.models import RoleGrant
from people.tenancy import organisation_in_force

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
        SELECT place.unit_id, place.person_id
        FROM known JOIN people_assignment place ON place.unit_id = known.id
        WHERE place.organisation_id = %(organisation)s AND place.is_lead
          AND place.ended_on IS NULL
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
