"""How much a team or a person carries, and what rests on one of them alone.

The rule, in words: a limit is the most that the organisation thinks can be carried at once. What
is carried is over it when there is more; adding is warned of when one more would be. It is said
of the system, to share the work out: nobody is ranked, and nothing is added up to a score.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

RULE = (
    "A team or a person is over a limit when they carry more of a kind than the organisation "
    "set as the most. The kinds are never added up."
)
NAMES = {
    "objectives": ("open objective", "open objectives"),
    "promises": ("promise to keep", "promises to keep"),
    "check_ins": ("check-in due", "check-ins due"),
    "roles": ("role", "roles"),
}
Key = TypeVar("Key")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The most of each kind; these where nobody has set others."""

    team_objectives: int = 7
    team_promises: int = 5
    person_objectives: int = 5
    person_roles: int = 3
    person_check_ins: int = 5

    def of_team(self) -> dict[str, int]:
        return {"objectives": self.team_objectives, "promises": self.team_promises}

    def of_person(self) -> dict[str, int]:
        return {
            "objectives": self.person_objectives,
            "check_ins": self.person_check_ins,
            "roles": self.person_roles,
        }


@dataclass(frozen=True, kw_only=True)
class Carried:
    """What a team or a person has in hand."""

    objectives: int = 0
    promises: int = 0
    check_ins: int = 0
    roles: int = 0

    def __add__(self, other: Carried) -> Carried:
        return Carried(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}
        )


def over(carried: Carried, limits: Mapping[str, int]) -> list[str]:
    """Each kind of which there is more than the limit, in words."""
    return [
        f"{in_words(kind, getattr(carried, kind))}, where {most} are meant to be the most"
        for kind, most in limits.items()
        if getattr(carried, kind) > most
    ]


def in_words(kind: str, number: int) -> str:
    one, more = NAMES[kind]
    return f"{number} {one if number == 1 else more}"


def one_more_is_over(number: int, *, most: int) -> bool:
    """Whether adding one would go over."""
    return number + 1 > most


def resting_on_one(holders: Mapping[Key, Collection[int]]) -> dict[Key, int]:
    """What only one holds, and who; what nobody holds rests on nobody."""
    return {key: next(iter(set(found))) for key, found in holders.items() if len(set(found)) == 1}


def sole_holders(places: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Of the places in one unit, given as person and kind, each kind that one person alone
    holds, where the unit has others in it. No kind is the same as another's by being empty."""
    known = list(places)
    if len({person for person, _ in known}) < 2:
        return {}
    holders: dict[str, set[int]] = defaultdict(set)
    for person, kind in known:
        if kind:
            holders[kind].add(person)
    return resting_on_one(holders)
