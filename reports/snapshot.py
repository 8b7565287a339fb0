"""Reads an organisation's columns from the database: a few binary values, not rows (speed.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Whole:
    """A number for each row and, in its lowest bits, codes that are smaller than 16: each value
    that PostgreSQL strings together on its own costs as much again."""

    number: str
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def statement(self) -> str:
        packed = f"({self.number})::bigint"
        for code in self.codes.values():
            packed = f"(({packed} << {BITS}) | ({code}))"
        return f"string_agg(int8send({packed}), ''::bytea)"

    def unpacked(self, name: str, stored: bytes) -> dict[str, Ints]:
        values = np.frombuffer(stored, dtype=">i8").astype(np.int64)
        found: dict[str, Ints] = {}
        for code in reversed(list(self.codes)):
            found[code] = values & ((1 << BITS) - 1)
            values = values >> BITS
        return found | {name: values}


BITS = 4


def _code(column: str, words: Iterable[str]) -> str:
    """SQL for a word's place in its list of words."""
    whens = " ".join(f"WHEN '{word}' THEN {n}" for n, word in enumerate(words) if word)
    return f"CASE {column} {whens} END"


_LINK_STATE = (
    "CASE WHEN link.state = 'stale' AND link.stale_since < %(stale_since)s "
    f"THEN {LINK_STATES.index('stale_too_long')} "
    f"ELSE {_code('link.state', LINK_STATES[:5])} END"
)

TABLES: dict[str, tuple[dict[str, Whole], str]] = {
    "unit": (
        {
            "id": Whole("unit.id"),
            "parent": Whole("coalesce(unit.parent_id, 0)"),
            "headcount": Whole("coalesce(unit.headcount, 0)"),
        },
        "people_orgunit unit WHERE unit.organisation_id = %(organisation)s",
    ),
    "person": (
        {"id": Whole("person.id")},
        """people_person person
           WHERE person.organisation_id = %(organisation)s AND person.is_active""",
    ),
    "place": (
        {"person": Whole("place.person_id"), "unit": Whole("place.unit_id")},
        """people_assignment place WHERE place.organisation_id = %(organisation)s
           AND place.is_primary AND place.ended_on IS NULL""",
    ),
    "objective": (
        {
            "id": Whole("objective.id"),
            "version": Whole("coalesce(objective.current_id, 0)"),
            "unit": Whole(
                "objective.unit_id",
                {
                    "state": _code("objective.state", OBJECTIVE_STATES),
                    "is_local": "objective.is_local_reason_accepted::int",
                },
            ),
        },
        """objectives_objective objective
           WHERE objective.organisation_id = %(organisation)s AND objective.cycle_id = %(cycle)s""",
    ),
    "version": (
        {"id": Whole("version.id"), "answerable": Whole("version.answerable_id")},
        """objectives_objectiveversion version WHERE version.organisation_id = %(organisation)s
           AND version.answerable_id IS NOT NULL""",
    ),
    "link": (
        {
            "child": Whole("link.child_id"),
            "parent": Whole(
                "coalesce(link.parent_objective_id, -link.parent_priority_id)",
                {"strength": _code("link.strength", STRENGTHS), "state": _LINK_STATE},
            ),
        },
        "objectives_contributionlink link WHERE link.organisation_id = %(organisation)s",
    ),
    "priority": (
        {"id": Whole("wording.priority_id")},
        """strategy_prioritywording wording JOIN strategy_strategyversion version
           ON version.organisation_id = wording.organisation_id AND version.id = wording.version_id
           WHERE wording.organisation_id = %(organisation)s AND version.state = 'in_delivery'""",
    ),
    "expectation": (
        {
            "priority": Whole("expected.priority_id"),
            "unit": Whole(
                "expected.unit_id", {"code": _code("expected.expectation", EXPECTATIONS)}
            ),
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
            for (name, whole), packed in zip(fields.items(), row, strict=True):
                found = whole.unpacked(name, packed or b"")
                read |= {f"{table}_{column}": values for column, values in found.items()}
    read["person_unit"] = _joined(read["person_id"], read, "place_person", "place_unit")
    read["objective_answerable"] = _joined(
        read["objective_version"], read, "version_id", "version_answerable"
    )
    return Columns(**{name: read[name].astype(kind) for name, kind in ARRAYS.items()})


def _joined(wanted: Ints, read: dict[str, Ints], key: str, value: str) -> Ints:
    """The value in the row whose key is wanted, 0 where there is none."""
    row = Places(read[key]).of(wanted)
    return np.append(read[value], 0)[row]


def _statement(fields: Mapping[str, Whole], source: str) -> bytes:
    packed = ", ".join(whole.statement for whole in fields.values())
    return f"SELECT {packed} FROM {source}".encode()  # noqa: S608  # fixed names only
