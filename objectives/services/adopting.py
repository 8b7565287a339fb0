"""Adopting upward: a level above makes a team's agreed objective its own, and the credit stays
with the team."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import next_ref
from objectives.models import ContributionLink, Cycle, Objective
from objectives.queries.adopting import units_that_may_adopt, what_it_could_serve
from objectives.queries.sides import may_answer, sides_of
from objectives.services.carrying import copy_words
from objectives.services.common import locked, note_change, words_of
from objectives.services.links import propose_link
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import accept_link
from people.models import OrgUnit, Person
from people.policy import Standing
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force

MEANT = (Objective.State.AGREED, Objective.State.LIVE)
ASKED_ABOUT = (*MEANT, Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)
WHERE_IT_BEGAN = "This is where it began"


@transaction.atomic
def adopt(
    *, objective: Objective, unit: OrgUnit, by: Person, standing: Standing, now: datetime
) -> Objective:
    """A draft of the level above with the team's words, which are its origin. It goes the way of
    every objective: its words may change, and both its sides must accept them."""
    objective = locked(objective)
    if unit.pk not in {one.pk for one in units_that_may_adopt(objective, standing=standing)}:
        raise NotTheirs
    if objective.state not in MEANT:
        raise Refused("Only what both sides agreed can be taken up. Wait until it is agreed")
    if objective.cycle.state == Cycle.State.CLOSED or objective.cycle.state == Cycle.State.CLOSING:
        raise Refused("Its year is being closed. Take it up next year")
    others = Objective.objects.filter(adopted_from=objective, unit=unit)
    if others.exclude(state=Objective.State.WITHDRAWN).exists():
        raise Refused(f"{unit.name} has already made this its own")
    require_open_unit(unit_id=unit.pk)
    draft = _draft(objective, unit)
    copy_words(objective, draft=draft, by=by, now=now, answerable=None)
    parent = what_it_could_serve(objective, unit=unit)
    if parent is not None:
        propose_link(
            draft, parent=parent, by=by, now=now, strength="direct", rationale="", first=True
        )
    note_change(now=now)
    return draft


def _draft(objective: Objective, unit: OrgUnit) -> Objective:
    cycle = Cycle.objects.select_for_update(no_key=True).get(pk=objective.cycle_id)
    taken = Objective.objects.filter(cycle=cycle, ref__startswith=f"{unit.code[:50]}-")
    return Objective.objects.create(
        organisation=organisation_in_force(),
        cycle=cycle,
        ref=next_ref(unit.code, taken.values_list("ref", flat=True)),
        unit=unit,
        origin=Objective.Origin.NEGOTIATED,
        goal_type=objective.goal_type,
        adopted_from=objective,
    )


@transaction.atomic
def join_what_it_became(
    *, adopted: Objective, is_joined: bool, by: Person, standing: Standing, now: datetime
) -> ContributionLink:
    """The team says whether its own objective serves what was made of it. The side above said so
    by making it its own, so a yes is the second of the two."""
    if adopted.adopted_from is None:
        raise Refused("This did not begin with another objective")
    child = locked(adopted.adopted_from, adopted)
    adopted = Objective.objects.select_related("current__written_by").get(pk=adopted.pk)
    if not may_answer(standing, sides_of(child).owner):
        raise NotTheirs
    if adopted.state not in ASKED_ABOUT or child.state not in MEANT:
        raise Refused("This is not waiting for an answer")
    if ContributionLink.objects.filter(child=child, parent_objective=adopted).exists():
        raise Refused("Somebody in your team has answered this already")
    is_first = not ContributionLink.objects.standing().filter(child=child).exists()
    link = propose_link(
        child,
        parent=adopted,
        by=by,
        now=now,
        strength="direct",
        rationale=WHERE_IT_BEGAN,
        first=is_first and is_joined,
    )
    if is_joined:
        accept_link(link, by=_who_made_it_theirs(adopted, by), now=now)
    else:
        link.state, link.reason = ContributionLink.State.DECLINED, "The team keeps them apart"
        link.answered_by, link.answered_at = by, now
        link.save()
    note_change(now=now)
    return link


def _who_made_it_theirs(adopted: Objective, otherwise: Person) -> Person:
    first = adopted.versions.select_related("written_by").order_by("number").first()
    return (first or words_of(adopted)).written_by or otherwise
