"""Reads an organisation's columns from the database: a few binary values, not rows (speed.md)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
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
)

WIDTHS = {"int8": ">i8", "int4": ">i4", "int2": ">i2"}


def _code(column: str, words: Iterable[str]) -> str:
    """SQL for a word's place in its list of words."""
    whens = " ".join(f"WHEN '{word}' THEN {place}" for place, word in enumerate(words) if word)
    return f"CASE {column} {whens} END"


_LINK_STATE = (
    "CASE WHEN link.state = 'stale' AND link.stale_since < %(stale_since)s "
    f"THEN {LINK_STATES.index('stale_too_long')} "
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
        {"id": ("int8", "person.id"), "unit": ("int8", "coalesce(place.unit_id, 0)")},
        """people_person person LEFT JOIN people_assignment place
           ON place.organisation_id = person.organisation_id AND place.person_id = person.id
           AND place.is_primary AND place.ended_on IS NULL
           WHERE person.organisation_id = %(organisation)s AND person.is_active""",
    ),
    "objective": (
        {
            "id": ("int8", "objective.id"),
            "unit": ("int8", "objective.unit_id"),
            "state": ("int2", _code("objective.state", OBJECTIVE_STATES)),
            "answerable": ("int8", "coalesce(version.answerable_id, 0)"),
            "is_local": ("int2", "objective.is_local_reason_accepted::int"),
        },
        """objectives_objective objective LEFT JOIN objectives_objectiveversion version
           ON version.organisation_id = objective.organisation_id
           AND version.id = objective.current_id
           WHERE objective.organisation_id = %(organisation)s AND objective.cycle_id = %(cycle)s""",
    ),
    "link": (
        {
            "child": ("int8", "link.child_id"),
            "parent": ("int8", "coalesce(link.parent_objective_id, -link.parent_priority_id)"),
            "strength": ("int2", _code("link.strength", STRENGTHS)),
            "state": ("int2", _LINK_STATE),
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
            "code": ("int2", _code("expected.expectation", EXPECTATIONS)),
        },
        """objectives_expectedcontribution expected
           WHERE expected.organisation_id = %(organisation)s""",
    ),
}


def read_columns(*, organisation_id: int, cycle_id: int, as_of: datetime) -> Columns:
    """The snapshot's columns as they stand in this transaction, which must be repeatable read."""
    parameters = {
        "organisation": organisation_id,
        "cycle": cycle_id,
        "stale_since": as_of - timedelta(days=STALE_DAYS),
    }
    connections["default"].ensure_connection()
    columns: dict[str, npt.NDArray[Any]] = {}
    with psycopg.Cursor(connections["default"].connection) as cursor:
        for table, (fields, source) in TABLES.items():
            cursor.execute(_statement(fields, source), parameters, binary=True)
            row = cursor.fetchone() or ()
            for (name, (width, _)), packed in zip(fields.items(), row, strict=True):
                kind = ARRAYS[f"{table}_{name}"]
                values = np.frombuffer(packed or b"", dtype=WIDTHS[width])
                columns[f"{table}_{name}"] = values.astype(kind)
    return Columns(**columns)


def _statement(fields: dict[str, tuple[str, str]], source: str) -> bytes:
    packed = ", ".join(
        f"string_agg({width}send(({value})::{width}), ''::bytea)"
        for width, value in fields.values()
    )
    return f"SELECT {packed} FROM {source}".encode()  # noqa: S608  # fixed names only
