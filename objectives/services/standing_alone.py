"""An objective that serves no priority says why, and the unit above accepts that or not."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.models import Objective
from objectives.queries.sides import main_link, may_answer, sides_of
from objectives.services.common import TO_ANSWER, ask, locked, must_write, note_change, words_of
from objectives.services.links import FINISHED
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import settle
from people.models import Person
from people.policy import Standing


@transaction.atomic
def give_local_reason(
    *, objective: Objective, reason: str, by: Person, standing: Standing, now: datetime
) -> Objective:
    """Says why an objective matters here although it serves no priority."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state in FINISHED:
        raise Refused("This objective is finished, so it needs no reason")
    if not reason.strip():
        raise Refused("Say why it matters here")
    objective.local_reason, objective.is_local_reason_accepted = reason, False
    objective.save(update_fields=["local_reason", "is_local_reason_accepted", "updated_at"])
    side = sides_of(objective).parent
    is_seen = objective.state != Objective.State.DRAFT
    if is_seen and side is not None and main_link(objective) is None:
        ask(side, about=words_of(objective), what=TO_ANSWER, by=by, now=now, kind="local-reason")
    note_change(now=now)
    return objective


@transaction.atomic
def accept_local_reason(
    *, objective: Objective, by: Person, standing: Standing, now: datetime
) -> Objective:
    """The unit above accepts that an objective stands alone."""
    objective = locked(objective)
    side = sides_of(objective).parent
    is_waiting = objective.local_reason and not objective.is_local_reason_accepted
    if not is_waiting or main_link(objective) is not None or objective.state in FINISHED:
        raise Refused("No reason waits for an answer here")
    if not may_answer(standing, side):
        raise NotTheirs
    objective.is_local_reason_accepted = True
    objective.save(update_fields=["is_local_reason_accepted", "updated_at"])
    settle(objective, now=now)
    note_change(now=now)
    return objective
