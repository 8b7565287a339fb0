"""Is a process there, and is it the one we mean: numbers are used again after a crash."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
PATIENCE = 30.0


def is_alive(pid: int, *, named: str, folder: Path) -> bool:
    """A process that has ended but waits to be collected counts as gone."""
    if not PROC.joinpath("self").exists():
        state, name = _from_ps(pid)
        return state not in ("", "Z") and name.endswith(named)
    state, name = _from_proc(pid)
    return state not in ("", "Z") and name == named and _works_in(pid, folder)


def pid_in(file: Path, *, named: str, folder: Path) -> int | None:
    """The process a file's first line names, if it is still the one working in the folder."""
    try:
        pid = int(file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if is_alive(pid, named=named, folder=folder) else None


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    """Look again, ten times a second, until it holds or the time is up."""
    give_up_at = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up_at:
            return False
        time.sleep(0.1)
    return True


def end(running: Callable[[], int | None], *, by: signal.Signals, then: signal.Signals) -> None:
    """Ask a process to end; after half a minute, make it."""
    for how in (by, then):
        pid = running()
        if pid is None:
            return
        with suppress(ProcessLookupError):
            os.kill(pid, how)
        wait_for(lambda: running() is None, PATIENCE)


def _works_in(pid: int, folder: Path) -> bool:
    try:
        return (PROC / str(pid) / "cwd").readlink() == folder.resolve()
    except (PermissionError, FileNotFoundError, ProcessLookupError):
        return False  # another user's, or it ended as we looked


def _from_proc(pid: int) -> tuple[str, str]:
    try:
        before, _, after = (PROC / str(pid) / "stat").read_text().rpartition(")")
    except (FileNotFoundError, ProcessLookupError):
        return "", ""
    return after.split()[0], before.partition("(")[2]


def _from_ps(pid: int) -> tuple[str, str]:
    command = ["ps", "-o", "stat=,comm=", "-p", str(pid)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
    state, _, name = said.strip().partition(" ")
    return state[:1], name.strip()
