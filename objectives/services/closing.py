"""How an objective ended and what was learnt: said by its owner, confirmed by the side it serves.
It is about the work: nothing here is about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from objectives.figures import Event, state_after
from objectives.figures.closing import GOES_ON, may_take_back
from objectives.models import Closing, Cycle, Objective
from objectives.queries.check_ins.cards import leads
from objectives.queries.closing import confirming_side
from objectives.queries.sides import may_answer, sides_of
from objectives.services.carrying import carry_on
from objectives.services.common import locked, note_change
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force

ALREADY = "The side it serves has confirmed this, so it stays as it is"


@dataclass(frozen=True, kw_only=True)
class Ended:
    """What a leader says about one objective. `number` is the version of its words that was
    read, `edition` that of what was said before; 0 where nothing was."""

    objective_id: int
    number: int
    edition: int
    result: str
    learnt: str
    next: str


@transaction.atomic
def say_how_it_ended(*, ended: Ended, by: Person, standing: Standing, now: datetime) -> Closing:
    """One objective, by itself: what is wrong with another leaves this one kept. The same again
    changes nothing.

    Raises WordsChanged where the words, or what was said, are no longer those that were read.
    """
    objective = locked(Objective.objects.get(pk=ended.objective_id))
    if not leads(standing, objective):
        raise NotTheirs
    _is_being_closed(objective)
    if not ended.learnt.strip():
        raise Refused("Say what was learnt", field="learnt")
    before = Closing.objects.filter(objective=objective).first()
    if before is not None and _is_the_same(before, ended):
        return before
    number = objective.current.number if objective.current else 0
    if number != ended.number or (before.edition if before else 0) != ended.edition:
        raise WordsChanged
    return _write(before, objective, ended, by=by, now=now)


def _is_being_closed(objective: Objective) -> None:
    if objective.cycle.state != Cycle.State.CLOSING:
        raise Refused("This year is not being closed")
    if objective.state in (Event.ACHIEVED, Event.PARTLY, Event.NOT_ACHIEVED):
        raise Refused(ALREADY)
    if objective.state != Objective.State.LIVE:
        raise Refused("Its words are being talked about again, so it cannot be closed yet")


def _is_the_same(closing: Closing, ended: Ended) -> bool:
    said = (closing.result, closing.learnt, closing.next)
    is_same = said == (ended.result, ended.learnt.strip(), ended.next)
    return is_same and closing.sent_back_at is None


def _write(
    before: Closing | None, objective: Objective, ended: Ended, *, by: Person, now: datetime
) -> Closing:
    row = before or Closing(organisation=organisation_in_force(), objective=objective, edition=0)
    row.result, row.learnt, row.next = ended.result, ended.learnt.strip(), ended.next
    row.said_by, row.said_at = by, now
    row.sent_back_by, row.sent_back_at, row.sent_back_reason = None, None, ""
    row.edition += 1
    row.save()
    return row


@transaction.atomic
def take_back_what_was_said(*, closing: Closing, by: Person) -> int:
    """Everything one person said in the same go for the first time, until it is confirmed;
    again changes nothing."""
    if closing.said_by_id != by.pk:
        raise NotTheirs
    rows = Closing.objects.filter(said_by=by, said_at=closing.said_at)
    held = [
        row
        for row in rows.select_for_update(of=("self",), no_key=True).order_by("pk")
        if may_take_back(is_confirmed=row.confirmed_at is not None, edition=row.edition)
    ]
    if not held:
        raise Refused("It is confirmed or changed since, so it stays. You can change what you said")
    return Closing.objects.filter(pk__in=[row.pk for row in held]).delete()[0]


@transaction.atomic
def confirm(
    *, closing: Closing, edition: int, by: Person, standing: Standing, now: datetime
) -> Closing:
    """The side it serves confirms: the objective has ended so, and what is kept or changed
    becomes a draft of the next year."""
    closing, objective = _held(closing, edition=edition, by=by, standing=standing)
    ended = state_after(objective.state, Event(closing.result))
    if ended is None:
        raise Refused("Its words are being talked about again, so it cannot be closed yet")
    closing.confirmed_by, closing.confirmed_at = by, now
    objective.state = ended
    objective.save(update_fields=["state", "updated_at"])
    if closing.next in GOES_ON:
        closing.carried_to = carry_on(objective, by=closing.said_by, now=now)
    closing.save()
    note_change(now=now)
    return closing


@transaction.atomic
def send_back(
    *,
    closing: Closing,
    edition: int,
    reason: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Closing:
    """The side it serves sees it otherwise, and says why; the team says it again."""
    closing, _ = _held(closing, edition=edition, by=by, standing=standing)
    if not reason.strip():
        raise Refused("Say why, so that they know what you see otherwise", field="reason")
    closing.sent_back_by, closing.sent_back_at = by, now
    closing.sent_back_reason = reason.strip()
    closing.edition += 1
    closing.save()
    return closing


def _held(
    closing: Closing, *, edition: int, by: Person, standing: Standing
) -> tuple[Closing, Objective]:
    objective = locked(closing.objective)
    closing = Closing.objects.select_for_update(of=("self",), no_key=True).get(pk=closing.pk)
    side = confirming_side(sides_of(objective))
    if not may_answer(standing, side):
        raise NotTheirs
    if closing.confirmed_at is not None or closing.sent_back_at is not None:
        raise Refused("Somebody on your side has answered this already")
    if objective.cycle.state != Cycle.State.CLOSING:
        raise Refused("This year is not being closed")
    if closing.edition != edition:
        raise WordsChanged
    if by.pk == closing.said_by_id and side.able() - {by.pk}:
        raise Refused("You said this for the team. Somebody else must confirm it")
    return closing, objective
