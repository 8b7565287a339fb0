import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import set_up
from tests.config.holding import PROJECT


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout that has never been set up."""
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for name in ("dev.txt", "uv.txt"):
        (requirements / name).touch()
    venv = tmp_path / ".venv"
    for name, value in {
        "PROJECT": tmp_path,
        "VENV": venv,
        "PYTHON": venv / "bin" / "python",
        "STAMP": venv / ".stamp",
        "REQUIREMENTS": requirements / "dev.txt",
        "INSTALLER": requirements / "uv.txt",
    }.items():
        monkeypatch.setattr(set_up, name, str(value))
    return tmp_path


@pytest.fixture
def commands(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What would be run; the environment appears, and uv is not to be had."""
    ran: list[tuple[str, ...]] = []

    def pretend(*command: str) -> bool:
        ran.append(command)
        (project / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        (project / ".venv" / "bin" / "python").touch()
        return "uv.txt" not in command[-1]

    monkeypatch.setattr(set_up, "_succeeds", pretend)
    return ran


def test_an_old_python_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match="needs Python 3.11 or newer and this is 3.9: name"):
        set_up.main()


def test_a_missing_venv_is_told_how_to_get_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        set_up.main()


def test_without_uv_pip_installs_the_same_with_hashes(commands: list[tuple[str, ...]]) -> None:
    set_up.main()

    assert commands[-1][1:4] == ("-m", "pip", "install")
    assert "--require-hashes" in commands[-1]
    assert commands[-1][-1].endswith("dev.txt")


def test_a_second_time_nothing_is_done(commands: list[tuple[str, ...]]) -> None:
    set_up.main()
    commands.clear()

    set_up.main()

    assert commands == []


def test_newer_requirements_are_installed(project: Path, commands: list[tuple[str, ...]]) -> None:
    set_up.main()
    commands.clear()
    stamp = (project / ".venv" / ".stamp").stat().st_mtime
    os.utime(project / "requirements" / "dev.txt", (stamp + 10, stamp + 10))

    set_up.main()

    assert commands[-1][-1].endswith("dev.txt")


def test_what_cannot_be_installed_stops_with_a_sentence_and_is_tried_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "_succeeds", lambda *_command: False)

    with pytest.raises(SystemExit, match="The environment could not be made"):
        set_up.main()
    assert not (project / ".venv" / ".stamp").exists()


def test_make_without_python_says_so() -> None:
    done = subprocess.run(
        ["make", "setup", "PYTHON=python-that-is-not-there"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode != 0
    assert "is missing: install Python 3.11 or newer" in done.stderr


@pytest.mark.parametrize("name", ["base.txt", "dev.txt", "uv.txt"])
def test_requirements_are_pinned_with_hashes_and_name_no_index(name: str) -> None:
    lines = (PROJECT / "requirements" / name).read_text().splitlines()

    pinned = [line for line in lines if line and line[0] not in " #"]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned)
    assert not any("://" in line or line.startswith("--") for line in lines)
