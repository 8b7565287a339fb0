"""The units that an organogram names, each below the unit its first outside manager sits in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from people.imports.loops import Trees
from people.imports.organogram_rows import JuniorRow, SeniorRow
from people.imports.values import Remark

ROOT = ""
IN_A_LOOP = (
    "Unit {unit} would hang below itself, so it hangs below the organisation: "
    "check who this post reports to, or move the unit after the import"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name as first written; no parent's name means the organisation's root."""

    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class UnitTree:
    """Units, those above before those below, and each one's name by its key."""

    units: tuple[Unit, ...]
    names: Mapping[str, str]
    remarks: tuple[Remark, ...]


def unit_key(name: str) -> str:
    """Unit names are the same when only their capitals differ."""
    return name.casefold()


def unit_tree(
    seniors: Sequence[SeniorRow], juniors: Iterable[JuniorRow], managers: Mapping[str, str]
) -> UnitTree:
    """Work out each unit's parent from the reporting lines of the posts that can be saved."""
    names: dict[str, str] = {}
    for row in seniors:
        names.setdefault(unit_key(row.unit), row.unit)
    unit_of = {row.reference: unit_key(row.unit) for row in seniors}
    parents, remarks = _parents(names, _first_lines_out(seniors, unit_of, managers))
    for junior in juniors:
        key = unit_key(junior.unit)
        if key not in names:
            names[key] = junior.unit
            parents[key] = unit_of[junior.reporting_post]
    names.pop(ROOT, None)
    ordered = _from_the_top(names, parents)
    units = tuple(Unit(names[key], names.get(parents[key], ROOT)) for key in ordered)
    return UnitTree(units, names, tuple(remarks))


def _first_lines_out(
    rows: Sequence[SeniorRow], unit_of: Mapping[str, str], managers: Mapping[str, str]
) -> dict[str, tuple[SeniorRow, str]]:
    """Each unit's first post, in file order, whose manager sits elsewhere, and where that is."""
    lines: dict[str, tuple[SeniorRow, str]] = {}
    for row in rows:
        manager = managers.get(row.reference)
        if manager is not None and unit_of[manager] != unit_of[row.reference]:
            lines.setdefault(unit_of[row.reference], (row, unit_of[manager]))
    return lines


def _parents(
    names: Mapping[str, str], lines_out: Mapping[str, tuple[SeniorRow, str]]
) -> tuple[dict[str, str], list[Remark]]:
    parents = dict.fromkeys(names, ROOT)
    remarks: list[Remark] = []
    trees: Trees[str] = Trees()
    for key in names:
        if key == ROOT or key not in lines_out:
            continue
        row, above = lines_out[key]
        if above == ROOT or trees.hang(key, below=above):
            parents[key] = above
        else:
            remarks.append((row.row_number, "unit", IN_A_LOOP.format(unit=names[key])))
    return parents, remarks


def _from_the_top(names: Iterable[str], parents: Mapping[str, str]) -> list[str]:
    """Each unit after the one it hangs below."""
    below: dict[str, list[str]] = {}
    for key in names:
        below.setdefault(parents[key], []).append(key)
    ordered = list(below.get(ROOT, ()))
    for key in ordered:  # grows as it goes: level by level
        ordered.extend(below.get(key, ()))
    return ordered
