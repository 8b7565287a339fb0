"""The turns in a unit's life, read from the record of changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from people.audit.tables import tracked_tables
from people.models import OrgUnit
from people.tenancy import organisation_in_force
from ui.wording import in_words

SHOWN_AT_MOST = 50
COLUMNS = ("pgh_created_at", "pgh_label", "name", "parent_id", "closed_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn: where the unit moved, when it closed, what it was called before."""

    at: datetime
    sentence: str


def history_of(unit: OrgUnit, *, names: Mapping[int, str]) -> list[Turn]:
    """Where the unit has been, the newest first. `names` are today's names of all units."""
    events = tracked_tables()["people.orgunit"].events._default_manager.filter(
        organisation=organisation_in_force(), pgh_obj_id=unit.pk
    )
    rows = list(events.order_by("pgh_id").values(*COLUMNS))
    turns = [
        Turn(at=after["pgh_created_at"], sentence=sentence)
        for before, after in zip([None, *rows], rows, strict=False)
        for sentence in _sentences(before, after, names)
    ]
    return turns[::-1][:SHOWN_AT_MOST]


def _sentences(
    before: Mapping[str, Any] | None, after: Mapping[str, Any], names: Mapping[int, str]
) -> list[str]:
    if before is None:
        return ["Added"] if after["pgh_label"] == "added" else []
    found = []
    if before["name"] != after["name"]:
        found.append(f"Renamed from {before['name']} to {after['name']}")
    if before["parent_id"] != after["parent_id"]:
        found.append(f"Moved {_move(before['parent_id'], after['parent_id'], names)}")
    if before["closed_on"] != after["closed_on"]:
        found.append(_closing(after["closed_on"]))
    return found


def _move(from_id: int | None, to_id: int | None, names: Mapping[int, str]) -> str:
    places = [("from", from_id), ("to", to_id)]
    return " ".join(f"{word} {names.get(pk, 'another unit')}" for word, pk in places if pk)


def _closing(closed_on: date | None) -> str:
    return f"Closed on {in_words(closed_on)}" if closed_on else "Opened again"
