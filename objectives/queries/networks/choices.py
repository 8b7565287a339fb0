"""What a form about networks offers."""

from __future__ import annotations

from objectives.models import ImposedTarget
from objectives.queries.choices import objective_called, people_called
from objectives.queries.networks.running import possible_sponsors
from objectives.queries.parts import priorities_in_force
from people.models import Person
from strategy.models import Priority

__all__ = ["carriable", "carried_named", "objective_called", "people_called", "sponsors"]


def carriable() -> list[tuple[str, str]]:
    """Targets that hold now, then the Board's priorities."""
    targets = ImposedTarget.objects.filter(is_current=True).order_by("title", "pk")
    names = priorities_in_force().values()
    return [
        *((f"target:{one.pk}", f"Target: {one.title}") for one in targets),
        *((f"priority:{one.ref}", f"Priority: {one.title}") for one in names),
    ]


def carried_named(value: str) -> ImposedTarget | Priority | None:
    kind, _, name = value.partition(":")
    if kind == "target":
        return ImposedTarget.objects.filter(is_current=True, pk=int(name)).first()
    ids = [one.priority_id for one in priorities_in_force().values() if one.ref == name]
    return Priority.objects.filter(pk__in=ids).first()


def sponsors() -> list[tuple[int, str]]:
    return [(person.pk, person.name) for person in possible_sponsors()]


def person_with(person_id: int | None) -> Person | None:
    return Person.objects.active().filter(pk=person_id or 0).first()
