"""One letter a week with what waits and what happened, on the day each person chose."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timezone import localtime

from objectives import letters
from objectives.queries.heard import agreed_since
from objectives.queries.waiting import all_waiting, reader_of
from people.addresses import address, full_address
from people.correspondence.figures import is_digest_time
from people.correspondence.queries import (
    choices_of,
    days_of_digest,
    notices_to_tell,
    reader_with,
)
from people.correspondence.services import deliver
from people.errands import NewErrand, leave_errands
from people.models import Errand, Organisation
from people.queries import standing_of
from people.tenancy import acting_in

A_WEEK = timedelta(days=7)
AT_MOST = 30  # lines of each kind; the rest is on the home page


def leave_digests(*, organisation: Organisation, now: datetime) -> int:
    """A digest today for everybody whose day it is, from eight in the morning; once, however
    often the clock strikes. Says how many were left."""
    moment = localtime(now)
    with acting_in(organisation, cause="clock"):
        days = days_of_digest()
        return leave_errands(
            NewErrand(
                key=f"digest:{moment.date().isoformat()}:{person_id}",
                task="objectives.tasks.send_digest",
                due_at=now,
                arguments={"person": person_id},
            )
            for person_id, day in days.items()
            if is_digest_time(moment, day=day)
        )


def send_digest(errand: Errand, *, now: datetime) -> bool:
    """Sends what there is to say as the letter leaves; with nothing to say, nothing. What was
    told is told once, and only once it has left."""
    person = reader_with(person_id=errand.arguments["person"], address="")
    if person is None:
        return False
    reader, is_told = reader_of(standing_of(person)), choices_of(person.pk).is_told_at_once
    waiting = all_waiting(reader=reader, now=now)
    if is_told:  # check-ins have a letter of their own
        waiting = [one for one in waiting if one.href != address("objectives:check_in")]
    notices = list(notices_to_tell(person.pk)[:AT_MOST])
    news = [(one.words, one.path) for one in notices]
    news += agreed_since(reader.standing, since=now - A_WEEK)
    if not waiting and not news:
        return False
    words = letters.your_week(
        waiting=[(one.title, f"{settings.SITE_URL}{one.href}") for one in waiting[:AT_MOST]],
        heard=[(said, f"{settings.SITE_URL}{path}") for said, path in news],
        home=full_address("objectives:home"),
    )
    if not deliver(words, to=person, errand=errand, now=now, is_digest=True):
        return False
    told = [one.pk for one in notices]
    notices_to_tell(person.pk).filter(pk__in=told).update(told_at=now, updated_at=now)
    return True
