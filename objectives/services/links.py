"""What an objective serves: proposed by its own side, answered by the side it serves."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import PARENT
from objectives.models import ContributionLink, Objective
from objectives.queries.sides import may_answer, side_served_by, sides_of
from objectives.services.common import (
    TO_ANSWER,
    TO_REWORD,
    ask,
    locked,
    must_write,
    note_change,
    words_of,
)
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import accept_link, settle
from people.models import Person
from people.policy import Action, Standing
from people.refusals import refusing
from people.tenancy import organisation_in_force
from strategy.models import Priority, PriorityWording

State = ContributionLink.State
FINISHED = (
    Objective.State.WITHDRAWN,
    Objective.State.ACHIEVED,
    Objective.State.PARTLY,
    Objective.State.NOT_ACHIEVED,
)
SERVED_ALREADY = {
    "links_have_no_loop": Refused(
        "That already serves this objective, directly or through others, so this one cannot "
        "serve it as well",
        field="serves",
    ),
    "objective_is_served_once": Refused("This already serves that objective", field="serves"),
    "priority_is_served_once": Refused("This already serves that priority", field="serves"),
}


@transaction.atomic
def serve(
    *,
    child: Objective,
    parent: Objective | Priority,
    by: Person,
    standing: Standing,
    now: datetime,
    strength: str = "direct",
    rationale: str = "",
) -> ContributionLink:
    """The objective's own side says what else it serves; the other side is asked."""
    child = locked(child, *([parent] if isinstance(parent, Objective) else []))
    must_write(standing, unit_id=child.unit_id)
    if child.state in FINISHED:
        raise Refused("This objective is finished, so it cannot serve anything more")
    is_first = not ContributionLink.objects.standing().filter(child=child).exists()
    link = propose_link(
        child, parent=parent, by=by, now=now, strength=strength, rationale=rationale, first=is_first
    )
    if child.state != Objective.State.DRAFT:
        ask(
            side_served_by(link),
            about=words_of(child),
            what=TO_ANSWER,
            by=by,
            now=now,
            kind=f"link-{link.pk}",
        )
    note_change(now=now)
    return link


def propose_link(
    child: Objective,
    *,
    parent: Objective | Priority,
    by: Person,
    now: datetime,
    strength: str,
    rationale: str,
    first: bool,
) -> ContributionLink:
    """Makes the link, or says in words why it cannot be."""
    _may_be_served(child, parent)
    with refusing(SERVED_ALREADY):
        return ContributionLink.objects.create(
            organisation=organisation_in_force(),
            child=child,
            parent_objective=parent if isinstance(parent, Objective) else None,
            parent_priority=parent if isinstance(parent, Priority) else None,
            strength=strength,
            rationale=rationale,
            is_primary=first,
            proposed_by=by,
            proposed_at=now,
        )


def _may_be_served(child: Objective, parent: Objective | Priority) -> None:
    if isinstance(parent, Priority):
        if not PriorityWording.objects.in_force().filter(priority=parent).exists():
            raise Refused("That priority is not in the strategy in force. Choose one that is")
        return
    if parent.pk == child.pk:
        raise Refused("An objective cannot serve itself")
    parent.refresh_from_db(fields=["state", "cycle_id"])
    if parent.state in FINISHED:
        raise Refused("That objective is finished. Choose another to serve")
    if parent.cycle_id != child.cycle_id:
        raise Refused("That objective belongs to another year. Choose one of this year's")


@transaction.atomic
def answer_link(
    *,
    link: ContributionLink,
    is_accepted: bool,
    by: Person,
    standing: Standing,
    now: datetime,
    reason: str = "",
) -> ContributionLink:
    """The side that is served says whether it is; a no says why."""
    child = locked(link.child)
    link = _read(link)
    if not may_answer(standing, side_served_by(link)):
        raise NotTheirs
    if link.state not in (State.PROPOSED, State.STALE) or child.state == Objective.State.DRAFT:
        raise Refused("This is not waiting for an answer")
    if is_accepted:
        accept_link(link, by=by, now=now)
        settle(child, now=now)
    else:
        ending = State.DECLINED if link.state == State.PROPOSED else State.ENDED
        _finish(link, state=ending, reason=reason, by=by, now=now)
        _ask_for_new_words(child, link, by=by, now=now)
    note_change(now=now)
    return link


@transaction.atomic
def set_primary(
    *, link: ContributionLink, by: Person, standing: Standing, now: datetime
) -> ContributionLink:
    """Marks what an objective serves first of all; the others stay as they are."""
    child = locked(link.child)
    must_write(standing, unit_id=child.unit_id)
    link = _read(link)
    if link.state in (State.DECLINED, State.ENDED):
        raise Refused("This objective no longer serves that")
    ContributionLink.objects.filter(child=child, is_primary=True).update(
        is_primary=False, updated_at=now
    )
    link.is_primary = True
    link.save(update_fields=["is_primary", "updated_at"])
    note_change(now=now)
    return link


@transaction.atomic
def end_link(
    *, link: ContributionLink, reason: str, by: Person, standing: Standing, now: datetime
) -> ContributionLink:
    """Either side says that an objective no longer serves what it served, and why."""
    child = locked(link.child)
    link = _read(link)
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=child.unit_id)
    if not writes and not may_answer(standing, side_served_by(link)):
        raise NotTheirs
    if link.state in (State.DECLINED, State.ENDED):
        raise Refused("This has already ended")
    _finish(link, state=State.ENDED, reason=reason, by=by, now=now)
    if not writes:
        _ask_for_new_words(child, link, by=by, now=now)
    note_change(now=now)
    return link


def _read(link: ContributionLink) -> ContributionLink:
    return ContributionLink.objects.select_related("parent_objective__unit").get(pk=link.pk)


def _finish(link: ContributionLink, *, state: str, reason: str, by: Person, now: datetime) -> None:
    if not reason.strip():
        raise Refused("Say why, so that they know what to do next")
    was_primary = link.is_primary
    link.state, link.reason, link.is_primary, link.stale_since = state, reason, False, None
    link.answered_by, link.answered_at = by, now
    link.save(
        update_fields=[
            "state",
            "reason",
            "is_primary",
            "stale_since",
            "answered_by",
            "answered_at",
            "updated_at",
        ]
    )
    if was_primary:
        promote(link.child_id, now=now)


def promote(child_id: int, *, now: datetime) -> None:
    """An objective that lost its main link has the first of the others marked."""
    standing = ContributionLink.objects.standing().filter(child_id=child_id)
    if standing.filter(is_primary=True).exists():
        return
    accepted_first = sorted(standing, key=lambda one: (one.state != State.ACCEPTED, one.pk))
    for heir in accepted_first[:1]:
        heir.is_primary = True
        heir.save(update_fields=["is_primary", "updated_at"])


def _ask_for_new_words(
    child: Objective, link: ContributionLink, *, by: Person, now: datetime
) -> None:
    ask(
        sides_of(child).owner,
        about=words_of(child),
        what=TO_REWORD,
        by=by,
        now=now,
        kind=f"link-{link.pk}-{PARENT}",
    )
