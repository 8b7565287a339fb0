"""Small contributions: a sentence about what somebody did for an objective."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.models import ContributionNote, Objective
from objectives.services.refusals import NotTheirs, Refused
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force


@transaction.atomic
def note_contribution(
    *, objective: Objective, words: str, by: Person, standing: Standing, now: datetime
) -> ContributionNote:
    """Anyone who sees an objective says in a sentence what they did for it."""
    if not Objective.objects.visible_to(standing).filter(pk=objective.pk).exists():
        raise NotTheirs
    if not words.strip():
        raise Refused("Say in a sentence what you did", field="words")
    return ContributionNote.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        person=by,
        words=words.strip(),
        written_at=now,
    )


@transaction.atomic
def take_back_note(*, note: ContributionNote, by: Person, now: datetime) -> ContributionNote:
    """One's own sentence is no longer shown; again changes nothing."""
    held = ContributionNote.objects.select_for_update(no_key=True).get(pk=note.pk)
    if held.person_id != by.pk:
        raise NotTheirs
    if held.removed_at is None:
        held.removed_at = now
        held.save(update_fields=["removed_at", "updated_at"])
    return held
