"""Turns settled sketches into objectives and links, with who writes, signs and answers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

from config.demonstration.cascade import Tie, Web
from config.demonstration.choosing import Sketch
from config.demonstration.people import Staff
from config.demonstration.records import Link, Measure, Moment, Objective
from config.demonstration.states import Settled, reason_of
from config.demonstration.strategy import cycle_of
from config.demonstration.structure import ROOT
from config.demonstration.timeline import CLOSED, link_history, month_end
from config.demonstration.timeline import objective_history as history_of
from config.demonstration.work import closing_words

# directorates whose general manager answers for nearly everything
OVERLOADED = frozenset({"OPM", "NUR", "EST", "AMH"})
UNANSWERED_SHARE = 0.035
UNANSWERED_DRAFT_SHARE = 0.5
NOBODY_ANSWERS = frozenset({("COM", "reach")})  # a division's objective without an answerable lead
BALANCED_SHARE = 0.5
STARTED_BY = {"OPM-HAW": "Staff nurse"}  # where somebody who leads nothing has a draft
EXPERIENCE = frozenset({"patient_experience", "staff_experience"})


class Writer:
    """Writes the objectives one by one, in the order of the sketches."""

    def __init__(
        self, staff: Staff, web: Web, settled: Settled, *, today: date, random: Random
    ) -> None:
        self.seniors = cache(staff.seniors)
        self.leads = cache(staff.leads)
        self.in_role = staff.in_role
        self.settled = settled
        self.today = today
        self.random = random
        self.words = closing_words()
        self.cycle = cycle_of(today)
        self.primary = {tie.child.ref: tie for tie in web.ties if tie.is_primary}
        self.crossing = {tie.child.ref for tie in settled.links if tie.crosses_divisions}
        self.sponsors: dict[str, str] = {}

    def objective(self, sketch: Sketch) -> Objective:
        state, days = self.settled.state[sketch.ref], self.settled.days[sketch.ref]
        history = history_of(state, days, today=self.today)
        owners = self.seniors(sketch.place.code)
        is_accepted = sketch.is_local and sketch.ref not in self.settled.unaccepted
        bare = state == "draft" and self.random.random() < 0.3
        return Objective(
            ref=sketch.ref,
            unit_code=sketch.place.code,
            title=sketch.aim.title,
            why="" if bare else sketch.work.why,
            behaviour=sketch.work.how,
            theme=sketch.theme.key,
            domain=sketch.theme.domain,
            scope=self._scope(sketch),
            origin=self._origin(sketch, history),
            goal_type="learning" if sketch.work.flag == "learning" else "performance",
            measures=() if bare else self._measures(sketch),
            target_date=self._target_date(state, history),
            answerable=self._answerable(sketch, state, owners),
            written_by=self._written_by(sketch, state, owners),
            owner_signatory=owners[0],
            parent_signatory=self._parent_signatory(sketch),
            state=state,
            local_reason=sketch.work.local_reason,
            is_local_reason_accepted=is_accepted,
            imported_on=history[0].on if self.settled.is_imported(sketch.ref) else None,
            counter_proposal=self._counter_proposal(history),
            closing_note=self._closing_note(state),
            history=history,
        )

    def link(self, tie: Tie) -> Link:
        state, days = self.settled.links[tie]
        history = link_history(state, days, today=self.today)
        return Link(
            child_ref=tie.child.ref,
            parent_ref=tie.parent_ref,
            parent_kind="objective" if tie.parent else "priority",
            strength=tie.strength,
            rationale=tie.rationale,
            is_primary=tie.is_primary,
            state=state,
            reason=reason_of(state, random=self.random),
            stale_since=history[-1].on if state == "stale" else None,
            history=history,
        )

    def _scope(self, sketch: Sketch) -> str:
        if sketch.place.code == ROOT:
            return "whole_organisation"
        if sketch.ref in self.crossing:
            return "cross_boundary"
        return "system" if sketch.theme.key == "joined" else "own_area"

    def _origin(self, sketch: Sketch, history: tuple[Moment, ...]) -> str:
        if sketch.place.code == ROOT and sketch.theme.priority_ref == "P2":
            return "imposed"
        if sketch.is_local or self.settled.example.get(sketch.ref) == "untied":
            return "local"
        return "negotiated" if any(m.state == "in_catchball" for m in history) else "cascaded"

    def _measures(self, sketch: Sketch) -> tuple[Measure, ...]:
        aim, theme, flag = sketch.aim, sketch.theme, sketch.work.flag
        kind = "experience" if theme.domain in EXPERIENCE or flag == "experience" else "outcome"
        if theme.domain in {"performance_target", "digital", "learning"}:
            kind = "process"
        first = Measure(
            aim.measure, aim.unit_name, aim.direction, aim.baseline, aim.target, kind, 1
        )
        watch = theme.balance
        if watch is None or self.random.random() > BALANCED_SHARE:
            return (first,)
        second = Measure(
            watch.name,
            watch.unit_name,
            watch.direction,
            watch.baseline,
            watch.target,
            "balancing",
            2,
        )
        return first, second

    def _target_date(self, state: str, history: tuple[Moment, ...]) -> date:
        """The end of the cycle for most, a nearer month's end for some."""
        if state in CLOSED:
            return month_end(history[-1].on)
        last = self.cycle.ends_on
        if last < self.today + timedelta(days=45):
            last = month_end(last + timedelta(days=180))
        nearer = month_end(self.today + timedelta(days=self.random.randint(30, 200)))
        return min(nearer, last) if self.random.random() < 0.45 else last

    def _answerable(self, sketch: Sketch, state: str, owners: list[str]) -> str | None:
        place = sketch.place
        if (place.code, sketch.theme.key) in NOBODY_ANSWERS:
            return None
        share = UNANSWERED_DRAFT_SHARE if state == "draft" else UNANSWERED_SHARE
        if place.depth == 3 and self.random.random() < share:
            return None
        if place.code == ROOT:
            return self.sponsors[sketch.theme.priority_ref]
        if place.directorate in OVERLOADED or place.code in OVERLOADED:
            if place.kind == "directorate" or self.random.random() < 0.22:
                return self.leads(place.directorate or place.code)[0]
        return owners[0] if self.random.random() < 0.4 else self.random.choice(owners[:4])

    def _written_by(self, sketch: Sketch, state: str, owners: list[str]) -> str:
        """The lead as a rule; not where the parent's side said yes and the lead has not."""
        drawn = owners[0] if self.random.random() < 0.6 else self.random.choice(owners)
        if state == "draft" and sketch.place.code in STARTED_BY:
            return self.in_role(sketch.place.code, STARTED_BY[sketch.place.code])
        tie = self.primary.get(sketch.ref)
        link_state = self.settled.links[tie][0] if tie in self.settled.links else ""
        is_half_way = state == "proposed" and link_state == "accepted"
        return owners[1] if is_half_way and drawn == owners[0] and owners[1:] else drawn

    def _parent_signatory(self, sketch: Sketch) -> str:
        """The lead of the unit that the primary link leads to, or the priority's sponsor."""
        tie = self.primary.get(sketch.ref)
        if tie is not None and tie.parent is None:
            return self.sponsors[tie.priority_ref]
        above = tie.parent.place.code if tie and tie.parent else sketch.place.parent_code or ROOT
        return self.leads(above)[0]

    def _counter_proposal(self, history: tuple[Moment, ...]) -> str:
        asked = any(moment.state == "in_catchball" for moment in history)
        return self.random.choice(self.words["asks"]) if asked else ""

    def _closing_note(self, state: str) -> str:
        return self.random.choice(self.words[state]) if state in {*CLOSED, "withdrawn"} else ""
