"""A command on an installation of our own finds its tables there, also the first time."""

import os
import sys
from collections.abc import Sequence

import django
import psycopg
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from config.home import Home

NEED_NO_TABLES = {
    "check",
    "collectstatic",
    "demo",  # sees to it itself
    "help",
    "lintmigrations",
    "makemigrations",
    "migrate",
    "showmigrations",
    "sqlmigrate",
    "vendor_nhsuk",
}


def migrate_empty_database(words: Sequence[str]) -> None:
    """Make the tables where the embedded database has none; a real server's are made by hand."""
    command = words[1] if len(words) > 1 else "help"
    if command in NEED_NO_TABLES or command.startswith("-"):
        return
    _read_settings()
    embedded = sys.modules.get("config.embedded")  # there only where its engines are in use
    if embedded is None or not embedded.provides_database():
        return
    home = Home.from_environment()
    with home.locked("prepare"):
        if _is_empty():
            sys.stderr.write("Making the tables of a new database (once)\n")
            django.setup()
            call_command("migrate", interactive=False, verbosity=0)


def _read_settings() -> None:
    """A wrong setting is answered by its sentence alone."""
    try:
        _ = settings.INSTALLED_APPS
    except ImproperlyConfigured as trouble:
        raise SystemExit(str(trouble)) from trouble


def _is_empty() -> bool:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as connection:
        row = connection.execute("SELECT to_regclass('public.django_migrations')").fetchone()
    return row == (None,)
