"""Who answers in whose place, as the two of them and everybody on the team's page read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from objectives.models import Delegation
from objectives.queries.parts import Tag
from people.models import OrgUnit
from people.policy import Standing


@dataclass(frozen=True, kw_only=True)
class DelegationLine:
    delegation_id: int
    unit_id: int
    unit: str
    leader: str
    delegate: str
    starts_on: date
    ends_on: date
    state: Tag
    is_over: bool


@dataclass(frozen=True, kw_only=True)
class DelegatesPage:
    """Those a person named, those who named them, and the units they could name one for."""

    named: list[DelegationLine]
    held: list[DelegationLine]
    over: list[DelegationLine]
    led: list[tuple[int, str]]

    @property
    def is_empty(self) -> bool:
        return not (self.named or self.held or self.over or self.led)


OVER_SHOWN = 10


def delegations_of(standing: Standing) -> QuerySet[Delegation]:
    """A person's own: as leader, or as delegate."""
    mine = Q(leader_id=standing.person_id) | Q(delegate_id=standing.person_id)
    return Delegation.objects.filter(mine).select_related("unit", "leader", "delegate")


def delegates_page(standing: Standing, *, today: date) -> DelegatesPage:
    """Two queries, whatever was named."""
    rows = list(delegations_of(standing).order_by("-starts_on", "-pk"))
    lines = [(row, _line(row, today=today)) for row in rows]
    units = OrgUnit.objects.open().filter(pk__in=standing.directly_led_unit_ids)
    return DelegatesPage(
        named=[
            line for row, line in lines if row.leader_id == standing.person_id and not line.is_over
        ],
        held=[
            line
            for row, line in lines
            if row.delegate_id == standing.person_id and not line.is_over
        ],
        over=[line for _, line in lines if line.is_over][:OVER_SHOWN],
        led=list(units.order_by("name", "pk").values_list("pk", "name")),
    )


def delegates_of_unit(unit_id: int, *, today: date) -> list[DelegationLine]:
    """Who answers today in a leader's place, for everybody to see."""
    rows = Delegation.objects.in_force(today=today).filter(unit_id=unit_id)
    named = rows.select_related("unit", "leader", "delegate").order_by("ends_on", "pk")
    return [_line(row, today=today) for row in named]


def _line(row: Delegation, *, today: date) -> DelegationLine:
    return DelegationLine(
        delegation_id=row.pk,
        unit_id=row.unit_id,
        unit=row.unit.name,
        leader=row.leader.name,
        delegate=row.delegate.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        state=_state(row, today=today),
        is_over=row.ended_at is not None or row.ends_on < today,
    )


def _state(row: Delegation, *, today: date) -> Tag:
    if row.ended_at is not None or row.ends_on < today:
        return Tag(words="Over", colour="grey")
    if row.starts_on > today:
        return Tag(words="To come", colour="blue")
    return Tag(words="In force", colour="green")
