"""What people say to each other about an objective, beside their answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.models import Message, Objective
from objectives.queries.sides import sides_of
from objectives.services.common import ask, locked, words_of
from objectives.services.links import FINISHED
from objectives.services.refusals import Refused
from objectives.services.settling import side_spoken_for
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force

TO_READ = "A message for you to answer"


@transaction.atomic
def send_message(
    *, objective: Objective, words: str, by: Person, standing: Standing, now: datetime
) -> Message:
    """Somebody of one side says something to all of them. Raises Refused on a draft, and on an
    objective that is over."""
    objective = locked(objective)
    party = side_spoken_for(sides_of(objective), standing=standing)
    if not words.strip():
        raise Refused("Write a message", field="words")
    if objective.state == Objective.State.DRAFT:
        raise Refused("Nobody else sees a draft. Propose it, then talk about it")
    if objective.state in FINISHED:
        raise Refused("This objective is finished, so the conversation is closed")
    return keep_message(objective, words=words, party=party, by=by, now=now)


def keep_message(
    objective: Objective, *, words: str, party: str, by: Person, now: datetime
) -> Message:
    """Keeps what was said and tells the other side that somebody waits for them."""
    version = words_of(objective)
    message = Message.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        version=version,
        person=by,
        party=party,
        words=words.strip(),
        sent_at=now,
    )
    other = sides_of(objective).other(party)
    if other is not None:
        ask(other, about=version, what=TO_READ, by=by, now=now, kind=f"message-{message.pk}")
    return message
