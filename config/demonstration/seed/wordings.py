"""An objective's versions and what each side said to them, told from its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from config.demonstration.records import Measure, Objective
from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.timeline import month_end

OWNER, PARENT = "owner", "parent_owner"
ACCEPT, DECLINE = "accept", "decline"
MONTH, QUARTER = timedelta(days=31), timedelta(days=92)


@dataclass(frozen=True)
class Said:
    """One side's answer to one wording."""

    party: str
    staff_id: str
    response: str
    note: str
    at: datetime


@dataclass(frozen=True)
class Wording:
    """The words of one version, where they differ from the last, and what was said to them."""

    number: int
    written_at: datetime
    written_by: str | None
    target_date: date
    behaviour: str
    measures: tuple[Measure, ...]
    said: tuple[Said, ...] = ()

    @property
    def agreed_at(self) -> datetime | None:
        """When the second of both sides accepted."""
        accepted = {said.party: said.at for said in self.said if said.response == ACCEPT}
        return max(accepted.values()) if set(accepted) == {OWNER, PARENT} else None


@dataclass(frozen=True)
class Sides:
    """Who speaks: those asked on the owner's side, one for each side, and since when above."""

    asked: frozenset[str]
    owner: str
    parent: str
    parent_accepted_on: date | None  # before the owner's side did


class Teller:
    """Tells one objective's wordings."""

    def __init__(self, objective: Objective, sides: Sides, *, moments: Moments) -> None:
        self.objective = objective
        self.sides = sides
        self.moments = moments

    def wordings(self, *, reworded_on: Iterable[date]) -> tuple[Wording, ...]:
        """First words, those found by talking, then each later change; the last are today's."""
        agreed_on = self.objective.reached("agreed")
        was_talked_over = agreed_on is not None and self.objective.reached("in_catchball")
        talked_over = [agreed_on] if agreed_on is not None and was_talked_over else []
        changes = [*((day, MONTH) for day in talked_over)]
        changes += [(day, QUARTER) for day in sorted(reworded_on)]
        told = [self._wording(number, day) for number, (day, _) in enumerate(changes, start=2)]
        told.insert(0, self._first(is_settled=bool(agreed_on) and not talked_over))
        for place in range(len(changes), 0, -1):
            earlier = month_end(told[place].target_date - changes[place - 1][1])
            told[place - 1] = replace(told[place - 1], target_date=earlier)
        return (_without_what_came_later(told[0]) if talked_over else told[0], *told[1:])

    def _first(self, *, is_settled: bool) -> Wording:
        start = self.objective.history[0].on
        wording = Wording(
            number=1,
            written_at=self._at(start, Hour.WRITTEN),
            written_by=None if self.objective.imported_on else self.objective.written_by,
            target_date=self.objective.target_date,
            behaviour=self.objective.behaviour,
            measures=self.objective.measures,
        )
        return replace(wording, said=tuple(self._said_first(is_settled=is_settled)))

    def _said_first(self, *, is_settled: bool) -> list[Said]:
        """Whoever proposes accepts, if asked; above, they accept, or decline and say why."""
        objective, sides, said = self.objective, self.sides, []
        proposed_on = objective.reached("proposed")
        countered_on, agreed_on = objective.reached("in_catchball"), objective.reached("agreed")
        is_accepted_by_proposer = objective.written_by in sides.asked
        if proposed_on is not None and is_accepted_by_proposer:
            said.append(self._accept(OWNER, objective.written_by, proposed_on, Hour.PROPOSED))
        elif agreed_on is not None and is_settled:
            said.append(self._accept(OWNER, sides.owner, agreed_on, Hour.OWNER_AGREED))
        elif sides.parent_accepted_on is not None:
            said.append(self._accept(PARENT, sides.parent, sides.parent_accepted_on, Hour.ANSWERED))
        if countered_on is not None:
            at = self._at(countered_on, Hour.ANSWERED)
            said.append(Said(PARENT, sides.parent, DECLINE, objective.counter_proposal, at))
        elif agreed_on is not None and is_settled:
            said.append(self._accept(PARENT, sides.parent, agreed_on, Hour.PARENT_AGREED))
        return said

    def _wording(self, number: int, day: date) -> Wording:
        """Words written anew and accepted by both sides the same day."""
        return Wording(
            number=number,
            written_at=self._at(day, Hour.REWORDED),
            written_by=self.sides.owner,
            target_date=self.objective.target_date,
            behaviour=self.objective.behaviour,
            measures=self.objective.measures,
            said=(
                self._accept(OWNER, self.sides.owner, day, Hour.OWNER_AGREED),
                self._accept(PARENT, self.sides.parent, day, Hour.PARENT_AGREED),
            ),
        )

    def _accept(self, party: str, staff_id: str, day: date, hour: Hour) -> Said:
        return Said(party, staff_id, ACCEPT, "", self._at(day, hour))

    def _at(self, day: date, hour: Hour) -> datetime:
        return self.moments.at(day, hour, of=self.objective.ref)


def _without_what_came_later(first: Wording) -> Wording:
    """Before the two sides talked, nobody had a starting figure or said what people would see."""
    measures = tuple(replace(measure, baseline=None) for measure in first.measures)
    return replace(first, behaviour="", measures=measures)
