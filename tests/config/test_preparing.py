import sys
from pathlib import Path

import pytest

from config.home import Home
from config.supervisor import preparing
from config.supervisor.preparing import PreparationFailed, prepare

COLLECT = """
import os, pathlib
root = pathlib.Path(os.environ["STATIC_ROOT"])
root.mkdir(exist_ok=True)
with (root / "times").open("a") as times:
    times.write("once ")
raise SystemExit(int(os.environ.get("FAILS", 0)))
"""


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands called, none of them run."""
    called: list[str] = []
    monkeypatch.setattr(preparing, "call_command", lambda name, **_: called.append(name))
    monkeypatch.setattr(preparing, "get_commands", lambda: {"seed_demonstration": "config"})
    monkeypatch.setattr(preparing, "_static_files", lambda: "as they are")
    return called


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A project whose manage.py only counts how often static files are collected."""
    (tmp_path / "manage.py").write_text(COLLECT)
    monkeypatch.setattr(preparing, "PROJECT", tmp_path)
    home = Home(tmp_path / "data")
    home.prepare()
    return home


def told(home: Home, **more: str) -> dict[str, str]:
    return {"STATIC_ROOT": str(home.root / "static"), "PATH": sys.prefix, **more}


def test_the_tables_come_before_what_goes_into_them(home: Home, called: list[str]) -> None:
    prepare(home=home, environment=told(home))

    assert called == ["migrate", "seed_demonstration"]


def test_static_files_are_collected_again_only_when_one_changed(
    home: Home, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    times = home.root / "static" / "times"

    prepare(home=home, environment=told(home))
    prepare(home=home, environment=told(home))
    assert times.read_text() == "once "

    monkeypatch.setattr(preparing, "_static_files", lambda: "changed")
    prepare(home=home, environment=told(home))
    assert times.read_text() == "once once "


def test_static_files_that_cannot_be_collected_stop_the_start_with_a_sentence(
    home: Home, called: list[str]
) -> None:
    with pytest.raises(PreparationFailed, match="static files could not be collected"):
        prepare(home=home, environment=told(home, FAILS="1"))

    assert not (home.root / "static" / ".collected").exists()


def test_a_start_broken_off_leaves_nothing_collecting(
    home: Home, called: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(_name: str, **_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preparing, "call_command", break_off)

    with pytest.raises(KeyboardInterrupt):
        prepare(home=home, environment=told(home))
    assert not (home.root / "static" / ".collected").exists()


def test_the_real_static_files_are_known() -> None:
    assert preparing._static_files() == preparing._static_files()
    assert len(preparing._static_files()) == 64
