"""A running site for a browser: web, worker and relay, on this run's own database and queue."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings

from config.processes import wait_for

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_RELAY_URL")
PR_SET_PDEATHSIG = 1
STARTS_WITHIN = 60.0
QUIET_WITHIN = 20.0
ANSWERS_SLOWLY = 2.0
BUSY = """
    SELECT EXISTS (SELECT FROM people_errand
                    WHERE state = 'published' OR (state = 'waiting' AND due_at <= now()))
"""
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where it answers, and the folder that its letters and its words on the console go to."""

    url: str
    folder: Path
    name: str

    def said(self) -> str:
        return _log(self.folder, self.name).read_text()


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What each process is told: this run's database, queue and cache, a folder for letters."""
    own = {name: _in_test_database(os.environ[name]) for name in ADDRESSES}
    return {
        **os.environ,
        **own,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "EMAIL_FOLDER": str(folder / "letters"),
        "STATIC_ROOT": str(folder / "static"),
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def _in_test_database(address: str) -> str:
    return urlunsplit(urlsplit(address)._replace(path=f"/{settings.TEST_DATABASE}"))


def collect_static_files(folder: Path) -> None:
    """As a real site serves them: under names that change with what is in them."""
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env=environment(folder), check=True)


@contextmanager
def web(folder: Path, *, name: str = "web", **more: str) -> Iterator[Site]:
    """The site behind granian, on a port that was free."""
    url = f"http://127.0.0.1:{_free_port()}"
    command = [str(PROGRAMS / "granian"), "--interface=wsgi", "--workers=1"]
    command += ["--blocking-threads=4", "--host=127.0.0.1", f"--port={urlsplit(url).port}"]
    command += ["config.wsgi:application"]
    told = environment(folder, SITE_URL=url, **more)
    with _running(command, name=name, folder=folder, told=told) as process:
        if not wait_for(lambda: process.poll() is not None or _answers(url), STARTS_WITHIN):
            raise TimeoutError(f"The site did not answer: {_log(folder, name).read_text()}")
        if process.poll() is not None:
            raise RuntimeError(f"The site did not start: {_log(folder, name).read_text()}")
        yield Site(url=url, folder=folder, name=name)


@contextmanager
def background(folder: Path, *, url: str) -> Iterator[None]:
    """A worker and the relay that hands it errands, as in production."""
    told = environment(folder, SITE_URL=url)
    worker = [str(PROGRAMS / "celery"), "--app=config", "worker", "--loglevel=INFO"]
    worker += ["--pool=solo", "--without-gossip", "--without-mingle"]
    relay = [sys.executable, "manage.py", "relay_errands"]
    with (
        _running(worker, name="worker", folder=folder, told=told),
        _running(relay, name="relay", folder=folder, told=told),
    ):
        yield


@contextmanager
def _running(
    command: list[str], *, name: str, folder: Path, told: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    with (
        _log(folder, name).open("wb") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=told,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_end_with_our_parent,
        ) as process,
    ):
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _end_with_our_parent() -> None:
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _log(folder: Path, name: str) -> Path:
    return folder / f"{name}.log"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/health/live", timeout=ANSWERS_SLOWLY) as answer:  # noqa: S310 (our own site)
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def wait_until_quiet() -> None:
    """No errand is due or with a worker: none will be looked for once the tables are empty."""
    address = _in_test_database(os.environ["DATABASE_RELAY_URL"])
    give_up_at = time.monotonic() + QUIET_WITHIN
    with psycopg.connect(address, autocommit=True) as relay:
        relay.execute("SET ROLE throughline_relay")
        while (relay.execute(BUSY).fetchone() or (False,))[0]:
            if time.monotonic() > give_up_at:
                return
            time.sleep(0.1)
