"""Where each side stands, and what this viewer may do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from objectives.figures import ACCEPTING, PARENT, Event, state_after
from objectives.models import Agreement, Objective
from objectives.queries.consent import material_number
from objectives.queries.objective.history import AnswerLine
from objectives.queries.sides import Side, Sides, may_answer, sides_of
from people.models import Person
from people.policy import Action, Standing

TALKING = (Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)
FINISHED = (
    Objective.State.WITHDRAWN,
    Objective.State.ACHIEVED,
    Objective.State.PARTLY,
    Objective.State.NOT_ACHIEVED,
)


@dataclass(frozen=True, kw_only=True)
class SideLine:
    """One side, its answer to the words that count, and who is asked while there is none."""

    party: str
    name: str
    answer: AnswerLine | None
    asked: list[str]
    is_waiting: bool
    is_talking: bool

    @property
    def has_said_no(self) -> bool:
        return self.is_talking and self.answer is not None and not self.answer.is_accepted


@dataclass(frozen=True, kw_only=True)
class May:
    """What this viewer may do to an objective as it is now."""

    write: bool
    propose: bool
    reword: bool
    answer_for: str  # the side they would answer for; "" for neither
    withdraw: bool
    accept_reason: bool
    talk: bool
    speaks_for_parent: bool


def standing_lines(answers: Sequence[AnswerLine], *, floor: int) -> dict[str, AnswerLine]:
    """Each side's newest answer to the words that count."""
    return {answer.party: answer for answer in answers if answer.number >= floor}


def accepted_by(objective: Objective, *, floor: int) -> dict[str, int]:
    """Who accepted the words that count, for each side whose newest answer that is."""
    answers = Agreement.objects.filter(
        version__objective=objective, version__number__gte=floor
    ).order_by("made_at", "pk")
    newest = {one.side: one for one in answers}
    return {party: one.person_id for party, one in newest.items() if one.response in ACCEPTING}


def may_on(objective: Objective, *, standing: Standing) -> May:
    """What this person may do to an objective."""
    accepted = accepted_by(objective, floor=material_number(objective.pk))
    return may_do(objective, sides_of(objective), standing=standing, accepted_by=accepted)


def side_lines(
    objective: Objective, sides: Sides, said: dict[str, AnswerLine], by: dict[str, int]
) -> list[SideLine]:
    wanted = {side.party: _asked(side, by) for side in sides.all()}
    ids = frozenset[int]().union(*wanted.values())
    names = dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [
        SideLine(
            party=side.party,
            name=side.name,
            answer=said.get(side.party),
            asked=sorted(names[pk] for pk in wanted[side.party] if pk in names),
            is_waiting=objective.state in TALKING and side.party not in said,
            is_talking=objective.state in TALKING,
        )
        for side in sides.all()
    ]


def _asked(side: Side, by: dict[str, int]) -> frozenset[int]:
    return side.asked(but_not=_across(side, by))


def _across(side: Side, by: dict[str, int]) -> frozenset[int]:
    """Who accepted for a side across the table from this one."""
    is_parent = side.party == PARENT
    return frozenset(pk for party, pk in by.items() if (party == PARENT) != is_parent)


def may_do(
    objective: Objective, sides: Sides, *, standing: Standing, accepted_by: dict[str, int]
) -> May:
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=objective.unit_id)
    for_owner = any(may_answer(standing, side) for side in (sides.owner, *sides.joint))
    for_parent = may_answer(standing, sides.parent)
    is_agreed = state_after(objective.state, Event.CYCLE_WENT_LIVE) or objective.state == "live"
    own_words = state_after(objective.state, Event.REWORDED_BY_OWNER)
    their_words = state_after(objective.state, Event.REWORDED_BY_PARENT)
    can_go = state_after(objective.state, Event.WITHDRAWN) is not None
    is_draft = objective.state == Objective.State.DRAFT
    return May(
        write=writes and objective.state not in FINISHED,
        propose=writes and is_draft,
        reword=bool(
            own_words and (writes or for_owner and not is_draft) or their_words and for_parent
        ),
        answer_for=_party(objective, sides, standing=standing, accepted_by=accepted_by),
        withdraw=can_go and bool(writes or for_owner or is_agreed and for_parent),
        accept_reason=_reason_waits(objective, sides) and for_parent,
        talk=not is_draft
        and objective.state not in FINISHED
        and (writes or for_owner or for_parent),
        speaks_for_parent=for_parent,
    )


def _party(
    objective: Objective, sides: Sides, *, standing: Standing, accepted_by: dict[str, int]
) -> str:
    """The side they would answer for: the one whose question comes to them, if both could be."""
    if objective.state not in TALKING:
        return ""
    open_to_me = [
        side
        for side in sides.all()
        if side.party not in accepted_by
        and may_answer(standing, side)
        and not _answered_for_other(side, standing, accepted_by)
    ]
    first = sorted(open_to_me, key=lambda side: standing.person_id not in side.asked())
    return first[0].party if first else ""


def _answered_for_other(side: Side, standing: Standing, accepted_by: dict[str, int]) -> bool:
    is_me = standing.person_id in _across(side, accepted_by)
    return is_me and bool(side.able() - {standing.person_id})


def _reason_waits(objective: Objective, sides: Sides) -> bool:
    has_reason = bool(objective.local_reason) and not objective.is_local_reason_accepted
    return has_reason and objective.state in (Objective.State.AGREED, Objective.State.LIVE)
