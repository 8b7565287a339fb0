"""Promises in the other direction: what an objective's owner needs from the side it serves."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from objectives import letters
from objectives.figures import PARENT
from objectives.figures.promises import Turn, party_of, promise_after, turns_open
from objectives.models import Objective, Promise
from objectives.queries.promises import giving_side, parties_of
from objectives.queries.sides import Side, sides_of
from objectives.services.common import letter_readers, locked, must_write, words_of, write_to
from objectives.services.links import FINISHED
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import address, full_address
from people.correspondence.services import notice
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force

SAID = {
    Turn.PROMISE: "Promised",
    Turn.DECLINE: "Cannot be promised",
    Turn.BREAK: "Cannot be kept",
    Turn.TAKE: "The other date stands",
    Turn.HOLD: "The date stays as it was promised",
    Turn.KEEP: "Kept",
    Turn.LAPSE: "No longer needed",
}
FINAL = (
    Promise.State.KEPT,
    Promise.State.KEPT_LATE,
    Promise.State.DECLINED,
    Promise.State.LAPSED,
)


@transaction.atomic
def ask_for_promise(
    *,
    objective: Objective,
    words: str,
    by: Person,
    standing: Standing,
    now: datetime,
    kind: str = Promise.Kind.OTHER,
    needed_by: date | None = None,
) -> Promise:
    """The owner says what it needs; the side it serves is asked for a promise."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state in FINISHED:
        raise Refused("This objective is finished, so it needs nothing more")
    side = sides_of(objective).parent
    if side is None or side.unit_id is None:
        raise Refused("Say what this serves first: that is who can promise something")
    if not words.strip():
        raise Refused("Say what you need", field="words")
    promise = Promise.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        promiser_id=side.unit_id,
        kind=kind,
        words=words.strip(),
        needed_by=needed_by,
        asked_by=by,
        asked_at=now,
    )
    _tell(promise, side.asked() - {by.pk}, what="Can you promise this?", now=now, turn="asked")
    return promise


@transaction.atomic
def take_turn(
    *,
    promise: Promise,
    turn: Turn,
    by: Person,
    standing: Standing,
    now: datetime,
    due_on: date | None = None,
    reason: str = "",
) -> Promise:
    """One side's next word about a promise; who may say it is in figures.promises. It stays with
    the unit that was asked.

    Raises NotTheirs for the wrong side, Refused when a date or a reason is missing.
    """
    objective = locked(promise.objective)
    promise = Promise.objects.select_for_update().get(pk=promise.pk)
    parties = parties_of(promise, objective, standing=standing)
    state = promise_after(promise.state, turn, due_on=promise.due_on, today=_today(now))
    if state is None:
        raise Refused("Somebody has already answered. Look at the promise as it is now")
    if turn not in turns_open(promise.state, parties=parties):
        raise NotTheirs
    _write_terms(promise, turn, due_on=due_on, reason=reason, today=_today(now))
    taken_by = _side_of_turn(promise, objective, turn)
    promise.state, promise.answered_by, promise.answered_at = state, by, now
    promise.answered_for_id = taken_by.leader_behind(by.pk)
    promise.finished_at = now if state in FINAL else None
    promise.save()
    _tell_other_side(promise, objective, turn, by=by, now=now)
    return promise


def _side_of_turn(promise: Promise, objective: Objective, turn: Turn) -> Side:
    if party_of(promise.state, turn) == PARENT:
        return giving_side(promise)
    return sides_of(objective).owner


def _today(now: datetime) -> date:
    return localtime(now).date()


def _write_terms(
    promise: Promise, turn: Turn, *, due_on: date | None, reason: str, today: date
) -> None:
    """The date or the reason that a turn needs."""
    if turn in (Turn.PROMISE, Turn.OFFER):
        due_on = _day_to_come(due_on, today=today)
    if turn in (Turn.DECLINE, Turn.BREAK, Turn.OFFER) and not reason.strip():
        raise Refused("Say why", field="reason")
    match turn:
        case Turn.PROMISE:
            promise.due_on = due_on
        case Turn.OFFER:
            promise.offered_due_on = due_on
        case Turn.TAKE:
            promise.due_on, promise.was_renegotiated = promise.offered_due_on, True
    if turn in (Turn.TAKE, Turn.HOLD):
        promise.offered_due_on = None
    promise.reason = reason.strip() or promise.reason


def _day_to_come(due_on: date | None, *, today: date) -> date:
    if due_on is None:
        raise Refused("Enter the date by which it will be done", field="due_on")
    if due_on < today:
        raise Refused("Enter a date that is still to come", field="due_on")
    return due_on


def _tell_other_side(
    promise: Promise, objective: Objective, turn: Turn, *, by: Person, now: datetime
) -> None:
    sides = sides_of(objective)
    if turn in (Turn.PROMISE, Turn.DECLINE, Turn.OFFER, Turn.BREAK):
        readers = sides.owner.asked()
    else:
        readers = giving_side(promise).asked()
    stamp = f"{turn}-{now:%Y%m%d%H%M%S}"
    if turn == Turn.OFFER:
        _tell(promise, readers - {by.pk}, what="Another date is offered", now=now, turn=stamp)
        return
    notice(
        letter_readers(readers - {by.pk}),
        key=f"promise:{promise.pk}:{stamp}",
        words=f"{SAID[turn]}: {promise.words}",
        path=address("objectives:promise", promise.pk),
        now=now,
    )


def _tell(promise: Promise, people: frozenset[int], *, what: str, now: datetime, turn: str) -> None:
    words = letters.someone_is_waiting(
        what=what,
        title=words_of(promise.objective).title,
        link=full_address("objectives:promise", promise.pk),
    )
    write_to(letter_readers(people), key=f"promise:{promise.pk}:{turn}", words=words, now=now)
