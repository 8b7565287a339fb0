"""The alignment and coverage reports written the obvious way, to hold the fast one against.

Dictionaries, sets and every single path, following the interchange contract's words. Slow on
purpose: nothing here is shared with the code it checks.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil, prod
from typing import Any

STRENGTH = {"direct": 1.0, "partial": 0.5, "enabling": 0.25}

Path = tuple["Link", ...]


@dataclass(frozen=True)
class Unit:
    parent: str | None = None
    headcount: int | None = None


@dataclass(frozen=True)
class Person:
    unit: str | None = None
    is_active: bool = True


@dataclass(frozen=True)
class Objective:
    unit: str
    state: str = "live"
    answerable: str | None = None
    is_local: bool = False


@dataclass(frozen=True)
class Link:
    child: str
    parent: str
    strength: str = "direct"
    state: str = "accepted"
    days_stale: int = 0


@dataclass(frozen=True)
class Organisation:
    units: dict[str, Unit]
    objectives: dict[str, Objective] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    priorities: tuple[str, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    expectations: dict[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def o(self) -> set[str]:
        """O = the cycle's objectives in state agreed or live."""
        return {ref for ref, it in self.objectives.items() if it.state in ("agreed", "live")}

    def counts(self, link: Link) -> bool:
        """Accepted, or stale for at most 30 days, and both ends in O or a priority in force."""
        in_state = link.state == "accepted" or (link.state == "stale" and link.days_stale <= 30)
        ends = self.o | set(self.priorities)
        return in_state and link.child in ends and link.parent in ends

    def might_count(self, link: Link) -> bool:
        """Proposed, accepted or stale of any age, between objectives that are not withdrawn."""
        ends = {ref for ref, it in self.objectives.items() if it.state != "withdrawn"}
        ends |= set(self.priorities)
        is_open = link.state in ("proposed", "accepted", "stale")
        return is_open and link.child in ends and link.parent in ends

    def paths(self, ref: str, usable: Callable[[Link], bool]) -> Iterator[Path]:
        """Every path of usable links from an objective to a priority, no place passed twice."""
        links = [link for link in self.links if usable(link)]

        def walk(node: str, so_far: Path, seen: frozenset[str]) -> Iterator[Path]:
            if node in self.priorities:
                yield so_far
            for link in links:
                if link.child == node and link.parent not in seen:
                    yield from walk(link.parent, (*so_far, link), seen | {link.parent})

        return walk(ref, (), frozenset([ref]))

    @cached_property
    def counting_paths(self) -> dict[str, list[Path]]:
        return {ref: list(self.paths(ref, self.counts)) for ref in self.o}

    @cached_property
    def aligned(self) -> set[str]:
        return {ref for ref in self.o if self.counting_paths[ref]}

    def reached(self, ref: str) -> set[str]:
        """The priorities an objective of O reaches."""
        return {path[-1].parent for path in self.counting_paths[ref]}

    def line(self, unit: str) -> list[str]:
        """A unit and those above it, up to the root."""
        parent = self.units[unit].parent
        return [unit] if parent is None else [unit, *self.line(parent)]

    def division(self, unit: str) -> str:
        """The child of the root a unit lies below; a unit that is the root is its own."""
        line = self.line(unit)
        return line[-2] if len(line) > 1 else line[0]


def share(part: float, whole: float) -> float | None:
    return None if whole == 0 else part / whole


def alignment(organisation: Organisation) -> dict[str, Any]:
    standing = {ref: _standing(organisation, ref) for ref in organisation.o}
    strength = {
        ref: max(prod(STRENGTH[link.strength] for link in path) for path in paths)
        for ref, paths in organisation.counting_paths.items()
        if paths
    }
    states = Counter(objective.state for objective in organisation.objectives.values())
    levels = sorted({_level(organisation, ref) for ref in organisation.o})
    return {
        "objectives": {"total": len(organisation.o), "by_state": dict(states)},
        "aligned": sorted(organisation.aligned),
        "strength": strength,
        "unconfirmed": sorted(ref for ref, it in standing.items() if it == "unconfirmed"),
        "local": sorted(ref for ref, it in standing.items() if it == "local"),
        "orphans": sorted(ref for ref, it in standing.items() if it == "orphans"),
        "rate": _tally(standing)["rate"],
        "levels": [
            {
                "level": level,
                **_tally(
                    {ref: it for ref, it in standing.items() if _level(organisation, ref) == level}
                ),
            }
            for level in levels
        ],
        "priorities": [_reach(organisation, ref) for ref in sorted(organisation.priorities)],
        "cross_boundary": _cross_boundary(organisation),
        "concentration": _concentration(organisation),
        "loops": _loops(organisation),
    }


def _standing(organisation: Organisation, ref: str) -> str:
    if ref in organisation.aligned:
        return "aligned"
    if any(organisation.paths(ref, organisation.might_count)):
        return "unconfirmed"
    return "local" if organisation.objectives[ref].is_local else "orphans"


def _tally(standing: dict[str, str]) -> dict[str, Any]:
    counts = Counter(standing.values())
    return {
        "total": len(standing),
        "aligned": counts["aligned"],
        "unconfirmed": counts["unconfirmed"],
        "local": counts["local"],
        "orphans": counts["orphans"],
        "rate": share(counts["aligned"], len(standing) - counts["local"]),
    }


