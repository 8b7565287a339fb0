"""Reads an organisation's columns from the database: a few binary values, not rows (speed.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import numpy as np
import psycopg
from django.db import connections

from reports.figures.columns import (
    ARRAYS,
    EXPECTATIONS,
    LINK_STATES,
    OBJECTIVE_STATES,
    STALE_DAYS,
    STRENGTHS,
    Columns,
    Ints,
)
from reports.figures.places import Places

WIDTHS = {"int8": ">i8", "int4": ">i4", "byte": "u1"}


def _code(column: str, words: Iterable[str]) -> str:
    """SQL for a word's place in its list of words, as one byte."""
    whens = " ".join(f"WHEN '{word}' THEN {_byte(n)}" for n, word in enumerate(words) if word)
    return f"CASE {column} {whens} END"


def _byte(number: int) -> str:
    return f"'\\x{number:02x}'::bytea"


_LINK_STATE = (
    "CASE WHEN link.state = 'stale' AND link.stale_since < %(stale_since)s "
    f"THEN {_byte(LINK_STATES.index('stale_too_long'))} "
    f"ELSE {_code('link.state', LINK_STATES[:5])} END"
)

TABLES: dict[str, tuple[dict[str, tuple[str, str]], str]] = {
    "unit": (
        {
            "id": ("int8", "unit.id"),
            "parent": ("int8", "coalesce(unit.parent_id, 0)"),
            "headcount": ("int4", "coalesce(unit.headcount, 0)"),
        },
        "people_orgunit unit WHERE unit.organisation_id = %(organisation)s",
    ),
    "person": (
        {"id": ("int8", "person.id")},
        """people_person person
           WHERE person.organisation_id = %(organisation)s AND person.is_active""",
    ),
    "place": (
        {"person": ("int8", "place.person_id"), "unit": ("int8", "place.unit_id")},
        """people_assignment place WHERE place.organisation_id = %(organisation)s
           AND place.is_primary AND place.ended_on IS NULL""",
    ),
    "objective": (
        {
            "id": ("int8", "objective.id"),
            "unit": ("int8", "objective.unit_id"),
            "state": ("byte", _code("objective.state", OBJECTIVE_STATES)),
            "version": ("int8", "coalesce(objective.current_id, 0)"),
            "is_local": (
                "byte",
                f"CASE WHEN objective.is_local_reason_accepted THEN {_byte(1)} ELSE {_byte(0)} END",
            ),
        },
        """objectives_objective objective
           WHERE objective.organisation_id = %(organisation)s AND objective.cycle_id = %(cycle)s""",
    ),
    "version": (
        {"id": ("int8", "version.id"), "answerable": ("int8", "version.answerable_id")},
        """objectives_objectiveversion version WHERE version.organisation_id = %(organisation)s
           AND version.answerable_id IS NOT NULL""",
    ),
    "link": (
        {
            "child": ("int8", "link.child_id"),
            "parent": ("int8", "coalesce(link.parent_objective_id, -link.parent_priority_id)"),
            "strength": ("byte", _code("link.strength", STRENGTHS)),
            "state": ("byte", _LINK_STATE),
        },
        "objectives_contributionlink link WHERE link.organisation_id = %(organisation)s",
    ),
    "priority": (
        {"id": ("int8", "wording.priority_id")},
        """strategy_prioritywording wording JOIN strategy_strategyversion version
           ON version.organisation_id = wording.organisation_id AND version.id = wording.version_id
           WHERE wording.organisation_id = %(organisation)s AND version.state = 'in_delivery'""",
    ),
    "expectation": (
        {
            "priority": ("int8", "expected.priority_id"),
            "unit": ("int8", "expected.unit_id"),
            "code": ("byte", _code("expected.expectation", EXPECTATIONS)),
        },
        """objectives_expectedcontribution expected
           WHERE expected.organisation_id = %(organisation)s""",
    ),
}
"""What is read, a query each. Rows that belong together are put together here, not by the database:
finding them by number costs a small part of its joins."""


def read_columns(*, organisation_id: int, cycle_id: int, as_of: datetime) -> Columns:
    """The snapshot's columns as they stand in this transaction, which must be repeatable read."""
    parameters = {
        "organisation": organisation_id,
        "cycle": cycle_id,
        "stale_since": as_of - timedelta(days=STALE_DAYS),
    }
    read: dict[str, Ints] = {}
    connections["default"].ensure_connection()
    with psycopg.Cursor(connections["default"].connection) as cursor:
        cursor.execute("SELECT set_config('jit', 'off', true)")  # slower than these queries
        for table, (fields, source) in TABLES.items():
            cursor.execute(_statement(fields, source), parameters, binary=True)
            row = cursor.fetchone() or ()
            for (name, (width, _)), packed in zip(fields.items(), row, strict=True):
                read[f"{table}_{name}"] = np.frombuffer(packed or b"", dtype=WIDTHS[width])
    read["person_unit"] = _joined(read["person_id"], read, "place_person", "place_unit")
    read["objective_answerable"] = _joined(
        read["objective_version"], read, "version_id", "version_answerable"
    )
    return Columns(**{name: read[name].astype(kind) for name, kind in ARRAYS.items()})


def _joined(wanted: Ints, read: dict[str, Ints], key: str, value: str) -> Ints:
    """The value in the row whose key is wanted, 0 where there is none."""
    row = Places(read[key].astype(np.int64)).of(wanted.astype(np.int64))
    return np.append(read[value].astype(np.int64), 0)[row]


def _statement(fields: dict[str, tuple[str, str]], source: str) -> bytes:
    packed = ", ".join(
        f"string_agg({value if width == 'byte' else f'{width}send({value})'}, ''::bytea)"
        for width, value in fields.values()
    )
    return f"SELECT {packed} FROM {source}".encode()  # noqa: S608  # fixed names only
