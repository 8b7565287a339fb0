"""The coverage report, word for word."""

from typing import Any

from tests.reports.plain.organisation import Organisation, share


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
