"""What the board expects of the units of one level, for each priority."""

from __future__ import annotations

from dataclasses import dataclass

from objectives.models import ExpectedContribution
from objectives.queries.parts import PriorityName, priorities_in_force
from people.models import OrgUnit

AT_MOST = 20  # units on one page: a form has a limit of fields


@dataclass(frozen=True, kw_only=True)
class Cell:
    priority_id: int
    unit_id: int
    label: str
    value: str

    @property
    def name(self) -> str:
        return f"cell-{self.unit_id}-{self.priority_id}"


@dataclass(frozen=True, kw_only=True)
class Row:
    unit_id: int
    unit: str
    has_units_below: bool
    cells: list[Cell]


@dataclass(frozen=True, kw_only=True)
class Matrix:
    above: OrgUnit
    priorities: list[PriorityName]
    rows: list[Row]
    total: int

    @property
    def parent_in_url(self) -> str:
        return str(self.above.parent_id or "")

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]


def matrix(*, unit_id: int, page: int) -> Matrix | None:
    """The units just below one (the board's own, where none is named), a page of them, against
    the priorities in force."""
    wanted = OrgUnit.objects.filter(pk=unit_id) if unit_id else OrgUnit.objects.filter(parent=None)
    above = wanted.select_related("parent").first()
    if above is None:
        return None
    priorities = list(priorities_in_force().values())
    children = OrgUnit.objects.open().filter(parent=above).order_by("name", "pk")
    first = (page - 1) * AT_MOST
    units = list(children[first : first + AT_MOST])
    with_children = set(
        OrgUnit.objects.open().filter(parent__in=units).values_list("parent_id", flat=True)
    )
    kept = {
        (row.unit_id, row.priority_id): row.expectation
        for row in ExpectedContribution.objects.filter(unit__in=units)
    }
    return Matrix(
        above=above,
        priorities=priorities,
        rows=[
            Row(
                unit_id=unit.pk,
                unit=unit.name,
                has_units_below=unit.pk in with_children,
                cells=[
                    Cell(
                        priority_id=name.priority_id,
                        unit_id=unit.pk,
                        label=f"{unit.name}: {name.title}",
                        value=kept.get((unit.pk, name.priority_id), ""),
                    )
                    for name in priorities
                ],
            )
            for unit in units
        ],
        total=children.count(),
    )
