"""What people call the priorities and units that a run counted, whatever has been renamed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from people.models import OrgUnit
from strategy.models import PriorityWording, StrategyVersion

NO_LONGER_THERE = "A unit that is no longer there"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityName:
    id: int
    ref: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName:
    id: int
    code: str
    name: str
    kind: str
    is_closed: bool = False


def priority_names(ids: Iterable[int]) -> list[PriorityName]:
    """In the strategy's order; the words in force, or the last ones that were."""
    wordings = (
        PriorityWording.objects.filter(
            priority_id__in=list(ids), version__in_force_from__isnull=False
        )
        .order_by("version__in_force_from", "version__number", "position", "pk")
        .values_list("priority_id", "priority__ref", "title", "position", "version__state")
    )
    newest: dict[int, tuple[bool, int, PriorityName]] = {}
    for pk, ref, title, position, state in wordings:
        is_in_force = state == StrategyVersion.State.IN_DELIVERY
        if pk not in newest or is_in_force or not newest[pk][0]:
            newest[pk] = (is_in_force, position, PriorityName(id=pk, ref=ref, title=title))
    in_order = sorted(newest.values(), key=lambda it: (not it[0], it[1], it[2].ref))
    return [name for _, _, name in in_order]


def priorities_in_force() -> list[PriorityName]:
    wordings = PriorityWording.objects.in_force().order_by("position", "pk")
    return [
        PriorityName(id=pk, ref=ref, title=title)
        for pk, ref, title in wordings.values_list("priority_id", "priority__ref", "title")
    ]


def unit_names(ids: Iterable[int]) -> dict[int, UnitName]:
    """A name for each id, also for a unit that an undone import has taken away since."""
    wanted = list(ids)
    units = OrgUnit.objects.filter(pk__in=wanted)
    facts = units.values_list("pk", "code", "name", "kind", "closed_on")
    found = {
        pk: UnitName(
            id=pk,
            code=code,
            name=name,
            kind=OrgUnit.Kind(kind).label,
            is_closed=closed_on is not None,
        )
        for pk, code, name, kind, closed_on in facts
    }
    gone = {pk: UnitName(id=pk, code="", name=NO_LONGER_THERE, kind="") for pk in wanted}
    return gone | found


def unit_coded(code: str) -> UnitName | None:
    """The unit of that code; without a code, the root."""
    units = OrgUnit.objects.filter(code=code) if code else OrgUnit.objects.filter(parent=None)
    found = units.first()
    return named(found) if found else None


def named(unit: OrgUnit) -> UnitName:
    return UnitName(
        id=unit.pk,
        code=unit.code,
        name=unit.name,
        kind=unit.get_kind_display(),
        is_closed=unit.closed_on is not None,
    )
