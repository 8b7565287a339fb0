"""What must stand before the site answers: tables, static files, the demonstration."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import get_commands

from config.home import PROJECT, Home

MANAGE = (sys.executable, str(PROJECT / "manage.py"))


class PreparationFailed(Exception):
    """The message is fit to show to the person who tried."""


def prepare(*, home: Home, environment: Mapping[str, str]) -> None:
    """Do what has not been done, once, also where two start together."""
    with home.locked("prepare"):
        _manage(environment, "migrate", "--no-input", "--verbosity=0")
        _collect_static(environment)
        if "seed_demonstration" in get_commands():
            _manage(environment, "seed_demonstration")


def sign_ins(environment: Mapping[str, str]) -> str:
    """A line for each role of the demonstration."""
    if "demo_sign_ins" not in get_commands():
        return ""
    return subprocess.run(  # noqa: S603 (our own program, no shell)
        [*MANAGE, "demo_sign_ins"], env=environment, stdout=subprocess.PIPE, text=True, check=False
    ).stdout.rstrip()


def _collect_static(environment: Mapping[str, str]) -> None:
    """Only when a static file has changed since the last time."""
    stamp = Path(environment["STATIC_ROOT"]) / ".collected"
    now = _static_files()
    if not stamp.exists() or stamp.read_text() != now:
        _manage(environment, "collectstatic", "--no-input", "--clear", "--verbosity=0")
        stamp.write_text(now)


def _static_files() -> str:
    known = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = os.stat(storage.path(path))
            known.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return known.hexdigest()


def _manage(environment: Mapping[str, str], *words: str) -> None:
    done = subprocess.run([*MANAGE, *words], cwd=PROJECT, env=environment, check=False)  # noqa: S603
    if done.returncode:
        raise PreparationFailed(
            f"`manage.py {words[0]}` did not finish: its own words are above; "
            "mend what they name and start again"
        )
