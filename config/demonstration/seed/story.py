"""The whole story of the fictional trust's work: every wording and tie, with its moments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from config.demonstration.records import Demonstration, Link, Objective
from config.demonstration.seed.moments import Moments
from config.demonstration.seed.ties import Tie, tell_tie
from config.demonstration.seed.wordings import Sides, Teller, Wording
from config.demonstration.structure import ROOT


@dataclass(frozen=True)
class Story:
    wordings: dict[str, tuple[Wording, ...]]  # by the objective's reference
    ties: tuple[Tie, ...]


class StoryTeller:
    def __init__(self, trust: Demonstration, *, moments: Moments) -> None:
        self.trust = trust
        self.moments = moments
        self.objectives = {objective.ref: objective for objective in trust.objectives}
        self.sponsors = {p.ref: p.sponsor_staff_id for p in trust.strategy.priorities}
        self.seats = [seat.staff_id for seat in trust.board.seats]
        self.leads = _leads_of(trust)
        self.main = {link.child_ref: link for link in trust.links if link.is_primary}

    def story(self) -> Story:
        """Objectives first, because what is said to a link hangs on the words of both its ends."""
        changed = self._days_reworded()
        wordings = {
            ref: Teller(objective, self._sides(objective), moments=self.moments).wordings(
                reworded_on=changed[ref]
            )
            for ref, objective in self.objectives.items()
        }
        return Story(wordings, tuple(self._tie(link, wordings) for link in self.trust.links))

    def _days_reworded(self) -> dict[str, set[date]]:
        """A link goes stale when the words of what it serves change."""
        days: dict[str, set[date]] = defaultdict(set)
        for link in self.trust.links:
            if link.stale_since is not None and link.parent_kind == "objective":
                days[link.parent_ref].add(link.stale_since)
        return days

    def _sides(self, objective: Objective) -> Sides:
        parent = objective.parent_signatory
        owner = objective.owner_signatory if objective.owner_signatory != parent else self.seats[0]
        asked = {*self.leads[objective.unit_code], objective.answerable}
        if objective.unit_code == ROOT:
            asked.update(self.seats)
        main = self.main.get(objective.ref)
        is_held = objective.state == "proposed" and main is not None and main.state == "accepted"
        return Sides(
            asked=frozenset(filter(None, asked)) - {parent},
            owner=owner,
            parent=parent,
            parent_accepted_on=main.history[-1].on if main is not None and is_held else None,
        )

    def _tie(self, link: Link, wordings: dict[str, tuple[Wording, ...]]) -> Tie:
        parent = self.objectives.get(link.parent_ref)
        return tell_tie(
            link,
            child=self.objectives[link.child_ref],
            parent=parent,
            answerer=parent.owner_signatory if parent else self.sponsors[link.parent_ref],
            wordings=(*wordings[link.child_ref], *wordings.get(link.parent_ref, ())),
            moments=self.moments,
        )


def _leads_of(trust: Demonstration) -> dict[str, set[str]]:
    leads: dict[str, set[str]] = defaultdict(set)
    for row in trust.assignments:
        if row.is_lead and row.ended_on is None:
            leads[row.unit_code].add(row.staff_id)
    return leads
