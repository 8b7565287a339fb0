"""Reads that the ORM cannot say: each begins with the organisation in force."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection

from people.tenancy import organisation_in_force


def rows(sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The statement's rows; `%(organisation)s` in it is the organisation in force."""
    with connection.cursor() as cursor:
        cursor.execute(sql, {"organisation": organisation_in_force().pk, **values})
        return [tuple(row) for row in cursor.fetchall()]
