"""Processes that hold the embedded engines, as commands run side by side would."""

import json
import os
import subprocess
import sys
from pathlib import Path

from config.processes import pid_in

PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import json, sys
from config import embedded
engines = embedded.ensure_engines()
print(json.dumps(engines.environment()), flush=True)
sys.stdin.readline()
"""


def environment(home: Path, **extra: str) -> dict[str, str]:
    """As a person's shell has it: no address of any engine."""
    kept = {"HOME": str(home), "PATH": os.environ["PATH"], "THROUGHLINE_DATA": str(home)}
    return kept | extra


class Holder:
    """A process that asked for the engines and keeps them until told to leave."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLD],
            cwd=PROJECT,
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._settings: dict[str, str] | None = None

    @property
    def settings(self) -> dict[str, str]:
        """The addresses it was given; waits until it has them."""
        if self._settings is None:
            assert self.process.stdout is not None
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(self.process.communicate()[1])
            self._settings = dict(json.loads(line))
        return self._settings

    def leave(self) -> None:
        self.process.communicate("\n", timeout=60)

    def die(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=60)


def run(script: str, home: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """One command from its start to its end."""
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=PROJECT,
        env=environment(home, **extra),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def running(home: Path) -> list[str]:
    """Which engines of this home are running, by the processes themselves."""
    pids = {
        "postgres": pid_in(
            home / "postgres" / "postmaster.pid", named="postgres", folder=home / "postgres"
        ),
        "valkey": pid_in(
            home / "run" / "valkey.pid", named="valkey-server", folder=home / "valkey"
        ),
    }
    return [name for name, pid in pids.items() if pid is not None]


def pid_of(home: Path, name: str) -> int:
    return int((home / "run" / f"{name}.pid").read_text())
