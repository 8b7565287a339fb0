"""Makes .venv/ from requirements/dev.txt. Standard library only, and readable by old Pythons."""

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(PROJECT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, ".stamp")
REQUIREMENTS = os.path.join(PROJECT, "requirements", "dev.txt")
INSTALLER = os.path.join(PROJECT, "requirements", "uv.txt")
OLDEST = (3, 11)


def main() -> None:
    """Do nothing when the environment is newer than what it is made from."""
    if sys.version_info < OLDEST:
        here = ".".join(str(part) for part in sys.version_info[:2])
        raise SystemExit(
            f"Throughline needs Python 3.11 or newer and this is {here}: "
            "name a newer one, like `make PYTHON=python3.12 setup`"
        )
    with open(os.path.join(PROJECT, ".venv.lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_ready():
            _make()


def _is_ready() -> bool:
    if not (os.path.exists(PYTHON) and os.path.exists(STAMP)):
        return False
    made = os.path.getmtime(STAMP)
    return all(os.path.getmtime(source) <= made for source in (REQUIREMENTS, INSTALLER))


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise SystemExit(
            "Python's venv is missing: install it (`sudo apt install python3-venv` on Debian "
            "and Ubuntu), then run this again"
        )
    sys.stderr.write("Preparing .venv (once; about a minute on a first visit)\n")
    if not os.path.exists(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        _run(sys.executable, "-m", "venv", VENV)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement")
    uv = (os.path.join(VENV, "bin", "uv"), "pip", "install", "--quiet", "--python", PYTHON)
    by_uv = (*uv, "--require-hashes", "--requirement", REQUIREMENTS)
    if not (_succeeds(*pip, INSTALLER) and _succeeds(*by_uv)):
        sys.stderr.write("Installing by pip instead, which takes longer\n")
        _run(*pip, REQUIREMENTS)
    _stamp()


def _stamp() -> None:
    with open(STAMP, "w"):
        pass


def _succeeds(*command: str) -> bool:
    return subprocess.call(command, env=_plain_environment()) == 0  # noqa: S603 (no shell)


def _run(*command: str) -> None:
    if not _succeeds(*command):
        raise SystemExit(
            "The environment could not be made: read the lines above, mend what they name "
            "(often the way to the package index), and run this again"
        )


def _plain_environment() -> "dict[str, str]":
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


if __name__ == "__main__":
    main()
