"""Each side's answer to one exact version."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import ACCEPT, ACCEPTING, CHALLENGE, CONCERN, DECLINE, Event, state_after
from objectives.models import Objective
from objectives.queries.sides import Side, Sides, may_answer, sides_of
from objectives.services.common import TO_REWORD, ask, locked, note_change, words_of
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from objectives.services.settling import (
    answers_standing,
    one_side_each,
    say,
    settle,
)
from people.models import Person
from people.policy import Standing

NOT_WAITING = "This objective is not waiting for an answer"


@transaction.atomic
def accept(
    *,
    objective: Objective,
    party: str,
    number: int,
    by: Person,
    standing: Standing,
    now: datetime,
    concern: str = "",
) -> Objective:
    """One side accepts the newest words, with a concern or without; when every side has, the
    objective is agreed. A concern stays with the agreement and travels upward."""
    objective, sides, side = _held_for_answer(
        objective, party=party, number=number, standing=standing, event=Event.BOTH_ACCEPTED
    )
    if answers_standing(objective).get(party) in ACCEPTING:
        raise Refused("Your side has already accepted these words")
    one_side_each(objective, sides=sides, side=side, by=by)
    response = CONCERN if concern.strip() else ACCEPT
    say(objective, side=side, response=response, by=by, now=now, note=concern.strip())
    settle(objective, now=now)
    note_change(now=now)
    return objective


@transaction.atomic
def challenge(
    *,
    objective: Objective,
    party: str,
    number: int,
    note: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Objective:
    """One side wishes to talk before it answers, and says about what."""
    if not note.strip():
        raise Refused("Say what you would like to talk about", field="note")
    return _send_back(
        objective,
        CHALLENGE,
        party=party,
        number=number,
        note=note,
        by=by,
        standing=standing,
        now=now,
    )


@transaction.atomic
def decline(
    *,
    objective: Objective,
    party: str,
    number: int,
    note: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Objective:
    """One side says no to the newest words, and why; the two sides talk."""
    if not note.strip():
        raise Refused("Say why, so that they know what to change", field="note")
    return _send_back(
        objective, DECLINE, party=party, number=number, note=note, by=by, standing=standing, now=now
    )


def _send_back(
    objective: Objective,
    response: str,
    *,
    party: str,
    number: int,
    note: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Objective:
    objective, sides, side = _held_for_answer(
        objective, party=party, number=number, standing=standing, event=Event.DECLINED
    )
    say(objective, side=side, response=response, by=by, now=now, note=note.strip())
    objective.state = state_after(objective.state, Event.DECLINED) or objective.state
    objective.save(update_fields=["state", "updated_at"])
    other = sides.other(party)
    if other is not None:
        ask(other, about=words_of(objective), what=TO_REWORD, by=by, now=now)
    note_change(now=now)
    return objective


def _held_for_answer(
    objective: Objective, *, party: str, number: int, standing: Standing, event: Event
) -> tuple[Objective, Sides, Side]:
    held = locked(objective)
    sides = sides_of(held)
    side = sides.of(party)
    if side is None or not may_answer(standing, side):
        raise NotTheirs
    if state_after(held.state, event) is None:
        raise Refused(NOT_WAITING)
    if words_of(held).number != number:
        raise WordsChanged
    return held, sides, side
