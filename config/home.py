"""The folder that holds one installation's data, secrets, logs and locks."""

import fcntl
import hashlib
import json
import os
import secrets
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

PROJECT = Path(__file__).resolve().parents[1]
LONGEST_SOCKET_FOLDER = 85  # a socket's whole path may take 103 bytes on macOS, 107 on Linux
LARGEST_LOG = 10_000_000


@dataclass(frozen=True)
class Home:
    """`THROUGHLINE_DATA`, `.data` beside the code by default: two folders are two installations."""

    root: Path

    @classmethod
    def from_environment(cls) -> "Home":
        named = os.environ.get("THROUGHLINE_DATA")
        return cls(Path(named).expanduser().resolve() if named else PROJECT / ".data")

    @property
    def run(self) -> Path:
        return self.root / "run"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def mail(self) -> Path:
        return self.root / "mail"

    def prepare(self) -> None:
        for folder in (self.root, self.run, self.log, self.mail):
            folder.mkdir(parents=True, exist_ok=True)

    def pid_file(self, name: str) -> Path:
        return self.run / f"{name}.pid"

    def log_file(self, name: str) -> Path:
        """Where a process writes what it says; a long log is put aside once."""
        path = self.log / f"{name}.log"
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            path.replace(path.with_suffix(".log.1"))
        path.touch()
        return path

    def socket_folder(self) -> Path:
        """Beside the data where the path is short enough, else in the temporary folder."""
        folder = self.run / "socket"
        if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
            return folder
        mark = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"throughline-{os.geteuid()}-{mark}"

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """One process at a time; the kernel lets go when a process dies."""
        with (self.run / f"{name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def try_lock(self, name: str) -> TextIO | None:
        """The lock, for as long as the file stays open; nothing where another process has it."""
        file = (self.run / f"{name}.lock").open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
        return file

    def secret(self, name: str) -> str:
        """A password of this installation, made at first need and kept where only we read it."""
        return str(self._kept("secrets.json", name, secrets.token_urlsafe(48)))

    def port(self, name: str) -> int:
        """The port used last time if it is still free, else another that is."""
        port = int(str(self._kept("run/ports.json", name, _any_free_port())))
        if not _is_free(port):
            port = _any_free_port()
        self._keep("run/ports.json", {**self._read("run/ports.json"), name: port})
        return port

    def remembered_port(self, name: str) -> int:
        return int(str(self._read("run/ports.json").get(name, 0)))

    def _kept(self, file: str, name: str, fresh: object) -> object:
        kept = self._read(file)
        if name not in kept:
            self._keep(file, kept | {name: fresh})
            return fresh
        return kept[name]

    def _read(self, file: str) -> dict[str, object]:
        path = self.root / file
        return dict(json.loads(path.read_text())) if path.exists() else {}

    def _keep(self, file: str, values: dict[str, object]) -> None:
        path = self.root / file
        beside = path.with_suffix(".new")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            json.dump(values, out, indent=2)
        beside.replace(path)


def _any_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
