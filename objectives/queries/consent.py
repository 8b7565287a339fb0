"""Whether a whole team stands behind an objective's words, and who of it is still asked."""

from __future__ import annotations

from dataclasses import dataclass

from objectives.figures.consent import Consent, consent_of
from objectives.models import (
    ConsentRound,
    JointOwner,
    Objective,
    ObjectiveVersion,
    TeamAnswer,
)

TALKING = (Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)


def newest_round(objective_id: int, *, floor: int) -> ConsentRound | None:
    """The round about the words that count; an older version's lapsed with its words."""
    rounds = ConsentRound.objects.filter(
        version__objective_id=objective_id, version__number__gte=floor
    )
    return rounds.select_related("unit", "version").order_by("-version__number").first()


def consent_in(consent: ConsentRound) -> Consent:
    answers = TeamAnswer.objects.filter(consent=consent)
    return consent_of(list(answers.values_list("response", flat=True)))


def team_consents(objective_id: int, *, floor: int) -> bool:
    """Met for the words that count (figures.consent)."""
    found = newest_round(objective_id, floor=floor)
    return found is not None and consent_in(found).is_met


def may_stand_behind(objective: Objective, *, person_id: int) -> bool:
    """They are asked about the words that count, and it is not decided yet."""
    if objective.decides != Objective.Decides.TEAM or objective.state not in TALKING:
        return False
    found = newest_round(objective.pk, floor=material_number(objective.pk))
    return TeamAnswer.objects.filter(consent=found, person_id=person_id).exists()


def material_number(objective_id: int) -> int:
    """The number of the newest version whose words matter."""
    versions = ObjectiveVersion.objects.filter(objective_id=objective_id, is_material=True)
    return versions.order_by("-number").values_list("number", flat=True).first() or 1


@dataclass(frozen=True, kw_only=True)
class Owning:
    """Who decides and who owns it together, as the page says it."""

    team_decides: bool
    is_asked: bool  # the team, about the words that count
    consent: Consent | None
    asks_me: bool
    my_answer: str
    joint: list[tuple[int, str]]


def owning(objective: Objective, *, floor: int, me: int) -> Owning:
    """Three queries at most."""
    is_team = objective.decides == Objective.Decides.TEAM
    found = newest_round(objective.pk, floor=floor) if is_team else None
    answers = list(TeamAnswer.objects.filter(consent=found)) if found else []
    mine = next((answer for answer in answers if answer.person_id == me), None)
    joint = JointOwner.objects.filter(objective=objective).select_related("unit").order_by("pk")
    return Owning(
        team_decides=is_team,
        is_asked=found is not None,
        consent=consent_of([answer.response for answer in answers]) if found else None,
        asks_me=mine is not None and objective.state in TALKING,
        my_answer=mine.get_response_display() if mine and mine.response else "",
        joint=[(owner.unit_id, owner.unit.name) for owner in joint],
    )
