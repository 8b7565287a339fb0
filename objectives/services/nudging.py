"""Reminders and escalation: the clock leaves them once, each is looked at again as it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from objectives import letters
from objectives.figures.nudging import nudge_due, promise_stage
from objectives.models import Promise
from objectives.queries.nudges import (
    OpenPromise,
    StalledTalk,
    WaitsOn,
    long_talks,
    open_promises,
)
from people.addresses import full_address
from people.correspondence.queries import people_to_write_to, reader_with
from people.correspondence.services import deliver
from people.errands import NewErrand, leave_errands
from people.letters import Words
from people.models import Errand, Organisation
from people.tenancy import acting_in

TASK = "objectives.tasks.send_nudge"


def leave_nudges(*, organisation: Organisation, now: datetime) -> int:
    """A letter to whoever a question waits on, after seven and fourteen days; after thirty to
    both sides and the level above; to whoever promised, near the day and after it. Each once for
    each round, however often and by however many the clock is heard. Says how many were left."""
    with acting_in(organisation, cause="clock"):
        talks = long_talks(now=now)
        stalled = {one.objective_id for one in talks.stalled}
        waits = [one for one in talks.waits if one.objective_id not in stalled]
        errands = [
            *_for_talks(waits, now=now),
            *_for_stalled(talks.stalled, now=now),
            *_for_promises(open_promises(), now=now),
        ]
        able = set(people_to_write_to().values_list("pk", flat=True)) if errands else set()
        return leave_errands(one for one in errands if one.arguments["person"] in able)


def _for_talks(waits: Iterable[WaitsOn], *, now: datetime) -> Iterator[NewErrand]:
    for wait in waits:
        days = nudge_due(wait.since, now=now)
        if days is None:
            continue
        key = f"nudge-{days}:{wait.objective_id}:{wait.party}:{_stamp(wait.since)}"
        about = {"about": "talk", "objective": wait.objective_id, "party": wait.party}
        yield from _each(wait.people, key=key, now=now, **about)


def _for_stalled(talks: Iterable[StalledTalk], *, now: datetime) -> Iterator[NewErrand]:
    for talk in talks:
        key = f"stalled:{talk.objective_id}:{_stamp(talk.since)}"
        about = {"about": "stalled", "objective": talk.objective_id}
        yield from _each(talk.sides | talk.above, key=key, now=now, **about)


def _for_promises(promises: Iterable[OpenPromise], *, now: datetime) -> Iterator[NewErrand]:
    for promise in promises:
        about = {"about": "promise", "promise": promise.promise_id}
        if stage := _stage(promise, now=now):
            key = f"promise-{stage}:{promise.promise_id}"
            yield from _each(promise.people, key=key, now=now, **about)


def _stage(promise: OpenPromise, *, now: datetime) -> str:
    """Which reminder of a promise is due; the same one for the same date only once."""
    if promise.state == Promise.State.ASKED or promise.due_on is None:
        days = nudge_due(promise.asked_at, now=now)
        return f"asked-{days}" if days else ""
    stage = promise_stage(promise.due_on, today=localdate(now))
    return f"{stage}-{promise.due_on.isoformat()}" if stage else ""


def _each(people: frozenset[int], *, key: str, now: datetime, **about: Any) -> Iterator[NewErrand]:
    for person_id in sorted(people):
        arguments = {"person": person_id, **about}
        yield NewErrand(key=f"{key}:{person_id}", task=TASK, due_at=now, arguments=arguments)


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%d%H%M%S}"


def send_nudge(errand: Errand, *, now: datetime) -> bool:
    """Sends a reminder, unless it no longer holds: somebody answered while it waited."""
    reader = reader_with(person_id=errand.arguments["person"], address="")
    words = _words(errand.arguments, now=now) if reader else None
    if reader is None or words is None:
        return False
    return deliver(words, to=reader, errand=errand, now=now)


def _words(about: dict[str, Any], *, now: datetime) -> Words | None:
    match about["about"]:
        case "talk":
            return _words_of_talk(about, now=now)
        case "stalled":
            return _words_of_stalled(about, now=now)
    return _words_of_promise(about, now=now)


def _words_of_talk(about: dict[str, Any], *, now: datetime) -> Words | None:
    for wait in long_talks(now=now, only=about["objective"]).waits:
        if wait.party == about["party"] and about["person"] in wait.people:
            if nudge_due(wait.since, now=now) is None:
                return None
            return letters.still_waiting(
                what="For you to re-word" if wait.is_rewording else "For you to answer",
                title=wait.title,
                days=(now - wait.since).days,
                link=full_address("objectives:answer", wait.objective_id),
            )
    return None


def _words_of_stalled(about: dict[str, Any], *, now: datetime) -> Words | None:
    for talk in long_talks(now=now, only=about["objective"]).stalled:
        if about["person"] in talk.sides | talk.above:
            return letters.talk_has_stalled(
                title=talk.title,
                days=(now - talk.since).days,
                link=full_address("objectives:objective", talk.objective_id),
                is_above=about["person"] in talk.above,
            )
    return None


def _words_of_promise(about: dict[str, Any], *, now: datetime) -> Words | None:
    for promise in open_promises(only=about["promise"]):
        stage = _stage(promise, now=now)
        if about["person"] not in promise.people or not stage:
            return None
        link = full_address("objectives:promise", promise.promise_id)
        if promise.due_on is None or stage.startswith("asked"):
            days = (now - promise.asked_at).days
            what = "Can you promise this?"
            return letters.still_waiting(what=what, title=promise.words, days=days, link=link)
        return letters.promise_is_due(
            words=promise.words,
            due_on=promise.due_on,
            is_late=stage.startswith("late"),
            link=link,
        )
    return None
