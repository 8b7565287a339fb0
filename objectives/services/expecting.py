"""What the board expects of each unit for each priority."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from objectives.models import ExpectedContribution
from objectives.services.common import note_change
from objectives.services.refusals import NotTheirs
from people.policy import Action, Standing
from people.tenancy import organisation_in_force


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One cell: what it said when the page was opened, and what it should say. "" is not set."""

    priority_id: int
    unit_id: int
    was: str
    wanted: str


@transaction.atomic
def set_expectations(
    *, cells: Iterable[Expected], standing: Standing, now: datetime
) -> list[Expected]:
    """Sets each cell that was changed here; gives back those somebody else changed meanwhile."""
    if not standing.may(Action.SET_EXPECTATIONS):
        raise NotTheirs
    changed = sorted(
        (cell for cell in cells if cell.was != cell.wanted),
        key=lambda cell: (cell.unit_id, cell.priority_id),
    )
    overtaken = [cell for cell in changed if not _set(cell)]
    if len(overtaken) < len(changed):
        note_change(now=now)
    return overtaken


def _set(cell: Expected) -> bool:
    here = {"priority_id": cell.priority_id, "unit_id": cell.unit_id}
    row = ExpectedContribution.objects.select_for_update().filter(**here).first()
    found = row.expectation if row else ""
    if found == cell.wanted:
        return True
    if found != cell.was:
        return False
    if row is None:
        row, is_new = ExpectedContribution.objects.get_or_create(
            organisation=organisation_in_force(), **here, defaults={"expectation": cell.wanted}
        )
        return is_new or row.expectation == cell.wanted
    _write(row, cell.wanted)
    return True


def _write(row: ExpectedContribution, wanted: str) -> None:
    if wanted:
        row.expectation = wanted
        row.save(update_fields=["expectation", "updated_at"])
    else:
        row.delete()