def _level(organisation: Organisation, ref: str) -> int:
    return len(organisation.line(organisation.objectives[ref].unit)) - 1


def _reach(organisation: Organisation, priority: str) -> dict[str, Any]:
    reaching = {ref for ref in organisation.o if priority in organisation.reached(ref)}
    lengths = [
        len(path)
        for ref in reaching
        for path in organisation.counting_paths[ref]
        if path[-1].parent == priority
    ]
    return {
        "ref": priority,
        "objectives": len(reaching),
        "units": len({organisation.objectives[ref].unit for ref in reaching}),
        "depth": max(lengths, default=0),
    }


def _cross_boundary(organisation: Organisation) -> dict[str, Any]:
    external = internal = 0
    for link in organisation.links:
        if organisation.counts(link) and link.parent in organisation.o:
            child, parent = (
                organisation.division(organisation.objectives[end].unit)
                for end in (link.child, link.parent)
            )
            external += child != parent
            internal += child == parent
    return {
        "external": external,
        "internal": internal,
        "ei_index": share(external - internal, external + internal),
    }


def _concentration(organisation: Organisation) -> dict[str, Any]:
    active = [ref for ref, person in organisation.people.items() if person.is_active]
    held = dict.fromkeys(active, 0)
    unanswered = 0
    for ref in organisation.o:
        answerable = organisation.objectives[ref].answerable
        if answerable in held:
            held[answerable] += 1
        else:
            unanswered += 1
    counts, total, people = sorted(held.values()), sum(held.values()), len(active)
    return {
        "people": people,
        "answerable": sum(count > 0 for count in counts),
        "effective_number": _effective_number(counts) if total else None,
        "gini": _gini(counts) if total else None,
        "top10_share": share(sum(counts[::-1][: ceil(people / 10)]), total),
        "unanswered": unanswered,
    }


def _effective_number(counts: list[int]) -> float:
    return float(1 / sum(Fraction(count, sum(counts)) ** 2 for count in counts))


def _gini(ascending: list[int]) -> float:
    n, total = len(ascending), sum(ascending)
    spread = sum(place * count for place, count in enumerate(ascending, start=1))
    return float(Fraction(2 * spread, n * total) - Fraction(n + 1, n))


def _loops(organisation: Organisation) -> list[list[str]]:
    above = {ref: {ref} for ref in organisation.o}
    for _ in organisation.o:
        for link in filter(organisation.counts, organisation.links):
            for known in above.values():
                if link.child in known:
                    known.add(link.parent)
    loops = {
        tuple(sorted(other for other in known if ref in above.get(other, ())))
        for ref, known in above.items()
    }
    return sorted(list(loop) for loop in loops if len(loop) > 1)


def coverage(organisation: Organisation) -> dict[str, Any]:
    cells = [
        cell
        for priority in sorted(organisation.priorities)
        for unit in sorted(organisation.units)
        if (cell := _cell(organisation, priority, unit)) is not None
    ]
    covered = {(cell["priority"], cell["unit"]) for cell in cells if cell["covered"]}
    return {
        "cells": cells,
        "priorities": [
            _covered(organisation, priority, {unit for ref, unit in covered if ref == priority})
            for priority in sorted(organisation.priorities)
        ],
        "line_of_sight": _line_of_sight(organisation),
        "uncovered_units": sorted(
            unit
            for unit in organisation.units
            if any(it.is_active and it.unit == unit for it in organisation.people.values())
            and not _owns_aligned(organisation, unit)
        ),
    }


def _cell(organisation: Organisation, priority: str, unit: str) -> dict[str, Any] | None:
    expectation = organisation.expectations.get((priority, unit))
    count = sum(
        unit in organisation.line(organisation.objectives[ref].unit)
        and priority in organisation.reached(ref)
        for ref in organisation.o
    )
    if expectation not in ("required", "invited") and count == 0:
        return None
    return {
        "priority": priority,
        "unit": unit,
        "expectation": expectation,
        "objectives": count,
        "covered": count > 0,
    }


def _covered(organisation: Organisation, priority: str, covered: set[str]) -> dict[str, Any]:
    said = {unit: it for (ref, unit), it in organisation.expectations.items() if ref == priority}
    required = {unit for unit, it in said.items() if it == "required"}
    expected = required or {unit for unit, it in said.items() if it == "invited"}
    headcount = {unit: organisation.units[unit].headcount or 0 for unit in expected}
    return {
        "ref": priority,
        "expected": len(expected),
        "covered": len(expected & covered),
        "coverage": share(len(expected & covered), len(expected)),
        "coverage_headcount": share(
            sum(headcount[unit] for unit in expected & covered), sum(headcount.values())
        ),
    }


def _owns_aligned(organisation: Organisation, unit: str) -> bool:
    return any(organisation.objectives[ref].unit == unit for ref in organisation.aligned)


def _line_of_sight(organisation: Organisation) -> dict[str, Any]:
    in_scope = {ref: it.unit for ref, it in organisation.people.items() if it.is_active and it.unit}
    answerable = {organisation.objectives[ref].answerable for ref in organisation.aligned}
    connected = sum(
        ref in answerable or _owns_aligned(organisation, unit) for ref, unit in in_scope.items()
    )
    return {
        "in_scope": len(in_scope),
        "connected": connected,
        "rate": share(connected, len(in_scope)),
    }
