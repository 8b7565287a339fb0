"""Where no agreement is reached in time, the side it serves may go ahead, and says why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import PARENT, STALLED_AFTER
from objectives.models import GoingAhead, Objective
from objectives.queries.sides import may_answer, sides_of
from objectives.services.common import locked, note_change, words_of
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import material_version
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force

TALKING = (Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)


@transaction.atomic
def go_ahead(
    *, objective: Objective, reason: str, by: Person, standing: Standing, now: datetime
) -> GoingAhead:
    """The work goes on without the owner's agreement. It does not become agreed by that: every
    page says so, and the board sees how many there are. No delegate says it for a leader."""
    objective = locked(objective)
    side = sides_of(objective).of(PARENT)
    if side is None or not may_answer(standing, side) or side.leader_behind(by.pk) is not None:
        raise NotTheirs
    if objective.state not in TALKING:
        raise Refused("Only what is still talked about can go ahead without agreement")
    since = max(material_version(objective).written_at, objective.proposed_at or now)
    if now - since < STALLED_AFTER:
        raise Refused("Talk first: this is possible when 30 days have passed without agreement")
    if not reason.strip():
        raise Refused("Say why it cannot wait", field="reason")
    version = words_of(objective)
    if GoingAhead.objects.filter(version=version).exists():
        raise Refused("It already goes ahead without agreement")
    ahead = GoingAhead.objects.create(
        organisation=organisation_in_force(),
        version=version,
        person=by,
        reason=reason.strip(),
        decided_at=now,
    )
    note_change(now=now)
    return ahead
