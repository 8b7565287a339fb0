"""What another team asks of a person's, and the answers that came back."""

from __future__ import annotations

from objectives.models import Dependency
from objectives.queries.parts import shortened
from objectives.queries.sides import owner_side
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address


def dependency_lines(reader: Reader) -> list[Waiting]:
    """Questions wait with the nearest lead of the team that was asked."""
    if not reader.near["dependency"]:
        return []
    rows = Dependency.objects.filter(pk__in=reader.near["dependency"]).select_related(
        "objective__unit", "asked_unit"
    )
    return [
        Waiting(
            title=f"Can you help with “{shortened(row.words)}”?",
            hint=f"{row.objective.unit.name} asks {row.asked_unit.name}.",
            href=address("objectives:dependency", row.pk),
            since=row.asked_at,
        )
        for row in rows
        if reader.me in owner_side(row.asked_unit_id, None, known=reader.leaders).asked()
    ]
