"""Units from a spreadsheet: matched by code, those above before those below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from people.imports.checking import check_rows
from people.imports.kinds import UNITS
from people.imports.loops import closing_links
from people.imports.problems import Problem
from people.imports.rows import UnitRow
from people.intake.orders import Order, Outcome
from people.intake.registry import Rows
from people.models import OrgUnit
from people.tenancy import organisation_in_force

UNKNOWN_PARENT = (
    "There is no unit {code}: add a row for it, or enter the code of a unit that is there"
)
LOOP = "Unit {code} would hang below itself: choose another parent for it"
CODE_TAKEN = "Another unit has this code already: enter a code of its own for the organisation"
FIELDS = ("name", "kind", "site", "headcount", "fte")


def carry_out(order: Order) -> Outcome:
    """Adds units that are new and changes those that differ; nothing unlisted is touched."""
    checked = check_rows(UNITS, table=order.tables["file"], matching=order.matching("file"))
    outcome = Outcome(rows={"units": checked.row_count}, problems=list(checked.problems))
    return _Units(checked.rows, outcome).carry_out()


class _Units:
    def __init__(self, rows: Sequence[UnitRow], outcome: Outcome) -> None:
        self.rows, self.outcome = rows, outcome
        self.units = {unit.code: unit for unit in OrgUnit.objects.select_for_update()}
        self.root = next(unit for unit in self.units.values() if unit.parent_id is None)
        self.changes: dict[str, bool] = {}

    def carry_out(self) -> Outcome:
        for row in [r for r in self.rows if r.kind == "organisation"]:
            self._root(row)
        rows = self._with_parents([r for r in self.rows if r.kind != "organisation"])
        rows = self._without_loops(rows)
        for row in _from_the_top(rows, known=set(self.units)):
            self._save(row)
        return self.outcome

    def _root(self, row: UnitRow) -> None:
        holder = self.units.get(row.code)
        if holder is not None and holder != self.root:
            self._refuse(row, "code", row.code, CODE_TAKEN)
            return
        self.units.pop(self.root.code)
        self.units[row.code] = self.root
        values: dict[str, Any] = {"code": row.code, "name": row.name}
        values |= {f: getattr(row, f) for f in ("site", "headcount", "fte") if row.says(f)}
        self._change(self.root, values)

    def _with_parents(self, rows: list[UnitRow]) -> list[UnitRow]:
        """Rows whose parent is here or comes with the file; one in error takes those below it."""
        while True:
            known = set(self.units) | {row.code for row in rows}
            lost = [row for row in rows if row.parent_code and row.parent_code not in known]
            if not lost:
                return rows
            for row in lost:
                words = UNKNOWN_PARENT.format(code=row.parent_code)
                self._refuse(row, "parent_code", row.parent_code, words)
            rows = [row for row in rows if row not in lost]

    def _without_loops(self, rows: list[UnitRow]) -> list[UnitRow]:
        listed = {row.code for row in rows}
        standing = [
            (unit.code, unit.parent.code)
            for unit in OrgUnit.objects.exclude(parent=None).select_related("parent")
            if unit.code not in listed and unit.parent is not None
        ]
        links = [(row.code, row.parent_code or self.root.code) for row in rows]
        closing = set(closing_links(links, standing=standing))
        for place in sorted(closing):
            row = rows[place]
            self._refuse(row, "parent_code", row.parent_code, LOOP.format(code=row.code))
        return [row for place, row in enumerate(rows) if place not in closing]

    def _save(self, row: UnitRow) -> None:
        values: dict[str, Any] = {f: getattr(row, f) for f in FIELDS if row.says(f)}
        if values.get("kind", "") is None:
            del values["kind"]
        unit = self.units.get(row.code)
        if unit is None or row.says("parent_code"):
            values["parent"] = self.units[row.parent_code] if row.parent_code else self.root
        if unit is not None:
            self._change(unit, values | {"closed_on": None})
            return
        self.units[row.code] = OrgUnit.objects.create(
            organisation=organisation_in_force(), code=row.code, **values
        )
        self.outcome.added["units"] += 1

    def _change(self, unit: OrgUnit, values: dict[str, Any]) -> None:
        differing = {name: v for name, v in values.items() if getattr(unit, name) != v}
        if not differing:
            self.outcome.unchanged["units"] += 1
            return
        self.outcome.changed["units"] += 1
        self.outcome.moved["units"] += "parent" in differing
        for name, value in differing.items():
            setattr(unit, name, value)
        unit.edition += 1
        unit.save()

    def _refuse(self, row: UnitRow, column: str, value: str, message: str) -> None:
        self.outcome.problems.append(
            Problem("units", row.row_number, column, value, "error", message)
        )


def _from_the_top(rows: Iterable[UnitRow], *, known: set[str]) -> list[UnitRow]:
    """Rows in an order in which each one's parent is there before it."""
    waiting: dict[str, list[UnitRow]] = {}
    ready: list[UnitRow] = []
    listed = {row.code for row in rows}
    for row in rows:
        if row.parent_code in listed:
            waiting.setdefault(row.parent_code, []).append(row)
        else:
            ready.append(row)
    for row in ready:  # grows as it goes
        ready.extend(waiting.get(row.code, ()))
    return ready


def export() -> Rows:
    """Every open unit as the import reads it, the root first."""
    units = OrgUnit.objects.open().select_related("parent").order_by("code")
    for unit in sorted(units, key=lambda each: each.parent_id is not None):
        parent = unit.parent.code if unit.parent and unit.parent.parent_id else ""
        kind = "organisation" if unit.parent_id is None else unit.kind
        yield (unit.code, unit.name, kind, parent, unit.site, unit.headcount, unit.fte)
