from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from people.models import RoleGrant
from people.models.person import RoleGrantQuerySet
from people.structure.figures import in_reading_order
from people.structure.queries import unit_facts

ENDED_SHOWN = 25
INDENT = "\u00a0\u00a0\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantLine:
    """One role that somebody holds, or held."""

    id: int
    person_id: int
    name: str
    is_active: bool
    unit_id: int | None
    unit: str
    granted_by: str
    started_on: date
    ended_on: date | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role with everybody who holds it."""

    words: str
    grants: list[GrantLine]


def grants() -> RoleGrantQuerySet:
    return RoleGrant.objects.select_related("person", "unit", "granted_by")


def roles_held() -> list[RoleLine]:
    """Every role, with who holds it now."""
    held = [_line(g) for g in grants().current().order_by("person__name", "pk")]
    return [
        RoleLine(words=str(label), grants=[line for line in held if line.role == label])
        for _value, label in RoleGrant.Role.choices
    ]


def roles_ended() -> list[GrantLine]:
    """The roles that ended last."""
    ended = grants().filter(ended_on__isnull=False).order_by("-ended_on", "-pk")
    return [_line(grant) for grant in ended[:ENDED_SHOWN]]


def units_to_lead() -> list[tuple[int, str]]:
    """Open units in the order of the tree, set in by their level."""
    return [
        (fact.id, f"{INDENT * depth}{fact.name} ({fact.code})")
        for fact, depth in in_reading_order(unit_facts())
    ]


def _line(grant: RoleGrant) -> GrantLine:
    return GrantLine(
        id=grant.pk,
        person_id=grant.person_id,
        name=grant.person.name,
        is_active=grant.person.is_active,
        unit_id=grant.unit_id,
        unit=grant.unit.name if grant.unit else "",
        granted_by=grant.granted_by.name if grant.granted_by else "",
        started_on=grant.started_on,
        ended_on=grant.ended_on,
        role=str(grant.get_role_display()),
    )
