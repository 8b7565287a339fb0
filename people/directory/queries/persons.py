from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.db.models.functions import Lower

from people.models import Assignment, BoardMembership, Person, RoleGrant
from people.paging import Choice, Lines
from people.policy import Action, Standing
from people.structure.keeping_open import what_a_person_leads
from ui.wording import listed

A_PAGE = 25
CHOICES = 50
ORDERS = {"name": "by_name", "role": "place__role_title", "unit": "place__unit__name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person as the directory lists them, with their main place."""

    id: int
    name: str
    kind: str
    is_active: bool
    role_title: str
    unit_id: int | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One place of a person."""

    id: int
    unit_id: int
    unit: str
    role_title: str
    staff_group: str
    pay_band: str
    fte: Decimal | None
    is_primary: bool
    is_lead: bool
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, kw_only=True)
class PersonPage:
    """A person as their page shows them to this viewer; `sees_contact` says how much."""

    person: Person
    sees_contact: bool
    places: list[PlaceLine]
    former_places: list[PlaceLine]
    roles: list[RoleGrant]
    seat: BoardMembership | None


def sees_contact(standing: Standing, person_id: int) -> bool:
    """E-mail address, staff number and pay band: for administrators and the person themselves."""
    return standing.may(Action.MANAGE_PEOPLE) or standing.person_id == person_id


def people_visible_to(standing: Standing) -> QuerySet[Person]:
    """Everybody sees who works here, and who did: names stay beside what they answered for."""
    return Person.objects.all() if standing.may(Action.SEE_STRUCTURE) else Person.objects.none()


def directory(
    *, standing: Standing, words: str, sort: str, with_inactive: bool
) -> Paginator[PersonLine]:
    """The people that the words find, in the order asked for, with their main places."""
    rows = with_main_place(people_visible_to(standing))
    if not (with_inactive and standing.may(Action.MANAGE_PEOPLE)):
        rows = rows.active()
    if words:
        rows = rows.filter(_holds(words, standing))
    return Paginator(Lines(_lines(rows.order_by(*_order(sort))), _person_line), A_PAGE)


def person_choices(words: str, *, standing: Standing) -> list[Choice]:
    """Active people that the words find, each with what tells them from a namesake."""
    if not words:
        return []
    found = directory(standing=standing, words=words, sort="name", with_inactive=False)
    return [
        Choice(id=line.id, name=line.name, facts=_whereabouts(line))
        for line in found.object_list[:CHOICES]
    ]


def person_page(person: Person, *, standing: Standing) -> PersonPage:
    places = [
        _place_line(place)
        for place in Assignment.objects.filter(person=person)
        .select_related("unit")
        .order_by("-is_primary", "started_on", "pk")
    ]
    roles = RoleGrant.objects.current().filter(person=person).select_related("unit")
    seats = BoardMembership.objects.current().filter(person=person)
    return PersonPage(
        person=person,
        sees_contact=sees_contact(standing, person.pk),
        places=[place for place in places if place.ended_on is None],
        former_places=[place for place in places if place.ended_on is not None],
        roles=list(roles.order_by("role", "pk")),
        seat=seats.first(),
    )


def places_of_active() -> QuerySet[Assignment]:
    """Places that still run."""
    return Assignment.objects.current().select_related("person", "unit")


def what_they_hold(person: Person) -> list[str]:
    """What somebody would have to take over, in sentences."""
    places = list(Assignment.objects.current().filter(person=person).select_related("unit"))
    leads = [place.unit.name for place in places if place.is_lead]
    seat = BoardMembership.objects.current().filter(person=person).first()
    roles = RoleGrant.objects.current().filter(person=person).select_related("unit")
    sentences = [f"They lead {listed(leads)}."] if leads else []
    if places:
        sentences.append(f"They have a place in {listed([p.unit.name for p in places])}.")
    if seat:
        sentences.append(f"They sit on the board: {seat.get_seat_display().lower()}.")
    sentences += [f"They hold a role: {role_words(grant)}." for grant in roles]
    return sentences + what_a_person_leads(person)


def role_words(grant: RoleGrant) -> str:
    words = str(grant.get_role_display())
    return f"{words}, {grant.unit.name}" if grant.unit else words


def with_main_place(people: QuerySet[Person]) -> Any:
    is_main = Q(assignments__is_primary=True, assignments__ended_on=None)
    return people.annotate(
        place=FilteredRelation("assignments", condition=is_main), by_name=Lower("name")
    )


def _holds(words: str, standing: Standing) -> Q:
    """Who may not see an address does not find anybody by it either."""
    found = Q(name__icontains=words) | Q(place__role_title__icontains=words)
    found |= Q(place__unit__name__icontains=words)
    if standing.may(Action.MANAGE_PEOPLE):
        found |= Q(email__icontains=words) | Q(staff_id__iexact=words)
    return found


def _order(sort: str) -> list[Any]:
    column = ORDERS.get(sort.removeprefix("-"), "by_name")
    ordered = F(column).desc(nulls_last=True) if sort[:1] == "-" else F(column).asc(nulls_last=True)
    return [ordered, "by_name", "pk"]


def _lines(rows: Any) -> Any:
    return rows.values_list(
        "pk",
        "name",
        "kind",
        "is_active",
        "place__role_title",
        "place__unit_id",
        "place__unit__name",
    )


def _person_line(row: tuple[Any, ...]) -> PersonLine:
    pk, name, kind, is_active, role_title, unit_id, unit = row
    return PersonLine(
        id=pk,
        name=name,
        kind=str(Person.Kind(kind).label),
        is_active=is_active,
        role_title=role_title or "",
        unit_id=unit_id,
        unit=unit or "",
    )


def _whereabouts(line: PersonLine) -> str:
    return ", ".join(part for part in (line.role_title, line.unit) if part) or line.kind


def _place_line(place: Assignment) -> PlaceLine:
    groups = dict(Assignment.StaffGroup.choices)
    return PlaceLine(
        id=place.pk,
        unit_id=place.unit_id,
        unit=place.unit.name,
        role_title=place.role_title,
        staff_group=str(groups.get(place.staff_group, place.staff_group)),
        pay_band=place.pay_band,
        fte=place.fte.normalize() if place.fte is not None else None,
        is_primary=place.is_primary,
        is_lead=place.is_lead,
        started_on=place.started_on,
        ended_on=place.ended_on,
    )
