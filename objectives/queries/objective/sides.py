"""Where each side stands, and what this viewer may do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from objectives.figures import ACCEPTING, PARENT, Event, state_after
from objectives.models import Agreement, Objective
from objectives.queries.consent import material_number
from objectives.queries.leaders import NOBODY
from objectives.queries.objective.history import AnswerLine
from objectives.queries.one_side import Acceptance, trouble_with_both_sides
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
    in_place_of: str  # the leader in whose place they would; "" in their own right
    withdraw: bool
    accept_reason: bool
    talk: bool
    speaks_for_parent: bool


def standing_lines(answers: Sequence[AnswerLine], *, floor: int) -> dict[str, AnswerLine]:
    """Each side's newest answer to the words that count."""
    return {answer.party: answer for answer in answers if answer.number >= floor}


def acceptances(said: Mapping[str, AnswerLine]) -> dict[str, Acceptance]:
    """`accepted_by` of answers already read."""
    return {
        party: Acceptance(one.person_id, one.on_behalf_of_id)
        for party, one in said.items()
        if one.is_accepted
    }


def accepted_by(objective: Objective, *, floor: int) -> dict[str, Acceptance]:
    """Who accepted the words that count, for each side whose newest answer that is."""
    answers = Agreement.objects.filter(
        version__objective=objective, version__number__gte=floor
    ).order_by("made_at", "pk")
    newest = {one.side: one for one in answers}
    return {
        party: Acceptance(one.person_id, one.on_behalf_of_id)
        for party, one in newest.items()
        if one.response in ACCEPTING
    }


def may_on(objective: Objective, *, standing: Standing) -> May:
    """What this person may do to an objective."""
    accepted = accepted_by(objective, floor=material_number(objective.pk))
    return may_do(objective, sides_of(objective), standing=standing, accepted_by=accepted)


def side_lines(
    objective: Objective, sides: Sides, said: dict[str, AnswerLine], by: dict[str, Acceptance]
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


def _asked(side: Side, by: dict[str, Acceptance]) -> frozenset[int]:
    return side.asked(but_not=NOBODY.union(*(one.people for one in _across(side, by))))


def _across(side: Side, by: dict[str, Acceptance]) -> list[Acceptance]:
    """Who accepted for a side across the table from this one."""
    is_parent = side.party == PARENT
    return [one for party, one in by.items() if (party == PARENT) != is_parent]


def may_do(
    objective: Objective, sides: Sides, *, standing: Standing, accepted_by: dict[str, Acceptance]
) -> May:
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=objective.unit_id)
    for_owner = any(may_answer(standing, side) for side in (sides.owner, *sides.joint))
    for_parent = may_answer(standing, sides.parent)
    is_agreed = state_after(objective.state, Event.CYCLE_WENT_LIVE) or objective.state == "live"
    own_words = state_after(objective.state, Event.REWORDED_BY_OWNER)
    their_words = state_after(objective.state, Event.REWORDED_BY_PARENT)
    can_go = state_after(objective.state, Event.WITHDRAWN) is not None
    is_draft = objective.state == Objective.State.DRAFT
    party = _party(objective, sides, standing=standing, accepted_by=accepted_by)
    return May(
        write=writes and objective.state not in FINISHED,
        propose=writes and is_draft,
        reword=bool(
            own_words and (writes or for_owner and not is_draft) or their_words and for_parent
        ),
        answer_for=party,
        in_place_of=_in_place_of(sides.of(party), standing),
        withdraw=can_go and bool(writes or for_owner or is_agreed and for_parent),
        accept_reason=_reason_waits(objective, sides) and for_parent,
        talk=not is_draft
        and objective.state not in FINISHED
        and (writes or for_owner or for_parent),
        speaks_for_parent=for_parent and _in_own_right(sides.parent, standing),
    )


def _in_own_right(side: Side | None, standing: Standing) -> bool:
    return side is not None and side.leader_behind(standing.person_id) is None


def _in_place_of(side: Side | None, standing: Standing) -> str:
    leader_id = side.leader_behind(standing.person_id) if side else None
    if leader_id is None:
        return ""
    return Person.objects.filter(pk=leader_id).values_list("name", flat=True).first() or ""


def _party(
    objective: Objective, sides: Sides, *, standing: Standing, accepted_by: dict[str, Acceptance]
) -> str:
    """The side they would answer for: the one whose question comes to them, if both could be."""
    if objective.state not in TALKING:
        return ""
    open_to_me = [
        side
        for side in sides.all()
        if side.party not in accepted_by
        and may_answer(standing, side)
        and not trouble_with_both_sides(
            sides, side, person_id=standing.person_id, across=_across(side, accepted_by)
        )
    ]
    first = sorted(open_to_me, key=lambda side: standing.person_id not in side.asked())
    return first[0].party if first else ""


def _reason_waits(objective: Objective, sides: Sides) -> bool:
    has_reason = bool(objective.local_reason) and not objective.is_local_reason_accepted
    return has_reason and objective.state in (Objective.State.AGREED, Objective.State.LIVE)
