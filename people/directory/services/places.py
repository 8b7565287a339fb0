from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from people.errands import reports_are_due
from people.models import Assignment, OrgUnit, Person
from people.refusals import Refused, SavedMeanwhile
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force

HAS_ENDED = "This place has ended since you opened the page"


@dataclass(frozen=True, kw_only=True)
class PlaceFacts:
    """What is written about someone's place in a unit."""

    role_title: str = ""
    staff_group: str = ""
    pay_band: str = ""
    fte: Decimal | None = None
    is_lead: bool = False
    is_primary: bool = False


@transaction.atomic
def add_place(
    *, person: Person, unit: OrgUnit, facts: PlaceFacts, started_on: date, now: datetime
) -> Assignment:
    """A place in an open unit. Somebody's first place is their main one."""
    locked = _locked_person(person.pk)
    if not locked.is_active:
        raise Refused(f"{locked} is no longer active. Make them active first")
    open_unit = require_open_unit(unit_id=unit.pk)
    others = Assignment.objects.current().filter(person=locked)
    if others.filter(unit=open_unit).exists():
        raise Refused(f"{locked} has a place in {open_unit} already")
    is_primary = facts.is_primary or not others.exists()
    if is_primary:
        _no_longer_main(locked)
    reports_are_due(now=now)
    return Assignment.objects.create(
        organisation=organisation_in_force(),
        person=locked,
        unit=open_unit,
        started_on=started_on,
        **vars(facts) | {"is_primary": is_primary},
    )


@transaction.atomic
def change_place(
    *, place: Assignment, edition: int, facts: PlaceFacts, now: datetime
) -> Assignment:
    """What is written about a place; a main place stays so until another becomes it."""
    locked = _locked_place(place, edition=edition)
    if facts.is_primary and not locked.is_primary:
        _no_longer_main(locked.person)
    is_primary = locked.is_primary or facts.is_primary
    for name, value in (vars(facts) | {"is_primary": is_primary}).items():
        setattr(locked, name, value)
    locked.save()
    reports_are_due(now=now)
    return locked


@transaction.atomic
def move_place(
    *, place: Assignment, edition: int, unit: OrgUnit, moved_on: date, now: datetime
) -> Assignment:
    """The place ends and one like it begins in the other unit on the same day.

    Leading does not move along: who leads a unit is said of each unit anew.
    """
    locked = _locked_place(place, edition=edition)
    open_unit = require_open_unit(unit_id=unit.pk)
    there = Assignment.objects.current().filter(person=locked.person, unit=open_unit)
    if there.exists():
        raise Refused(f"{locked.person} has a place in {open_unit} already")
    _refuse_before_start(locked, moved_on)
    was_primary = locked.is_primary
    locked.ended_on, locked.is_primary = moved_on, False
    locked.save()
    reports_are_due(now=now)
    return Assignment.objects.create(
        organisation=organisation_in_force(),
        person=locked.person,
        unit=open_unit,
        role_title=locked.role_title,
        staff_group=locked.staff_group,
        pay_band=locked.pay_band,
        fte=locked.fte,
        is_primary=was_primary,
        started_on=moved_on,
    )


@transaction.atomic
def end_place(
    *, place: Assignment, edition: int, ended_on: date, now: datetime
) -> Assignment | None:
    """The place ends. When it was the main one, the longest held becomes so: that is returned."""
    locked = _locked_place(place, edition=edition)
    _refuse_before_start(locked, ended_on)
    was_primary = locked.is_primary
    locked.ended_on = ended_on
    locked.save()
    others = Assignment.objects.current().filter(person=locked.person).select_related("unit")
    next_main = others.order_by("started_on", "pk").first() if was_primary else None
    if next_main is not None:
        next_main.is_primary = True
        next_main.edition += 1
        next_main.save()
    reports_are_due(now=now)
    return next_main


def _no_longer_main(person: Person) -> None:
    for place in Assignment.objects.current().filter(person=person, is_primary=True):
        place.is_primary = False
        place.edition += 1
        place.save()


def _refuse_before_start(place: Assignment, day: date) -> None:
    if place.started_on is not None and day < place.started_on:
        raise Refused("The day must not be before the place began", field="day")


def _locked_person(person_id: int) -> Person:
    return Person.objects.select_for_update().get(pk=person_id)


def _locked_place(place: Assignment, *, edition: int) -> Assignment:
    """The place for this edit alone, one edition further; its person is held first."""
    _locked_person(place.person_id)
    locked = (
        Assignment.objects.select_related("person").select_for_update(of=("self",)).get(pk=place.pk)
    )
    if locked.ended_on is not None:
        raise Refused(HAS_ENDED)
    if locked.edition != edition:
        raise SavedMeanwhile
    locked.edition += 1
    return locked
