"""Units from a spreadsheet: matched by code, those above before those below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from people.imports.checking import check_rows
from people.imports.kinds import UNITS
from people.imports.loops import closing_links
from people.imports.problems import Problem
from people.imports.rows import UnitRow
from people.intake.orders import Order, Outcome
from people.intake.registry import Rows
from people.intake.writing import in_batches, write_changes
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
    return _Units(checked.rows, outcome, order).carry_out()


class _Units:
    def __init__(self, rows: Sequence[UnitRow], outcome: Outcome, order: Order) -> None:
        self.rows, self.outcome, self.order = rows, outcome, order
        units = list(OrgUnit.objects.select_for_update())
        self.units = {unit.code: unit for unit in units}
        self.code_of = {unit.pk: unit.code for unit in units}
        self.root = next(unit for unit in units if unit.parent_id is None)

    def carry_out(self) -> Outcome:
        """From the top down, so that a unit's parent is there, and in its place, before it."""
        for row in [r for r in self.rows if r.kind == "organisation"]:
            self._root(row)
        rows = self._that_can_stand([r for r in self.rows if r.kind != "organisation"])
        done = len(self.rows) - len(rows)
        self.order.progress(done, len(self.rows))
        for level in self._levels(rows):
            for batch in in_batches(level):
                self._save(batch)
                done += len(batch)
                self.order.progress(done, len(self.rows))
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
        self.code_of[self.root.pk] = row.code
        self._change_root(values)

    def _that_can_stand(self, rows: list[UnitRow]) -> list[UnitRow]:
        """One in error takes those below it, and a unit whose row is refused stays where it is."""
        while True:
            kept = self._without_loops(self._with_parents(rows))
            if len(kept) == len(rows):
                return kept
            rows = kept

    def _with_parents(self, rows: list[UnitRow]) -> list[UnitRow]:
        """Rows whose parent is here or comes with the file."""
        known = self.units.keys() | {row.code for row in rows} | {""}
        for row in rows:
            if row.parent_code not in known:
                words = UNKNOWN_PARENT.format(code=row.parent_code)
                self._refuse(row, "parent_code", row.parent_code, words)
        return [row for row in rows if row.parent_code in known]

    def _without_loops(self, rows: list[UnitRow]) -> list[UnitRow]:
        listed = {row.code for row in rows}
        standing = [
            (code, self._parent_now(unit))
            for code, unit in self.units.items()
            if unit.parent_id and code not in listed
        ]
        links = [(row.code, self._parent(row)) for row in rows]
        closing = set(closing_links(links, standing=standing))
        for place in sorted(closing):
            row = rows[place]
            self._refuse(row, "parent_code", row.parent_code, LOOP.format(code=row.code))
        return [row for place, row in enumerate(rows) if place not in closing]

    def _levels(self, rows: Sequence[UnitRow]) -> list[list[UnitRow]]:
        """The rows by how far below the root their units will be."""
        above = {code: self._parent_now(unit) for code, unit in self.units.items()}
        above |= {row.code: self._parent(row) for row in rows}
        depths = depths_below(self.root.code, above)
        levels: dict[int, list[UnitRow]] = {}
        for row in rows:
            levels.setdefault(depths[row.code], []).append(row)
        return [levels[depth] for depth in sorted(levels)]

    def _parent_now(self, unit: OrgUnit) -> str:
        return self.code_of[unit.parent_id] if unit.parent_id else ""

    def _parent(self, row: UnitRow) -> str:
        unit = self.units.get(row.code)
        if unit is None or row.says("parent_code"):
            return row.parent_code or self.root.code
        return self._parent_now(unit)

    def _save(self, rows: Sequence[UnitRow]) -> None:
        added: list[OrgUnit] = []
        changed: list[OrgUnit] = []
        for row in rows:
            unit = self.units.get(row.code)
            if unit is None:
                added.append(self._new(row))
            elif self._differs(unit, self._values(row) | {"closed_on": None}):
                changed.append(unit)
        OrgUnit.objects.bulk_create(added)
        self.outcome.added["units"] += len(added)
        self.units |= {unit.code: unit for unit in added}
        write_changes(changed, fields=(*FIELDS, "parent", "closed_on"))

    def _values(self, row: UnitRow) -> dict[str, Any]:
        values: dict[str, Any] = {f: getattr(row, f) for f in FIELDS if row.says(f)}
        if values.get("kind", "") is None:
            del values["kind"]
        return values | {"parent_id": self.units[self._parent(row)].pk}

    def _new(self, row: UnitRow) -> OrgUnit:
        return OrgUnit(organisation=organisation_in_force(), code=row.code, **self._values(row))

    def _change_root(self, values: dict[str, Any]) -> None:
        if self._differs(self.root, values):
            write_changes([self.root], fields=("code", "name", "site", "headcount", "fte"))

    def _differs(self, unit: OrgUnit, values: dict[str, Any]) -> bool:
        """Sets what differs, and counts whether anything did."""
        differing = {name: v for name, v in values.items() if getattr(unit, name) != v}
        for name, value in differing.items():
            setattr(unit, name, value)
        self.outcome.moved["units"] += "parent_id" in differing
        (self.outcome.changed if differing else self.outcome.unchanged)["units"] += 1
        return bool(differing)

    def _refuse(self, row: UnitRow, column: str, value: str, message: str) -> None:
        self.outcome.problems.append(
            Problem("units", row.row_number, column, value, "error", message)
        )


def depths_below(root: str, above: Mapping[str, str]) -> dict[str, int]:
    """How far below the root each one is, where `above` says what each hangs below."""
    depths = {root: 0}
    for code in above:
        way = []
        while code not in depths:
            way.append(code)
            code = above[code]
        for steps, passed in enumerate(reversed(way), start=1):
            depths[passed] = depths[code] + steps
    return depths


def export() -> Rows:
    """Every open unit as the import reads it, the root first."""
    units = OrgUnit.objects.open().select_related("parent").order_by("code")
    for unit in sorted(units, key=lambda each: each.parent_id is not None):
        parent = unit.parent.code if unit.parent and unit.parent.parent_id else ""
        kind = "organisation" if unit.parent_id is None else unit.kind
        yield (unit.code, unit.name, kind, parent, unit.site, unit.headcount, unit.fte)
