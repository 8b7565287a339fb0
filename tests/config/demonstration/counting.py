"""What the reports should say of the fictional trust, counted from its records the plain way."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from config.demonstration import Demonstration
from tests.config.demonstration.reading import SETTLED, path_to_root, reach_on


def alignment_on(trust: Demonstration, day: date) -> dict[str, Any]:
    """Every agreed or live objective of that day in one of four heaps."""
    states = {
        one.ref: state for one in trust.objectives if (state := one.state_on(day)) is not None
    }
    settled = {ref for ref, state in states.items() if state in SETTLED}
    reached = reach_on(trust, day)
    aligned = {ref for ref in settled if reached[ref]}
    might = {ref for ref in settled - aligned if _might_reach(trust, ref, states, day)}
    accepted = {one.ref for one in trust.objectives if one.is_local_reason_accepted}
    local = (settled - aligned - might) & accepted
    return {
        "objectives": {"total": len(settled), "by_state": dict(Counter(states.values()))},
        "aligned": sorted(aligned),
        "unconfirmed": sorted(might),
        "local": sorted(local),
        "orphans": sorted(settled - aligned - might - local),
        "rate": len(aligned) / (len(settled) - len(local)),
    }


def _might_reach(trust: Demonstration, start: str, states: dict[str, str], day: date) -> bool:
    """Whether it would reach a priority if every open link of that day counted."""
    open_links = [
        link for link in trust.links if link.state_on(day) in {"proposed", "accepted", "stale"}
    ]
    priorities = {priority.ref for priority in trust.strategy.priorities}
    waiting = [start]
    while waiting:
        ref = waiting.pop()
        if ref in priorities:
            return True
        if states.get(ref) not in {"withdrawn", None}:
            waiting += [link.parent_ref for link in open_links if link.child_ref == ref]
    return False


def covered_on(trust: Demonstration, day: date) -> Counter[tuple[str, str]]:
    """By priority and unit: how many objectives there or below reach the priority."""
    parents = {unit.code: unit.parent_code for unit in trust.units}
    reached = reach_on(trust, day)
    return Counter(
        (priority, unit)
        for one in trust.objectives
        if one.state_on(day) in SETTLED
        for priority in reached[one.ref]
        for unit in path_to_root(one.unit_code, parents)
    )


def coverage_lines_on(trust: Demonstration, day: date) -> list[dict[str, Any]]:
    """For each priority: the units it is expected in, and those it has come to."""
    heads = {unit.code: unit.headcount for unit in trust.units}
    there = covered_on(trust, day)
    lines = []
    for priority in trust.strategy.priorities:
        asked = {
            row.unit_code: row.expectation
            for row in trust.expectations
            if row.priority_ref == priority.ref
        }
        counted = "required" if "required" in asked.values() else "invited"
        expected = {unit for unit, expectation in asked.items() if expectation == counted}
        covered = {unit for unit in expected if there[priority.ref, unit]}
        weight = sum(heads[unit] for unit in expected)
        lines.append(
            {
                "ref": priority.ref,
                "expected": len(expected),
                "covered": len(covered),
                "coverage": len(covered) / len(expected),
                "coverage_headcount": sum(heads[unit] for unit in covered) / weight,
            }
        )
    return lines


def line_of_sight_on(trust: Demonstration, day: date) -> dict[str, Any]:
    """Those whose own unit, or who themselves, have an objective that reaches a priority."""
    aligned = set(alignment_on(trust, day)["aligned"])
    own = [one for one in trust.objectives if one.ref in aligned]
    units, people = {one.unit_code for one in own}, {one.answerable for one in own}
    places = [row for row in trust.assignments if row.is_primary and row.ended_on is None]
    connected = sum(row.unit_code in units or row.staff_id in people for row in places)
    return {
        "in_scope": len(places),
        "connected": connected,
        "rate": connected / len(places),
    }
