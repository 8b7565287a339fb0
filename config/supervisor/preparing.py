"""What must stand before the site answers: tables, static files, the demonstration."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connections

from config.home import PROJECT, Home


class PreparationFailed(Exception):
    """The message is fit to show to the person who tried."""


def prepare(*, home: Home, environment: Mapping[str, str]) -> None:
    """Do what has not been done, once, also where two start together."""
    with home.locked("prepare"):
        with static_files_collected(environment):
            call_command("migrate", interactive=False, verbosity=0)
            if "seed_demonstration" in get_commands():
                call_command("seed_demonstration")
    connections.close_all()


def sign_ins() -> str:
    """A line for each role of the demonstration."""
    said = StringIO()
    if "demo_sign_ins" in get_commands():
        call_command("demo_sign_ins", stdout=said)
        connections.close_all()
    return said.getvalue().rstrip()


@contextmanager
def static_files_collected(environment: Mapping[str, str]) -> Iterator[None]:
    """Beside other work, and only when a static file has changed since the last time."""
    stamp = Path(environment["STATIC_ROOT"]) / ".collected"
    now = _static_files()
    if stamp.exists() and stamp.read_text() == now:
        yield
        return
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear"]
    with subprocess.Popen(  # noqa: S603 (our own program, no shell)
        [*command, "--verbosity=0"], cwd=PROJECT, env=environment
    ) as collecting:
        try:
            yield
        except BaseException:
            collecting.kill()
            raise
    if collecting.returncode:
        raise PreparationFailed(
            "The static files could not be collected: mend what the words above name, "
            "and start again"
        )
    stamp.write_text(now)


def _static_files() -> str:
    known = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = os.stat(storage.path(path))
            known.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return known.hexdigest()
