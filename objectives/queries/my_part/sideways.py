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
    return Sideways(
        helped=_teams((one.unit_id, one.unit.name) for one in parents if one.unit != start.unit),
        beside=_children(start, _same_parents(ties), now=above.now),
        helpers=_children(start, Q(parent_objective=start), now=above.now),
    )


def _same_parents(ties: list[Tie]) -> Q:
    return Q(parent_objective__in=[tie.above_id for tie in ties if tie.above_id is not None]) | Q(
        parent_priority__in=[tie.priority_id for tie in ties if tie.priority_id is not None]
    )


def _children(start: Objective, under: Q, *, now: datetime) -> Teams:
    fresh = Q(state=ContributionLink.State.STALE, stale_since__gte=now - STALE_FOR)
    links = (
        ContributionLink.objects.filter(Q(state=ContributionLink.State.ACCEPTED) | fresh)
        .filter(under, child__state__in=AGREED, child__cycle=start.cycle_id)
        .exclude(child__unit=start.unit_id)
    )
    return _teams(links.values_list("child__unit_id", "child__unit__name").distinct())


def _teams(units: Iterable[tuple[int, str]]) -> Teams:
    names = sorted(set(units), key=lambda unit: (unit[1], unit[0]))
    teams = [Team(unit_id=unit_id, name=name) for unit_id, name in names]
    return Teams(shown=teams[:SHOWN], total=len(teams))
