"""Whose page it is, and whether a question is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from objectives.queries.leaders import Leaders, leaders
from objectives.queries.parts import PriorityName, priorities_in_force
from objectives.queries.sides import Side, side_served
from objectives.queries.waiting.near import Near, what_is_near
from people.policy import Role, Standing


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for a person, and where they answer it."""

    title: str
    hint: str
    href: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Whose page it is, and what is needed to say whether a question is theirs."""

    standing: Standing
    leaders: Leaders
    priorities: dict[int, PriorityName]

    @property
    def me(self) -> int:
        return self.standing.person_id

    @cached_property
    def units(self) -> frozenset[int]:
        """Units whose questions could come to them."""
        root_id = self.standing.root_unit_id
        units = self.standing.led_unit_ids | self.leaders.units_stood_in_for(self.me)
        if Role.BOARD_MEMBER in self.standing.roles and root_id is not None:
            return units | {root_id}
        return units

    @property
    def served_priorities(self) -> list[int]:
        """Priorities for which they could be asked."""
        answers_for_board = self.standing.root_unit_id in self.units
        return [
            name.priority_id
            for name in self.priorities.values()
            if answers_for_board or name.sponsor_id == self.me
        ]

    @cached_property
    def near(self) -> Near:
        """What could wait for them, by kind."""
        return what_is_near(
            me=self.me,
            units=self.units,
            own_units=self.standing.own_unit_ids,
            priorities=self.served_priorities,
        )

    def side_served(self, *, unit_id: int | None, priority_id: int | None) -> Side:
        name = self.priorities.get(priority_id or 0)
        sponsor_id = name.sponsor_id if name else None
        return side_served(unit_id=unit_id, sponsor_id=sponsor_id, known=self.leaders)


def reader_of(standing: Standing) -> Reader:
    return Reader(standing=standing, leaders=leaders(), priorities=priorities_in_force())
