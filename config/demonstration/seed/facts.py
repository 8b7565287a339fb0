"""What each row of work says on a day: plain values, named as the tables' fields are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from config.demonstration import records
from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.organisation import Known
from config.demonstration.seed.ties import FINISHED, Tie, primary_of
from config.demonstration.seed.wordings import Said, Wording
from objectives.models import Cycle
from strategy.models import Priority

Facts = dict[str, Any]
OBJECTIVE_FACTS = ("state", "current_id", "proposed_at", "agreed_at", "is_local_reason_accepted")
LINK_FACTS = (
    "state",
    "is_primary",
    "stale_since",
    "answered_by",
    "answered_at",
    "reason",
)


@dataclass(frozen=True)
class Desk:
    """What the facts refer to."""

    known: Known
    cycle: Cycle
    priorities: dict[str, Priority]
    importer: str  # by whom work agreed before was brought in
    objective_keys: dict[str, int]
    version_keys: dict[tuple[str, int], int]
    moments: Moments

    def objective(
        self, one: records.Objective, told: Iterable[Wording], *, day: date, until: datetime
    ) -> Facts:
        """An objective at the end of a day; its newest words are those written by then."""
        written = [wording for wording in told if wording.written_at <= until]
        agreed = [w.agreed_at for w in written if w.agreed_at is not None and w.agreed_at <= until]
        proposed_on = None if one.imported_on else one.reached("proposed")
        proposed_at = proposed_on and self.moments.at(proposed_on, Hour.PROPOSED, of=one.ref)
        return {
            "organisation": self.known.organisation,
            "pk": self.objective_keys[one.ref],
            "cycle": self.cycle,
            "ref": one.ref,
            "unit": self.known.units[one.unit_code],
            "state": one.state_on(day),
            "origin": one.origin,
            "goal_type": one.goal_type,
            "local_reason": one.local_reason,
            "is_local_reason_accepted": one.is_local_reason_accepted and bool(agreed),
            "current_id": self.version_keys[one.ref, written[-1].number],
            "proposed_at": proposed_at if proposed_at and proposed_at <= until else None,
            "agreed_at": max(agreed, default=None),
            "imported_by": self.importer if one.imported_on else "",
            "imported_at": written[0].written_at if one.imported_on else None,
        }

    def version(self, one: records.Objective, wording: Wording) -> Facts:
        people = self.known.people
        return {
            "organisation": self.known.organisation,
            "pk": self.version_keys[one.ref, wording.number],
            "objective_id": self.objective_keys[one.ref],
            "number": wording.number,
            "title": one.title,
            "why": one.why,
            "behaviours": wording.behaviour,
            "scope": one.scope,
            "domain": one.domain,
            "target_date": wording.target_date,
            "answerable": people[one.answerable] if one.answerable else None,
            "written_by": people[wording.written_by] if wording.written_by else None,
            "written_at": wording.written_at,
        }

    def measures(self, one: records.Objective, wording: Wording) -> list[Facts]:
        return [
            {
                "organisation": self.known.organisation,
                "version_id": self.version_keys[one.ref, wording.number],
                "position": measure.position,
                "name": measure.name,
                "unit_name": measure.unit_name,
                "direction": measure.direction,
                "baseline": measure.baseline,
                "target": measure.target,
                "kind": measure.kind,
            }
            for measure in wording.measures
        ]

    def agreement(self, one: records.Objective, wording: Wording, said: Said) -> Facts:
        return {
            "organisation": self.known.organisation,
            "version_id": self.version_keys[one.ref, wording.number],
            "party": said.party,
            "person": self.known.people[said.staff_id],
            "response": said.response,
            "note": said.note,
            "made_at": said.at,
        }

    def withdrawal(self, one: records.Objective, *, asked_at: datetime) -> Facts:
        return {
            "organisation": self.known.organisation,
            "objective_id": self.objective_keys[one.ref],
            "party": "owner",
            "person": self.known.people[one.owner_signatory],
            "reason": one.closing_note,
            "asked_at": asked_at,
        }

    def link(self, tie: Tie, siblings: Iterable[Tie], *, day: date, until: datetime) -> Facts:
        """A link at the end of a day, with the last answer given by then."""
        link, state = tie.link, tie.state_on(day)
        is_of_objective = link.parent_kind == "objective"
        answered_at = tie.answered_by_then(until)
        return {
            "organisation": self.known.organisation,
            "child_id": self.objective_keys[link.child_ref],
            "parent_objective_id": (
                self.objective_keys[link.parent_ref] if is_of_objective else None
            ),
            "parent_priority": None if is_of_objective else self.priorities[link.parent_ref],
            "strength": link.strength,
            "rationale": link.rationale,
            "is_primary": primary_of(siblings, day) is tie,
            "state": state,
            "stale_since": tie.stale_since if state == "stale" else None,
            "proposed_by": self.known.people[tie.proposed_by],
            "proposed_at": tie.proposed_at,
            "answered_by": self.known.people[tie.answered_by] if answered_at else None,
            "answered_at": answered_at,
            "reason": tie.reason if state in FINISHED else "",
        }
