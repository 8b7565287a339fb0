"""Whether a whole team stands behind an objective's words, and who of it is still asked."""

from __future__ import annotations

from objectives.figures.consent import Consent, consent_of
from objectives.models import ConsentRound, TeamAnswer


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
