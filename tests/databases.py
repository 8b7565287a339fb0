"""Databases for test runs: each run's own, copied from one that was migrated once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.utils import CursorWrapper

ROOT = Path(__file__).parent.parent
MIGRATED_BY = ("*/migrations/*.py", "people/tenancy/operations.py", "requirements/base.txt")

KEPT = ("django_migrations", "django_content_type")
POSTGRES = ("dbname", "user", "password", "host", "port", "options")


@contextmanager
def one_for_this_run(name: str) -> Iterator[None]:
    """Points every connection at a fresh copy of the migrated database; drops it at the end."""
    before = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    with connections["owner"]._nodb_cursor() as cursor:
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(hashtext('throughline-test-template'))")
        template = _migrated(cursor)
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" ')
    _point_at(dict.fromkeys(connections, name))
    yield
    _point_at(before)
    with connections["owner"]._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def empty_every_table() -> None:
    """The owner empties the tables, as the application may not."""
    address = connections["owner"].get_connection_params()
    with psycopg.connect(**{k: v for k, v in address.items() if k in POSTGRES}) as owner:
        rows = owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in rows if name not in KEPT]
        owner.execute("TRUNCATE " + ", ".join(f'"{t}"' for t in tables) + " RESTART IDENTITY")


def _migrated(cursor: CursorWrapper) -> str:
    """The name of a database with today's migrations, made when there is none yet."""
    files = sorted(path for pattern in MIGRATED_BY for path in ROOT.glob(pattern))
    content = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    name = f"migrated_{content[:16]}"
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'migrated_%%'")
    there = {row[0] for row in cursor.fetchall()}
    if name in there:
        return name
    for old in there:
        cursor.execute(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
    cursor.execute(f'CREATE DATABASE "{name}_unfinished"')
    _point_at(dict.fromkeys(connections, f"{name}_unfinished"))
    call_command("migrate", verbosity=0)
    connections.close_all()
    cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    return name


def _point_at(names: dict[str, str]) -> None:
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        settings.DATABASES[alias]["NAME"] = name
