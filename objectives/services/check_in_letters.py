"""Letters that ask for a check-in, and the link in them: one person, one purpose, seven days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from objectives import letters
from objectives.queries.check_ins import due_for, people_with_due
from people.correspondence.queries import reader_with
from people.correspondence.services import deliver
from people.errands import leave_errand
from people.models import Errand, Organisation, Person
from people.queries import standing_of
from people.tenancy import acting_in, organisation_in_force

SALT = "objectives.check-in"  # a signature made for anything else is worth nothing here
GOOD_FOR = timedelta(days=7)


def token_for(person: Person, *, now: datetime) -> str:
    """Worked out when the letter leaves, and kept nowhere."""
    until = int((now + GOOD_FOR).timestamp())
    bound = {"organisation": person.organisation_id, "person": person.pk, "until": until}
    return Signer(salt=SALT).sign_object(bound)


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Whom a link was made for."""

    organisation: Organisation
    person: Person


def holder_of(*, slug: str, token: str, now: datetime) -> Holder | None:
    """Nobody, where the link is wrong, too old, of another organisation or of someone gone."""
    try:
        bound: dict[str, Any] = Signer(salt=SALT).unsign_object(token)
    except (BadSignature, ValueError):
        return None
    organisation = Organisation.objects.filter(slug=slug).first()
    is_theirs = organisation is not None and organisation.pk == bound["organisation"]
    if organisation is None or not is_theirs or now.timestamp() >= bound["until"]:
        return None
    with acting_in(organisation, cause="check-in link"):
        able = Person.objects.active().filter(account__is_active=True).select_related("account")
        person = able.filter(pk=bound["person"]).first()
    return Holder(organisation=organisation, person=person) if person else None


def ask_for_check_ins(*, organisation: Organisation, now: datetime) -> int:
    """A letter this week to everybody who leads an objective that is due; once, however often
    the clock strikes."""
    year, week, _ = now.isocalendar()
    with acting_in(organisation, cause="clock"):
        people = people_with_due(now=now)
        for person_id in people:
            leave_errand(
                key=f"check-in:{year}-{week:02}:{person_id}",
                task="objectives.tasks.send_check_in_letter",
                due_at=now,
                arguments={"person": person_id},
            )
    return len(people)


def send_letter(errand: Errand, *, now: datetime) -> bool:
    """Sends it when its reader wishes it, unless everything has been said since."""
    person = reader_with(person_id=errand.arguments["person"], address="")
    due = due_for(standing_of(person), now=now) if person else []
    if person is None or not due:
        return False
    slug, token = organisation_in_force().slug, token_for(person, now=now)
    link = f"{settings.SITE_URL}{reverse('from_letters:check_in', args=(slug, token))}"
    words = letters.check_ins_are_due(titles=[one.title for one in due], link=link)
    return deliver(words, to=person, errand=errand, now=now)
