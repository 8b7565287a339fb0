"""How hard and how doable an objective is, said by each side unseen; how clear, by its team."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.models import ChallengeRating, ClarityAnswer, Objective
from objectives.queries.rating import may_say_how_clear, rating_open
from objectives.services.common import locked, note_change, words_of
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force


@transaction.atomic
def rate(
    *,
    objective: Objective,
    number: int,
    challenge: int,
    feasibility: int,
    commitment: int,
    by: Person,
    standing: Standing,
    now: datetime,
) -> ChallengeRating:
    """One person's view for their side. It may be changed until both sides have rated: from then
    on it would no longer be given unseen."""
    objective = locked(objective)
    found = rating_open(objective, standing=standing)
    if not found.party:
        raise NotTheirs
    words = words_of(objective)
    if words.number != number:
        raise WordsChanged
    if found.is_shown:
        raise Refused("Both sides have rated these words, so what each said stays as it is")
    rating, _ = ChallengeRating.objects.update_or_create(
        organisation=organisation_in_force(),
        version=words,
        party=found.party,
        person=by,
        defaults={
            "challenge": challenge,
            "feasibility": feasibility,
            "commitment": commitment,
            "rated_at": now,
        },
    )
    note_change(now=now)
    return rating


@transaction.atomic
def say_how_clear(
    *,
    objective: Objective,
    number: int,
    clarity: int,
    by: Person,
    standing: Standing,
    now: datetime,
) -> ClarityAnswer:
    """A member of the team says whether it is clear what is asked of them."""
    objective = locked(objective)
    if not may_say_how_clear(objective, standing=standing):
        raise NotTheirs
    words = words_of(objective)
    if words.number != number:
        raise WordsChanged
    answer, _ = ClarityAnswer.objects.update_or_create(
        organisation=organisation_in_force(),
        version=words,
        person=by,
        defaults={"clarity": clarity, "answered_at": now},
    )
    note_change(now=now)
    return answer
