"""What of people and structure can be found."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from people.addresses import address
from people.directory.queries.persons import people_visible_to
from people.models import Assignment, OrgUnit, Person
from people.policy import Action, Standing
from people.queries import unit_ids_below
from people.searching.registry import Candidates, Chosen, Filter, Found, Kind, can_find, narrows
from people.structure.queries import units
from people.tenancy import organisation_in_force

DIVISION = "division"


def enrol() -> None:
    can_find(
        Kind(
            code="people",
            name="People",
            one="Person",
            narrowed_by=frozenset({DIVISION}),
            candidates=_people,
            lines=_people_lines,
        ),
        position=20,
    )
    can_find(
        Kind(
            code="teams",
            name="Teams and units",
            one="Team or unit",
            narrowed_by=frozenset({DIVISION}),
            candidates=_units,
            lines=_unit_lines,
        ),
        position=30,
    )
    narrows(
        Filter(name=DIVISION, label="Division", all_of_them="All divisions", choices=_divisions),
        position=10,
    )


def units_below(code: str) -> frozenset[int]:
    """The unit with this code and every unit below it."""
    named = set(OrgUnit.objects.filter(code=code).values_list("pk", flat=True))
    return unit_ids_below(unit_ids=named, organisation_id=organisation_in_force().pk)


def _people(standing: Standing, chosen: Chosen) -> Candidates:
    """Who may not see an address or a staff number does not find anybody by it either."""
    rows, manages = people_visible_to(standing), standing.may(Action.MANAGE_PEOPLE)
    if not manages:
        rows = rows.filter(is_active=True)
    if DIVISION in chosen:
        below = _main_places().filter(unit_id__in=units_below(chosen[DIVISION]))
        rows = rows.filter(pk__in=below.values("person_id"))
    return Candidates(
        rows=rows,
        title="name",
        reference="staff_id" if manages else "",
        elsewhere=("email",) if manages else (),
        beside=_work,
        is_past=Q(is_active=False),
    )


def _main_places() -> QuerySet[Assignment]:
    return Assignment.objects.filter(ended_on=None, is_primary=True)


def _work(begins: str) -> Q:
    """What somebody does, and where: read once, and not joined to each person."""
    units = OrgUnit.objects.filter(name__iregex=begins).values("pk")
    places = _main_places().filter(Q(role_title__iregex=begins) | Q(unit_id__in=units))
    return Q(pk__in=places.values("person_id"))


def _people_lines(keys: Collection[int]) -> list[Found]:
    """Two reads, so that no plan joins everybody's places to them."""
    places = _main_places().filter(person_id__in=keys).select_related("unit")
    place_of = {place.person_id: place for place in places}
    return [
        Found(
            key=person.pk,
            title=person.name,
            facts=_whereabouts(place_of.get(person.pk)) or str(person.get_kind_display()),
            href=address("people:person", person.pk),
            tag="" if person.is_active else "No longer active",
        )
        for person in Person.objects.filter(pk__in=keys)
    ]


def _whereabouts(place: Assignment | None) -> str:
    return ", ".join(part for part in (place.role_title, place.unit.name) if part) if place else ""


def _units(standing: Standing, chosen: Chosen) -> Candidates:
    rows = units() if standing.may(Action.SEE_STRUCTURE) else OrgUnit.objects.none()
    if DIVISION in chosen:
        rows = rows.filter(pk__in=units_below(chosen[DIVISION]))
    return Candidates(rows=rows, title="name", reference="code", is_past=Q(closed_on__isnull=False))


def _unit_lines(keys: Collection[int]) -> list[Found]:
    return [
        Found(
            key=unit.pk,
            title=unit.name,
            facts=f"{unit.get_kind_display()} {unit.code}"
            + (f", in {unit.parent.name}" if unit.parent else ""),
            href=address("people:unit", unit.pk),
            tag="Closed" if unit.closed_on else "",
        )
        for unit in units().filter(pk__in=keys)
    ]


def _divisions(_standing: Standing) -> list[tuple[str, str]]:
    """What hangs directly below the top."""
    rows = OrgUnit.objects.open().filter(parent__isnull=False, parent__parent=None)
    return list(rows.order_by("name", "pk").values_list("code", "name"))
