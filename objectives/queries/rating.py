"""Who may rate an objective and for which side, and what they may see of it."""

from __future__ import annotations

from dataclasses import dataclass

from objectives.figures import OWNER, PARENT
from objectives.models import ChallengeRating, ClarityAnswer, Objective
from objectives.queries.consent import material_number
from objectives.queries.sides import Sides, may_answer, sides_of
from people.policy import Standing

State = Objective.State
TO_RATE = (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)


@dataclass(frozen=True, kw_only=True)
class RatingOpen:
    """What one person may still say about how hard the words are."""

    party: str  # the side they rate for; "" where that is not theirs
    side: str
    is_shown: bool  # both sides have rated, so what was said stays
    own: ChallengeRating | None

    @property
    def may_rate(self) -> bool:
        return bool(self.party) and not self.is_shown


def rating_open(
    objective: Objective,
    *,
    standing: Standing,
    sides: Sides | None = None,
    floor: int | None = None,
) -> RatingOpen:
    """`sides` and `floor`, the number of the newest words that matter, where they are in hand."""
    if objective.state not in TO_RATE:
        return RatingOpen(party="", side="", is_shown=False, own=None)
    sides = sides or sides_of(objective)
    counts = material_number(objective.pk) if floor is None else floor
    given = list(
        ChallengeRating.objects.filter(
            version__objective=objective, version__number__gte=counts
        ).order_by("version__number")
    )
    mine = [one for one in given if one.person_id == standing.person_id]
    own = mine[-1] if mine else None
    party = own.party if own else party_rated_for(sides, standing=standing)
    side = sides.of(party) if party else None
    return RatingOpen(
        party=party,
        side=side.name if side else "",
        is_shown={one.party for one in given} >= {OWNER, PARENT},
        own=own,
    )


def party_rated_for(sides: Sides, *, standing: Standing) -> str:
    """The side whose questions come to them, else one they may answer for; owners first. Nobody
    rates for both: their second view would not be blind."""
    asked = [side for side in sides.all() if standing.person_id in side.asked()]
    able = [side for side in sides.all() if may_answer(standing, side)]
    first = next(iter([*asked, *able]), None)
    if first is None:
        return ""
    return PARENT if first.party == PARENT else OWNER


def may_say_how_clear(objective: Objective, *, standing: Standing) -> bool:
    """Members of the team whose objective it is, once it is more than a draft."""
    return objective.state in TO_RATE and objective.unit_id in standing.own_unit_ids


def own_clarity(objective: Objective, *, standing: Standing) -> int | None:
    """What this person answered about the words that count."""
    answers = ClarityAnswer.objects.filter(
        version__objective=objective,
        version__number__gte=material_number(objective.pk),
        person_id=standing.person_id,
    )
    return answers.order_by("-version__number").values_list("clarity", flat=True).first()
