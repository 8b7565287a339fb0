"""What a form offers: units to write for, things to serve, people to be answerable."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from objectives.models import Objective
from objectives.queries.parts import priorities_in_force, shortened
from objectives.queries.seen import current_cycle, cycle_of_new_work
from people.models import Assignment, OrgUnit, Person
from people.policy import Action, Standing
from strategy.models import Priority

AT_MOST, NEAREST = 20, 8
OPEN = (
    Objective.State.DRAFT,
    Objective.State.PROPOSED,
    Objective.State.IN_CATCHBALL,
    Objective.State.AGREED,
    Objective.State.LIVE,
)


@dataclass(frozen=True, kw_only=True)
class ParentChoice:
    """Something to serve. `value` names it in forms and addresses: "priority:SAFE"."""

    value: str
    title: str
    hint: str


def units_to_write_for(standing: Standing) -> list[tuple[str, str]]:
    """Code and name of each unit this person may write an objective for, their own first."""
    units = OrgUnit.objects.open()
    if not standing.is_everywhere(Action.WRITE_OBJECTIVE):
        units = units.filter(pk__in=standing.units_for(Action.WRITE_OBJECTIVE))
    own = standing.directly_led_unit_ids | standing.own_unit_ids
    found = units.values_list("pk", "code", "name").order_by("name", "pk")
    ordered = sorted(found, key=lambda unit: unit[0] not in own)
    return [(code, name) for _, code, name in ordered]


def own_unit_code(standing: Standing) -> str:
    """The code of the one unit they lead or, leading none, work in; "" where there are several."""
    own = standing.directly_led_unit_ids or standing.own_unit_ids
    codes = OrgUnit.objects.open().filter(pk__in=own).values_list("code", flat=True)[:2]
    return codes[0] if len(codes) == 1 else ""


def unit_with_code(code: str) -> OrgUnit | None:
    return OrgUnit.objects.select_related("parent").filter(code=code).first()


def parent_choices(
    *, standing: Standing, unit: OrgUnit | None, words: str, but_not: int | None = None
) -> list[ParentChoice]:
    """Found by words or, without any, what stands nearest: objectives of the unit above, and the
    priorities in force."""
    wanted = words.split()
    priorities = [
        ParentChoice(value=f"priority:{name.ref}", title=name.title, hint="Board priority")
        for name in priorities_in_force().values()
        if all(word.lower() in f"{name.title} {name.ref}".lower() for word in wanted)
    ]
    rows = _objectives(standing).exclude(pk=but_not or 0)
    for word in wanted:
        rows = rows.filter(
            Q(current__title__icontains=word) | Q(unit__name__icontains=word) | Q(ref__iexact=word)
        )
    if not wanted:
        rows = rows.filter(unit_id=unit.parent_id if unit else None)
    at_most = AT_MOST if wanted else NEAREST
    found = [_choice(row) for row in rows.order_by("current__title", "pk")[:at_most]]
    return [*found, *priorities]


def _objectives(standing: Standing) -> QuerySet[Objective]:
    return (
        Objective.objects.visible_to(standing)
        .filter(cycle=cycle_of_new_work(), state__in=OPEN)
        .select_related("current", "unit")
    )


def _choice(row: Objective) -> ParentChoice:
    title = row.current.title if row.current else row.ref
    return ParentChoice(
        value=f"objective:{row.ref}", title=shortened(title, 140), hint=row.unit.name
    )


def choice_named(value: str, *, standing: Standing) -> ParentChoice | None:
    """The choice behind a value that an address or an earlier answer carries."""
    kind, _, ref = value.partition(":")
    if kind == "priority":
        names = [name for name in priorities_in_force().values() if name.ref == ref]
        hint = "Board priority"
        return ParentChoice(value=value, title=names[0].title, hint=hint) if names else None
    row = _objectives(standing).filter(ref=ref).first() if kind == "objective" else None
    return _choice(row) if row else None


def parent_named(value: str, *, standing: Standing) -> Objective | Priority | None:
    """The priority in force, or the objective this person sees, that a value names."""
    kind, _, ref = value.partition(":")
    if kind == "priority":
        ids = [name.priority_id for name in priorities_in_force().values() if name.ref == ref]
        return Priority.objects.filter(pk__in=ids).first()
    return _objectives(standing).filter(ref=ref).first() if kind == "objective" else None


def objective_called(ref: str, *, standing: Standing) -> Objective | None:
    """By its reference, among those of the year that this person sees."""
    seen = Objective.objects.visible_to(standing).filter(cycle=current_cycle())
    return seen.select_related("current", "unit").filter(ref__iexact=ref).first()


def people_near(unit: OrgUnit | None) -> list[str]:
    """People to be answerable, as a form names them: the unit's own."""
    if unit is None:
        return []
    places = Assignment.objects.current().filter(unit=unit, person__is_active=True)
    names = places.select_related("person").order_by("-is_lead", "person__name", "person_id")
    return [named(place.person) for place in names[:50]]


def named(person: Person) -> str:
    """A name, and the staff number that tells it from others."""
    return f"{person.name} ({person.staff_id})" if person.staff_id else person.name


def people_called(words: str) -> list[Person]:
    """Active people whom these words name exactly: name, name and number, number or address."""
    name, _, rest = words.rpartition(" (")
    number = rest.removesuffix(")") if name else ""
    people = Person.objects.active()
    if number and rest.endswith(")"):
        return list(people.filter(name__iexact=name, staff_id=number)[:2])
    return list(
        people.filter(
            Q(name__iexact=words) | Q(staff_id=words) & ~Q(staff_id="") | Q(email__iexact=words)
        )[:2]
    )


def units_named() -> list[tuple[str, str]]:
    """Code and name of every open unit, for filters."""
    return list(OrgUnit.objects.open().order_by("name", "pk").values_list("code", "name"))
