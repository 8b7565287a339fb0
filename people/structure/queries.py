"""Reads of the tree of units. Each costs a fixed number of queries at any size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from people.models import Assignment, OrgUnit, RoleGrant
from people.paging import Choice, Lines
from people.queries import unit_ids_below
from people.structure.figures import (
    TreeLine,
    UnitFact,
    in_reading_order,
    people_with_below,
    tree_lines,
)

A_PAGE = 25
LINES_OF_A_TREE = 500
CHOICES = 50

MAINLY_HERE = Count(
    "assignments",
    filter=Q(
        assignments__is_primary=True,
        assignments__ended_on=None,
        assignments__person__is_active=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundUnit:
    """A unit that a search found, with the units it hangs below."""

    unit: UnitFact
    above: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHere:
    """Someone who works in a unit."""

    person_id: int
    name: str
    role_title: str
    is_lead: bool
    is_primary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    person_id: int
    name: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """A unit as its page shows it."""

    unit: OrgUnit
    above: list[UnitFact]
    within: list[TreeLine]
    people_below: int
    leaders: list[Leader]
    names: Mapping[int, str]  # of every unit, closed ones too


def units() -> QuerySet[OrgUnit]:
    """Every unit of the organisation; all of its people see the structure."""
    return OrgUnit.objects.select_related("parent")


def open_units() -> QuerySet[OrgUnit]:
    return OrgUnit.objects.open().order_by("name")


def root_unit() -> OrgUnit | None:
    return OrgUnit.objects.filter(parent=None).first()


def unit_facts(*, with_closed: bool = False) -> list[UnitFact]:
    """Every unit with the number of active people whose main place is there."""
    rows = OrgUnit.objects.all() if with_closed else OrgUnit.objects.open()
    kinds = dict(OrgUnit.Kind.choices)
    return [
        UnitFact(
            id=pk,
            parent_id=parent_id,
            name=name,
            code=code,
            kind=kinds.get(kind, kind),
            people=people,
            is_closed=closed_on is not None,
        )
        for pk, parent_id, name, code, kind, closed_on, people in rows.annotate(
            people=MAINLY_HERE
        ).values_list("pk", "parent_id", "name", "code", "kind", "closed_on", "people")
    ]


def tree(*, with_closed: bool) -> list[TreeLine]:
    """The units from the top, as many levels as a page holds."""
    return tree_lines(unit_facts(with_closed=with_closed), at_most=LINES_OF_A_TREE)


def a_page(found: Sequence[FoundUnit], number: str | None) -> Page[FoundUnit]:
    return Paginator(found, A_PAGE).get_page(number)


def find_units(words: str, *, with_closed: bool = False) -> list[FoundUnit]:
    """Units whose name or code holds the words, in the order of the tree."""
    facts = unit_facts(with_closed=with_closed)
    sought, by_id, totals = words.casefold(), {f.id: f for f in facts}, people_with_below(facts)
    return [
        FoundUnit(
            unit=_with_people(fact, totals[fact.id]),
            above=_path_in_words(path_above(fact.parent_id, by_id)),
        )
        for fact, _depth in in_reading_order(facts)
        if sought in fact.name.casefold() or sought in fact.code.casefold()
    ]


def path_above(parent_id: int | None, by_id: Mapping[int, UnitFact]) -> list[UnitFact]:
    """The units above, from the top down."""
    path: list[UnitFact] = []
    while parent_id is not None and parent_id in by_id:
        path.insert(0, by_id[parent_id])
        parent_id = by_id[parent_id].parent_id
    return path


def _path_in_words(path: list[UnitFact]) -> str:
    """The top goes without saying where something else stands between."""
    return " > ".join(fact.name for fact in (path[1:] or path))


def _with_people(fact: UnitFact, people: int) -> UnitFact:
    return UnitFact(**{name: getattr(fact, name) for name in fact.__slots__} | {"people": people})


def unit_page(unit: OrgUnit) -> UnitPage:
    facts = unit_facts(with_closed=True)
    by_id, totals = {fact.id: fact for fact in facts}, people_with_below(facts)
    children = [fact for fact in facts if fact.parent_id == unit.pk]
    return UnitPage(
        unit=unit,
        above=path_above(unit.parent_id, by_id),
        within=[
            TreeLine(
                unit=fact,
                depth=0,
                people=totals[fact.id],
                units_within=sum(1 for f in facts if f.parent_id == fact.id),
                opens=False,
            )
            for fact, _ in in_reading_order(children)
        ],
        people_below=totals[unit.pk],
        leaders=leaders_of(unit),
        names={fact.id: fact.name for fact in facts},
    )


def people_here(unit: OrgUnit) -> Paginator[PersonHere]:
    """Active people with a place in the unit, by name."""
    places = (
        Assignment.objects.current()
        .filter(unit=unit, person__is_active=True)
        .order_by("person__name", "person_id", "pk")
        .values_list("person_id", "person__name", "role_title", "is_lead", "is_primary")
    )
    return Paginator(Lines(places, _person_here), A_PAGE)


def _person_here(row: tuple[int, str, str, bool, bool]) -> PersonHere:
    person_id, name, title, is_lead, is_primary = row
    return PersonHere(
        person_id=person_id, name=name, role_title=title, is_lead=is_lead, is_primary=is_primary
    )


def leaders_of(unit: OrgUnit) -> list[Leader]:
    """Who leads a unit: by their place there, or by a role granted for it."""
    by_place = Assignment.objects.current().filter(unit=unit, is_lead=True, person__is_active=True)
    by_role = RoleGrant.objects.current().filter(
        unit=unit, role=RoleGrant.Role.TEAM_LEAD, person__is_active=True
    )
    found = {
        person_id: Leader(person_id=person_id, name=name, how=how)
        for rows, how in ((by_role, "by a role granted for it"), (by_place, ""))
        for person_id, name in rows.values_list("person_id", "person__name")
    }
    return sorted(found.values(), key=lambda leader: leader.name.casefold())


def possible_parents(unit: OrgUnit, *, words: str) -> list[Choice]:
    """Open units that the words find and the unit may move below: not itself, nor its own."""
    below = unit_ids_below(unit_ids={unit.pk}, organisation_id=unit.organisation_id)
    return [c for c in unit_choices(words) if c.id not in below and c.id != unit.parent_id]


def unit_choices(words: str) -> list[Choice]:
    """Open units that the words find, each with where it is."""
    found = find_units(words) if words else []
    return [Choice(id=f.unit.id, name=f.unit.name, facts=_whereabouts(f)) for f in found[:CHOICES]]


def _whereabouts(found: FoundUnit) -> str:
    return f"{found.unit.code}, in {found.above}" if found.above else found.unit.code
