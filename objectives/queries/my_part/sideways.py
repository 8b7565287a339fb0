"""Beside us: whom our objective helps, who works for the same, and who helps us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from objectives.models import ContributionLink, Objective
from objectives.queries.my_part.ties import AGREED, Above, Tie
from objectives.queries.reach import STALE_FOR

SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Team:
    unit_id: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Teams:
    """The first few by name, and how many there are."""

    shown: list[Team]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.shown)


@dataclass(frozen=True, kw_only=True)
class Sideways:
    helped: Teams
    beside: Teams
    helpers: Teams


def sideways(start: Objective, above: Above) -> Sideways:
    """Two queries more: only agreed objectives and links that count are spoken of."""
    ties = [tie for tie in above.ties.get(start.pk, []) if above.counts(tie)]
    parents = [above.objectives[tie.above_id] for tie in ties if tie.above_id is not None]
    links = _links_under(start, ties, now=above.now)
    units = _other_units(start, {child_id for child_id, _ in links})
    beside = {units[pk] for pk, parent_id in links if parent_id != start.pk and pk in units}
    helpers = {units[pk] for pk, parent_id in links if parent_id == start.pk and pk in units}
    return Sideways(
        helped=_teams((one.unit_id, one.unit.name) for one in parents if one.unit != start.unit),
        beside=_teams(beside),
        helpers=_teams(helpers),
    )


def _links_under(
    start: Objective, ties: list[Tie], *, now: datetime
) -> list[tuple[int, int | None]]:
    """What serves the objective, or serves what it serves: each child with its parent."""
    fresh = Q(state=ContributionLink.State.STALE, stale_since__gte=now - STALE_FOR)
    parents = [start.pk, *(tie.above_id for tie in ties if tie.above_id is not None)]
    priorities = [tie.priority_id for tie in ties if tie.priority_id is not None]
    links = ContributionLink.objects.filter(
        Q(state=ContributionLink.State.ACCEPTED) | fresh,
        Q(parent_objective__in=parents) | Q(parent_priority__in=priorities),
    )
    return list(links.values_list("child_id", "parent_objective_id"))


def _other_units(start: Objective, objective_ids: set[int]) -> dict[int, tuple[int, str]]:
    """Whose the agreed ones of the same year are, but for our own."""
    rows = Objective.objects.filter(
        pk__in=objective_ids, state__in=AGREED, cycle=start.cycle_id
    ).exclude(unit=start.unit_id)
    return {
        pk: (unit_id, name) for pk, unit_id, name in rows.values_list("pk", "unit", "unit__name")
    }


def _teams(units: Iterable[tuple[int, str]]) -> Teams:
    names = sorted(set(units), key=lambda unit: (unit[1], unit[0]))
    teams = [Team(unit_id=unit_id, name=name) for unit_id, name in names]
    return Teams(shown=teams[:SHOWN], total=len(teams))
