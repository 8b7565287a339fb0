"""One process that is kept going: started, started again when it dies, stopped."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from config.home import PROJECT, Home

PAUSE = 2.0  # between a death and the next start
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True, kw_only=True)
class Service:
    """What to run, and the settings that are this process's own."""

    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


class Child:
    """A service's process. It leads a session of its own, so a Ctrl-C reaches only us."""

    def __init__(self, service: Service, *, home: Home) -> None:
        self.service = service
        self.home = home
        self._process: subprocess.Popen[bytes] | None = None
        self._start_at = 0.0

    def tend(self, environment: Mapping[str, str]) -> None:
        """Start it when it is time; when it has died, set the time."""
        now = time.monotonic()
        if self._process is not None and self._process.poll() is not None:
            self.forget()
            self._start_at = now + PAUSE
        if self._process is None and now >= self._start_at:
            self._start(environment)

    def ask_to_stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)

    def has_stopped(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def forget(self) -> None:
        """Nothing of it is left: none of its own children, which would serve on, no PID file."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
        self.home.pid_file(self.service.name).unlink(missing_ok=True)

    def _start(self, environment: Mapping[str, str]) -> None:
        with self.home.log_file(self.service.name).open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 (our own programs, no shell)
                self.service.command,
                cwd=PROJECT,
                env={**environment, **self.service.settings},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_our_parent,
            )
        self.home.pid_file(self.service.name).write_text(f"{self._process.pid}\n")


def _end_with_our_parent() -> None:
    """Even where we are killed outright, the kernel asks the child to stop (Linux only)."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
