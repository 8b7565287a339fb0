"""Which account of this machine runs PostgreSQL, which refuses to run as root."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

UNPRIVILEGED = "nobody"
PLAIN_ENVIRONMENT = {"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"}


class EnginesRefused(SystemExit):
    """Stops the command with a sentence that says what to do, and no traceback."""


@dataclass(frozen=True, kw_only=True)
class EngineAccount:
    """The account that runs PostgreSQL and owns its files: ours, unless we are root."""

    uid: int
    gid: int
    setpriv: str | None = None

    def own(self, path: Path) -> None:
        if path.stat().st_uid != self.uid:
            os.chown(path, self.uid, self.gid)

    def run(self, command: Sequence[str], *, folder: Path) -> tuple[int, str]:
        """Run a program as this account; its exit status and all it said."""
        steps_down = self.uid != os.geteuid() and self.setpriv is None
        with tempfile.TemporaryFile() as said:
            status = subprocess.run(  # noqa: S603 (our own programs, no shell)
                [*self._prefix(), *command],
                cwd=folder,
                env=PLAIN_ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                check=False,
                user=self.uid if steps_down else None,
                group=self.gid if steps_down else None,
                extra_groups=[] if steps_down else None,
            ).returncode
            said.seek(0)
            return status, said.read().decode(errors="replace").strip()

    def _prefix(self) -> list[str]:
        if self.setpriv is None:
            return []
        return [
            self.setpriv,
            f"--reuid={self.uid}",
            f"--regid={self.gid}",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
        ]


def engine_account(*, programs: Path, data: Path) -> EngineAccount:
    """Root's PostgreSQL runs as nobody; where nobody may not enter, it is let past the doors."""
    if os.geteuid() != 0:
        return EngineAccount(uid=os.geteuid(), gid=os.getegid())
    runs_as = pwd.getpwnam(UNPRIVILEGED)
    if data.exists() and data.stat().st_uid != 0:
        runs_as = pwd.getpwuid(data.stat().st_uid)
    if all(_anyone_may_enter(folder) for folder in (programs, data.parent)):
        return EngineAccount(uid=runs_as.pw_uid, gid=runs_as.pw_gid)
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise EnginesRefused(
            f"PostgreSQL does not run as root, and no other account may enter {data.parent}: "
            "run this as an ordinary account, or move the project to a folder open to others"
        )
    return EngineAccount(uid=runs_as.pw_uid, gid=runs_as.pw_gid, setpriv=setpriv)


def _anyone_may_enter(folder: Path) -> bool:
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))
