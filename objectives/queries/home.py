"""What the home page says below what waits: how a team's work reaches the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from objectives.models import Cycle, Objective
from objectives.queries.lists import ObjectiveLine, Wanted, objective_lines
from objectives.queries.parts import PriorityName
from objectives.queries.reach import priorities_reached
from people.models import Assignment, BoardMembership, OrgUnit
from people.policy import Role, Standing
from strategy.models import StrategyVersion

AGREED = (Objective.State.AGREED, Objective.State.LIVE)
SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class TeamReach:
    """Ward 7's 3 agreed objectives serve 2 of the Board's 8 priorities: these."""

    unit_id: int
    unit: str
    agreed: int
    serving: int  # how many of them reach any priority
    reached: list[PriorityName]
    of: int


def own_unit(standing: Standing) -> OrgUnit | None:
    """The unit a person's home page speaks of: their main place, else what they lead, else the
    board's for those who sit on it."""
    places = Assignment.objects.current().filter(person_id=standing.person_id)
    place = places.select_related("unit").order_by("-is_lead", "-is_primary", "pk").first()
    if place is not None:
        return place.unit
    led = sorted(standing.directly_led_unit_ids)
    is_board = Role.BOARD_MEMBER in standing.roles
    unit_id = led[0] if led else standing.root_unit_id if is_board else None
    return OrgUnit.objects.filter(pk=unit_id).first() if unit_id else None


def team_reach(
    unit: OrgUnit, *, cycle: Cycle | None, now: datetime, priorities: dict[int, PriorityName]
) -> TeamReach:
    rows = Objective.objects.filter(unit=unit, cycle=cycle, state__in=AGREED)
    ids = list(rows.values_list("pk", flat=True))
    reached = priorities_reached(ids, now=now)
    served = set[int]().union(*reached.values())
    return TeamReach(
        unit_id=unit.pk,
        unit=unit.name,
        agreed=len(ids),
        serving=sum(1 for found in reached.values() if found & priorities.keys()),
        reached=[name for name in priorities.values() if name.priority_id in served],
        of=len(priorities),
    )


@dataclass(frozen=True, kw_only=True)
class Led:
    """The first of the objectives a person leads, and how many there are."""

    lines: list[ObjectiveLine]
    total: int


def led_objectives(
    *,
    standing: Standing,
    cycle: Cycle | None,
    now: datetime,
    priorities: dict[int, PriorityName],
) -> Led:
    """Objectives they are answerable for, and those of the units they lead."""
    wanted = Wanted(mine=True, sort="title")
    found = objective_lines(
        standing=standing, cycle=cycle, wanted=wanted, now=now, priorities=priorities
    )
    return Led(lines=found[:SHOWN], total=len(found))


def is_set_up() -> bool:
    """There are units, a board, and a strategy in force."""
    return (
        OrgUnit.objects.exclude(parent=None).exists()
        and BoardMembership.objects.current().exists()
        and StrategyVersion.objects.in_force().exists()
    )
