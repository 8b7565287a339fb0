from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from objectives.figures import OWNER, PARENT, Event, state_after
from objectives.models import ContributionLink, Objective, Withdrawal
from objectives.queries.one_side import Acceptance
from objectives.queries.sides import sides_of
from objectives.services.common import TO_ANSWER, ask, locked, note_change, words_of
from objectives.services.links import promote
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import side_spoken_for
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force

AGREED = (Objective.State.AGREED, Objective.State.LIVE)


@transaction.atomic
def withdraw(
    *, objective: Objective, reason: str, by: Person, standing: Standing, now: datetime
) -> Objective:
    """Its own side takes back what is not agreed; what both agreed, both must wish to withdraw."""
    objective = locked(objective)
    sides = sides_of(objective)
    party = side_spoken_for(sides, standing=standing)
    if state_after(objective.state, Event.WITHDRAWN) is None:
        raise Refused("This objective is finished, so it cannot be withdrawn")
    if not reason.strip():
        raise Refused("Say why it is withdrawn")
    if objective.state not in AGREED and party != OWNER:
        raise NotTheirs
    other = PARENT if party == OWNER else OWNER
    own, side = sides.of(party), sides.of(other)
    hands = Acceptance(by.pk, own.leader_behind(by.pk) if own else None).people
    asked = _wish(objective, party=party, other=other, reason=reason, by=by, hands=hands, now=now)
    waits = objective.state in AGREED and not asked and side is not None
    if side is not None and waits and side.independent_of(hands):
        ask(side, about=words_of(objective), what=TO_ANSWER, by=by, now=now, kind="withdrawal")
    else:
        _finish(objective, reason=reason, now=now)
    note_change(now=now)
    return objective


def _wish(
    objective: Objective,
    *,
    party: str,
    other: str,
    reason: str,
    by: Person,
    hands: frozenset[int],
    now: datetime,
) -> bool:
    """Keeps this side's wish; True when the other side wished it before, and not by the same
    person or in the same leader's place."""
    wishes = Withdrawal.objects.filter(objective=objective)
    if any(wish.party == other and wish.person_id not in hands for wish in wishes):
        return True
    if any(wish.party == party for wish in wishes):
        raise Refused("Your side has already asked to withdraw this. It waits for the other side")
    Withdrawal.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        party=party,
        person=by,
        reason=reason,
        asked_at=now,
    )
    return False


def _finish(objective: Objective, *, reason: str, now: datetime) -> None:
    objective.state = Objective.State.WITHDRAWN
    objective.save(update_fields=["state", "updated_at"])
    links = ContributionLink.objects.standing().filter(
        Q(child=objective) | Q(parent_objective=objective)
    )
    children = set(links.exclude(child=objective).values_list("child_id", flat=True))
    links.update(
        state=ContributionLink.State.ENDED,
        reason=f"Withdrawn: {reason}"[:600],
        is_primary=False,
        stale_since=None,
        updated_at=now,
    )
    for child_id in sorted(children):
        promote(child_id, now=now)
