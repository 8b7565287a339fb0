"""What a form about networks offers."""

from __future__ import annotations

from objectives.models import ImposedTarget, Network, NetworkMember
from objectives.queries.choices import objective_called, people_called
from objectives.queries.networks.running import possible_sponsors
from objectives.queries.parts import priorities_in_force
from people.models import Person
from strategy.models import Priority

__all__ = [
    "carriable",
    "carried_named",
    "leaders_to_be",
    "objective_called",
    "people_called",
    "person_with",
    "sponsors",
]


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


def leaders_to_be(network: Network) -> list[tuple[int, str]]:
    """Its lead, then everybody who is in it."""
    members = NetworkMember.objects.filter(network=network, state=NetworkMember.State.IN)
    people = members.exclude(person_id=network.lead_id).order_by("person__name", "pk")
    named = [(pk, name) for pk, name in people.values_list("person_id", "person__name")]
    return [(network.lead_id, network.lead.name), *named]


def person_with(person_id: int | None) -> Person | None:
    return Person.objects.active().filter(pk=person_id or 0).first()
