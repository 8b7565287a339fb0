"""The four lights of objectives: computed here and nowhere else, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from django.utils.timezone import localtime

from objectives.figures import OWNER, PARENT, joint_party
from objectives.figures.lights import (
    Answered,
    Connected,
    Lights,
    Measurement,
    Quality,
    Rated,
    Talk,
    Worded,
    agreed,
    aligned,
    challenging,
    clear,
    measured_stretch,
    withdrawn,
)
from objectives.figures.likeness import is_copied
from objectives.models import Measure, Objective
from objectives.queries.lights import reading
from objectives.queries.parts import PriorityName, priorities_in_force
from objectives.queries.reach import priorities_reached
from people.tenancy import organisation_in_force

State = Objective.State
TO_RATE = (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)
SERVED = "The side it serves"


def lights_of(
    objectives: Iterable[Objective],
    *,
    now: datetime,
    priorities: Mapping[int, PriorityName] | None = None,
    is_brief: bool = False,
) -> dict[int, Lights]:
    """By the objective's key. Each comes with `current` and `unit`. What is brief says the same,
    but leaves out what past values say of the target."""
    found = [one for one in objectives if one.current is not None]
    facts = _read(found, now=now, priorities=priorities, is_brief=is_brief)
    return {one.pk: _judge(one, facts) for one in found}


@dataclass(frozen=True, kw_only=True)
class _Facts:
    now: datetime
    floor_of_group: int
    titles: Mapping[int, str]
    reached: Mapping[int, Collection[int]]
    would_reach: Mapping[int, Collection[int]]
    measures: Mapping[int, list[Measure]]
    said: reading.Answers
    consents: Mapping[int, bool]


def _read(
    found: Collection[Objective],
    *,
    now: datetime,
    priorities: Mapping[int, PriorityName] | None,
    is_brief: bool,
) -> _Facts:
    ids = [one.pk for one in found]
    names = priorities_in_force() if priorities is None else priorities
    said = reading.answers_about(ids, with_values=not is_brief)
    reached = priorities_reached(ids, now=now)
    return _Facts(
        now=now,
        floor_of_group=organisation_in_force().small_group_floor,
        titles={pk: name.title for pk, name in names.items()},
        reached=reached,
        would_reach=reading.would_reach([pk for pk in ids if not reached.get(pk)]),
        measures=reading.measures_by_version([one.current_id for one in found if one.current_id]),
        said=said,
        consents=said.consents,
    )


def _judge(one: Objective, facts: _Facts) -> Lights:
    if one.state == State.WITHDRAWN:
        gone = [withdrawn(quality) for quality in Quality]
        return Lights(clear=gone[0], aligned=gone[1], agreed=gone[2], challenging=gone[3])
    measures = facts.measures.get(one.current_id or 0, [])
    answers = list(facts.said.clarity.get(one.pk, {}).values())
    return Lights(
        clear=clear(_worded(one, measures), answers=answers, floor=facts.floor_of_group),
        aligned=aligned(_connected(one, facts)),
        agreed=agreed(_talk(one, facts)),
        challenging=challenging(_rated(one, measures, facts)),
    )


def _worded(one: Objective, measures: Collection[Measure]) -> Worded:
    words = one.current
    if words is None:
        return Worded(title="")
    return Worded(
        title=words.title,
        has_reason=bool(words.why),
        measures=[
            Measurement(
                unit_name=measure.unit_name,
                direction=measure.direction,
                has_baseline=measure.baseline is not None,
                has_target=measure.target is not None,
            )
            for measure in measures
        ],
        has_date=words.target_date is not None,
        has_answerable=words.answerable_id is not None,
        is_learning=one.goal_type == Objective.GoalType.LEARNING,
        says_what_will_be_known=bool(words.will_know),
        says_why_no_measure=bool(words.no_measure_reason),
    )


def _connected(one: Objective, facts: _Facts) -> Connected:
    tie = facts.said.ties.get(one.pk) or reading.Ties()
    is_lost = tie.lost_at is not None and not tie.standing
    return Connected(
        reached=_titled(facts.reached.get(one.pk, ()), facts),
        would_reach=_titled(facts.would_reach.get(one.pk, ()), facts),
        stale_links=tie.stale,
        has_link=bool(tie.standing),
        has_local_reason=bool(one.local_reason),
        is_local_accepted=one.is_local_reason_accepted,
        is_draft=one.state == State.DRAFT,
        is_copied=_is_copied(one, facts),
        lost_days_ago=(facts.now - tie.lost_at).days if is_lost and tie.lost_at else None,
    )


def _is_copied(one: Objective, facts: _Facts) -> bool:
    served = facts.said.served.get(one.pk, ())
    titles = [title or facts.titles.get(priority_id or 0, "") for title, priority_id in served]
    return one.current is not None and any(is_copied(one.current.title, it) for it in titles)


def _titled(priority_ids: Collection[int], facts: _Facts) -> list[str]:
    """In the strategy's order; what is no longer in force leads nowhere."""
    return [title for pk, title in facts.titles.items() if pk in priority_ids]


def _talk(one: Objective, facts: _Facts) -> Talk:
    given = facts.said.given.get(one.pk, {})
    sides = {OWNER: one.unit.name}
    sides |= {joint_party(unit_id): name for unit_id, name in facts.said.joint.get(one.pk, [])}
    sides[PARENT] = SERVED
    return Talk(
        state=one.state,
        answers=[
            Answered(side=name, response=said.response, number=said.number)
            if (said := given.get(party))
            else Answered(side=name)
            for party, name in sides.items()
        ],
        is_agreed_before=one.was_agreed_before,
        was_ever_agreed=one.agreed_at is not None,
        team_decides=one.decides == Objective.Decides.TEAM,
        is_consent_met=facts.consents.get(one.pk),
        goes_ahead=one.pk in facts.said.going_ahead,
    )


def _rated(one: Objective, measures: Collection[Measure], facts: _Facts) -> Rated:
    given = facts.said.ratings.get(one.pk, {})
    ways = {measure.direction for measure in measures}
    return Rated(
        owner=list(given.get(OWNER, {}).values()),
        parent=list(given.get(PARENT, {}).values()),
        is_maintained=ways == {Measure.Direction.MAINTAIN},
        is_learning=one.goal_type == Objective.GoalType.LEARNING,
        complexity=one.current.complexity if one.current else None,
        stretch=_stretch(one, measures, facts),
        may_be_rated=one.state in TO_RATE,
    )


def _stretch(one: Objective, measures: Collection[Measure], facts: _Facts) -> float | None:
    """Of the first measure, over as many past values as lie between the first and the date."""
    first = next(iter(measures), None)
    date = one.current.target_date if one.current else None
    ways = (Measure.Direction.UP, Measure.Direction.DOWN)
    if first is None or first.direction not in ways or first.baseline is None or date is None:
        return None
    past = facts.said.past.get((one.pk, first.name), [])
    if first.target is None or len(past) < 2:
        return None
    gap = median((later[0] - at[0]).days for at, later in zip(past, past[1:], strict=False))
    ahead = (date - localtime(past[0][0]).date()).days
    return measured_stretch(
        is_downward=first.direction == Measure.Direction.DOWN,
        change=float(first.target - first.baseline),
        past=[value for _, value in past],
        steps=max(1, round(ahead / gap)) if gap else 1,
    )
