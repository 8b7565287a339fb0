"""Whom letters reach, how they wish to be written to, and which letters never arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from people.models import Assignment, BoardMembership, Errand, LetterChoices, Notice, Person
from people.policy import Action, Standing
from people.tenancy import organisation_in_force


def choices_of(person_id: int) -> LetterChoices:
    """A person's own or, while they have said nothing, the usual ones."""
    found = LetterChoices.objects.filter(person_id=person_id).first()
    return found or _usual(person_id)


def _usual(person_id: int) -> LetterChoices:
    """In the demonstration letters leave at any hour, so that whoever tries it sees them."""
    usual = LetterChoices(person_id=person_id)
    if organisation_in_force().is_demonstration:
        usual.quiet_from = usual.quiet_until
    return usual


def people_to_write_to() -> QuerySet[Person]:
    """Active people with an address who can sign in: a letter to others leads nowhere."""
    return Person.objects.active().filter(account__is_active=True).exclude(email="")


def reader_with(*, person_id: int | None, address: str) -> Person | None:
    """Whom a letter is for: by number or, in letters from before, by address."""
    people = people_to_write_to()
    if person_id is not None:
        return people.filter(pk=person_id).first()
    return people.filter(email__iexact=address).order_by("pk").first()


def days_of_digest() -> dict[int, int | None]:
    """The digest's weekday of everybody who can be written to: two queries."""
    chosen = dict(LetterChoices.objects.values_list("person_id", "digest_day"))
    usual = LetterChoices().digest_day
    people = people_to_write_to().order_by("pk").values_list("pk", flat=True)
    return {person_id: chosen.get(person_id, usual) for person_id in people}


def notices_to_tell(person_id: int) -> QuerySet[Notice]:
    return Notice.objects.filter(person_id=person_id, told_at=None).order_by("noticed_at", "pk")


@dataclass(frozen=True, kw_only=True)
class OutOfReach:
    """Somebody whom questions wait for, and whom no letter reaches."""

    person_id: int
    name: str
    leads: str
    why: str
    can_be_invited: bool
    replay_key: UUID = field(default_factory=uuid4)


def out_of_reach(standing: Standing) -> list[OutOfReach]:
    """Leads and board members without a sign-in or an address: of everywhere to administrators,
    of the units below to those who lead them."""
    places = Assignment.objects.current().filter(is_lead=True)
    seats = BoardMembership.objects.current()
    if not standing.may(Action.MANAGE_PEOPLE):
        places = places.filter(unit_id__in=standing.led_unit_ids)
        seats = seats.none()
    cannot = Q(person__is_active=True) & (
        Q(person__account=None) | Q(person__account__is_active=False) | Q(person__email="")
    )
    found: dict[int, OutOfReach] = {}
    leading = places.filter(cannot).select_related("person", "unit")
    for place in leading.order_by("unit__name", "person__name", "pk"):
        found.setdefault(place.person_id, _line(place.person, leads=place.unit.name))
    for seat in seats.filter(cannot).select_related("person").order_by("person__name", "pk"):
        found.setdefault(seat.person_id, _line(seat.person, leads="The board"))
    return list(found.values())


def _line(person: Person, *, leads: str) -> OutOfReach:
    no_address = not person.email
    return OutOfReach(
        person_id=person.pk,
        name=person.name,
        leads=leads,
        why="No email address" if no_address else "Cannot sign in yet",
        can_be_invited=not no_address and person.account_id is None,
    )


@dataclass(frozen=True, kw_only=True)
class Undelivered:
    """A letter that was given up."""

    errand_id: int
    reader: str
    subject: str
    trouble: str
    since: datetime


def undelivered() -> list[Undelivered]:
    """Letters that could not be handed over however often it was tried, the newest first."""
    dead = Errand.objects.filter(state=Errand.State.DEAD, task__contains=".send_")
    rows = list(dead.order_by("-due_at", "-pk")[:50])
    ids = {row.arguments.get("person") for row in rows} - {None}
    names = dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [
        Undelivered(
            errand_id=row.pk,
            reader=names.get(row.arguments.get("person"), "") or row.arguments.get("to", ""),
            subject=row.arguments.get("subject", "") or "A letter made as it leaves",
            trouble=row.trouble,
            since=row.created_at,
        )
        for row in rows
    ]
