"""Everything one objective's page says: a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from objectives.models import Objective, ObjectiveVersion, Withdrawal
from objectives.queries.leaders import leaders
from objectives.queries.objective.conversation import Said, conversation
from objectives.queries.objective.history import (
    AnswerLine,
    answer_lines,
    measure_in_words,
    measures_of,
    version_rows,
)
from objectives.queries.objective.links import (
    LinkLine,
    links_down,
    links_up,
    main_of,
    rows_up,
    units_served,
)
from objectives.queries.objective.sides import (
    May,
    SideLine,
    acceptances,
    may_do,
    side_lines,
    standing_lines,
)
from objectives.queries.objective.thread import Step, threads
from objectives.queries.parts import PriorityName, Tag, priorities_in_force, tag_of
from objectives.queries.sides import Sides, joint_units, sides_along
from people.policy import Standing

__all__ = ["AnswerLine", "LinkLine", "May", "ObjectivePage", "SideLine", "Step", "objective_page"]


@dataclass(frozen=True, kw_only=True)
class ObjectivePage:
    objective_id: int
    ref: str
    title: str
    state: Tag
    is_draft: bool
    unit_id: int
    unit: str
    cycle: str
    floor: int  # the number of the newest words that matter
    measures: list[str]
    is_learning: bool
    local_reason: str
    is_local_reason_accepted: bool
    agreed_before: tuple[str, datetime] | None  # who imported it, and when
    agreed_at: datetime | None
    waiting_since: datetime | None
    withdrawal: str
    threads: list[list[Step]]
    links_up: list[LinkLine]
    links_down: list[LinkLine]
    sides: list[SideLine]
    conversation: list[Said]
    between: Sides
    priorities: dict[int, PriorityName]
    words: ObjectiveVersion  # the newest, with its measures
    may: May

    @property
    def said_no(self) -> SideLine | None:
        """The side whose no stands, while the two still talk."""
        return next((side for side in self.sides if side.has_said_no), None)

    @property
    def is_talking(self) -> bool:
        return any(side.is_talking for side in self.sides)

    @property
    def is_ahead(self) -> bool:
        """It goes on without agreement about the words that count."""
        return self.is_talking and any(
            said.kind == "ahead" and said.number >= self.floor for said in self.conversation
        )


def objective_page(objective: Objective, *, standing: Standing) -> ObjectivePage:
    up, joint, priorities = rows_up(objective), joint_units(objective.pk), priorities_in_force()
    known = leaders(of=[objective.unit_id, *joint, *units_served(up)])
    versions, answers = version_rows(objective.pk), answer_lines(objective.pk)
    current = versions[-1]
    material = next(version for version in reversed(versions) if version.is_material)
    said = standing_lines(answers, floor=material.number)
    accepted = acceptances(said)
    sides = sides_along(main_of(up), objective, joint, known=known)
    return ObjectivePage(
        objective_id=objective.pk,
        ref=objective.ref,
        title=current.title,
        state=tag_of(objective.state),
        is_draft=objective.state == Objective.State.DRAFT,
        unit_id=objective.unit_id,
        unit=objective.unit.name,
        cycle=objective.cycle.name,
        floor=material.number,
        measures=[measure_in_words(measure) for measure in measures_of(current)],
        is_learning=objective.goal_type == Objective.GoalType.LEARNING,
        local_reason=objective.local_reason,
        is_local_reason_accepted=objective.is_local_reason_accepted,
        agreed_before=_agreed_before(objective),
        agreed_at=objective.agreed_at,
        waiting_since=_waiting_since(objective, material),
        withdrawal=_withdrawal(objective),
        threads=threads(objective.pk, standing=standing, priorities=priorities),
        links_up=links_up(objective, up, standing=standing, known=known, priorities=priorities),
        links_down=links_down(objective, standing=standing, known=known),
        sides=side_lines(objective, sides, said, accepted),
        conversation=conversation(objective.pk, versions, answers, me=standing.person_id),
        between=sides,
        priorities=priorities,
        words=current,
        may=may_do(objective, sides, standing=standing, accepted_by=accepted),
    )


def _agreed_before(objective: Objective) -> tuple[str, datetime] | None:
    is_agreed = objective.state in (Objective.State.AGREED, Objective.State.LIVE)
    at = objective.imported_at if is_agreed and objective.was_agreed_before else None
    return (objective.imported_by, at) if at else None


def _waiting_since(objective: Objective, material: ObjectiveVersion) -> datetime | None:
    """Since it was proposed or, where that came later, since the words that count."""
    at = objective.proposed_at
    return max(material.written_at, at) if at else None


def _withdrawal(objective: Objective) -> str:
    """Why it was, or is wished to be, withdrawn."""
    wish = Withdrawal.objects.filter(objective=objective).select_related("person").first()
    return f"{wish.person.name}: {wish.reason}" if wish else ""
