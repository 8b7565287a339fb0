"""A database of the benchmark's own: made and dropped by the owner, used by the application."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections


@contextmanager
def own_database(*, template: str | None = None) -> Iterator[str]:
    """Points every connection at a new, migrated database; drops it at the end.

    A `template` is a database that was migrated before and that nobody uses.
    """
    name = f"throughline_bench_{os.getpid()}"
    before = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    connections.close_all()
    with connections["owner"]._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')  # of a killed run with our number
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template or "template0"}"')
    try:
        point_at(dict.fromkeys(connections, name))
        if template is None:
            call_command("migrate", database="owner", verbosity=0, interactive=False)
        allow_minutes()
        yield name
    finally:
        point_at(before)
        with connections["owner"]._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def point_at(names: dict[str, str]) -> None:
    """From now on each connection opens the database named for it."""
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        settings.DATABASES[alias]["NAME"] = name


def allow_minutes() -> None:
    """The plain alternatives take longer than a page or a worker may."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0")
