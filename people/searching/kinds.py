"""What of people and structure can be found."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from people.addresses import address
from people.directory.queries.persons import people_visible_to, with_main_place
from people.models import OrgUnit, Person
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
    rows, manages = with_main_place(people_visible_to(standing)), standing.may(Action.MANAGE_PEOPLE)
    if not manages:
        rows = rows.active()
    if DIVISION in chosen:
        rows = rows.filter(place__unit_id__in=units_below(chosen[DIVISION]))
    words = ("place__role_title", "place__unit__name")
    return Candidates(
        rows=rows,
        title="name",
        reference="staff_id" if manages else "",
        elsewhere=(*words, "email") if manages else words,
        is_past=Q(is_active=False),
    )


def _people_lines(keys: Collection[int]) -> list[Found]:
    rows = with_main_place(Person.objects.filter(pk__in=keys)).values_list(
        "pk", "name", "kind", "is_active", "place__role_title", "place__unit__name"
    )
    kinds = dict(Person.Kind.choices)
    return [
        Found(
            key=key,
            title=name,
            facts=", ".join(part for part in (role, unit) if part) or str(kinds.get(kind, kind)),
            href=address("people:person", key),
            tag="" if is_active else "No longer active",
        )
        for key, name, kind, is_active, role, unit in rows
    ]


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
