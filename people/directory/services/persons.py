from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest, Now
from django.utils.timezone import localdate

from people.directory.services.roles import require_another_administrator
from people.errands import reports_are_due
from people.models import Assignment, BoardMembership, Person, RoleGrant
from people.refusals import Refused, SavedMeanwhile, refusing
from people.tenancy import organisation_in_force

STAFF_ID_IS_TAKEN = "staff_id_is_unique"


@dataclass(frozen=True, kw_only=True)
class PersonFacts:
    """What is written about a person."""

    name: str
    kind: str
    email: str = ""
    staff_id: str = ""


@transaction.atomic
def add_person(*, facts: PersonFacts, now: datetime) -> Person:
    """Someone of the organisation, with or without a sign-in to come."""
    with refusing({STAFF_ID_IS_TAKEN: _staff_id_is_taken(facts)}):
        added = Person.objects.create(organisation=organisation_in_force(), **vars(facts))
    reports_are_due(now=now)
    return added


@transaction.atomic
def edit_person(*, person: Person, edition: int, facts: PersonFacts) -> Person:
    """What is written about a person; raises SavedMeanwhile when somebody saved it first."""
    locked = _locked(person)
    if locked.edition != edition:
        raise SavedMeanwhile
    for name, value in vars(facts).items():
        setattr(locked, name, value)
    locked.edition += 1
    with refusing({STAFF_ID_IS_TAKEN: _staff_id_is_taken(facts)}):
        locked.save()
    return locked


@transaction.atomic
def make_inactive(*, person: Person, by: Person, ends_all: bool, now: datetime) -> Person:
    """Someone who has left: they can no longer come in, and what they did stays.

    Their places, roles and seat end with `ends_all`, and otherwise stay as they are.
    """
    if person.pk == by.pk:
        raise Refused("You cannot make yourself inactive. Ask another administrator")
    require_another_administrator(than=person)
    locked = _locked(person)
    if ends_all:
        _end_all(locked, localdate(now))
    if locked.is_active:
        locked.is_active = False
        locked.edition += 1
        locked.save()
        reports_are_due(now=now)
    return locked


@transaction.atomic
def make_active(*, person: Person, now: datetime) -> Person:
    """Someone who came back. What ended meanwhile stays ended."""
    locked = _locked(person)
    if not locked.is_active:
        locked.is_active = True
        locked.edition += 1
        locked.save()
        reports_are_due(now=now)
    return locked


def _end_all(person: Person, today: date) -> None:
    """What began later than today, by mistake or by plan, ends on the day it began."""
    last_day = Greatest(Value(today), F("started_on"))
    ending: dict[str, Any] = {"ended_on": last_day, "updated_at": Now()}
    RoleGrant.objects.current().filter(person=person).update(**ending)
    ending["edition"] = F("edition") + 1
    Assignment.objects.current().filter(person=person).update(**ending)
    BoardMembership.objects.current().filter(person=person).update(**ending)


def _locked(person: Person) -> Person:
    return Person.objects.select_for_update().get(pk=person.pk)


def _staff_id_is_taken(facts: PersonFacts) -> Refused:
    sentence = f"Somebody else has the staff number {facts.staff_id}. Enter a different one"
    return Refused(sentence, field="staff_id")
