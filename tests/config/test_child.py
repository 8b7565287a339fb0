import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.home import Home
from config.processes import is_alive, wait_for
from config.supervisor import child
from config.supervisor.child import Child, Service

WAIT = (
    sys.executable,
    "-c",
    "import os, time; print(os.environ['WORD'], flush=True); time.sleep(60)",
)
WITH_HELPER = (
    sys.executable,
    "-c",
    "import subprocess, time; p = subprocess.Popen(['sleep', '60']);"
    " open('{pid_file}', 'w').write(str(p.pid)); time.sleep(60)",
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setattr(child, "PAUSE", 0.2)
    home = Home(tmp_path)
    home.prepare()
    return home


@pytest.fixture
def waiter(home: Home) -> Iterator[Child]:
    waiter = Child(Service(name="waiter", command=WAIT, settings={"WORD": "ours"}), home=home)
    waiter.tend({**os.environ, "WORD": "theirs"})
    yield waiter
    waiter.forget()


def pid_of(home: Home, name: str = "waiter") -> int:
    return int(home.pid_file(name).read_text())


def test_its_own_settings_stand_before_the_shared_ones(waiter: Child, home: Home) -> None:
    log = home.log / "waiter.log"

    assert wait_for(lambda: log.read_text() == "ours\n", 10)


def test_a_dead_process_is_started_again_after_a_pause(waiter: Child, home: Home) -> None:
    first = pid_of(home)
    os.kill(first, signal.SIGKILL)

    def is_started_again() -> bool:
        waiter.tend(os.environ)
        return home.pid_file("waiter").exists() and pid_of(home) != first

    assert wait_for(waiter.has_stopped, 10)
    waiter.tend(os.environ)
    assert waiter.has_stopped(), "started again without a pause"
    assert wait_for(is_started_again, 10)


def test_a_living_process_is_left_alone(waiter: Child, home: Home) -> None:
    first = pid_of(home)

    waiter.tend(os.environ)

    assert pid_of(home) == first


def test_what_a_dead_process_had_started_goes_with_it(home: Home, tmp_path: Path) -> None:
    helper_file = tmp_path / "helper.pid"
    command = (*WITH_HELPER[:2], WITH_HELPER[2].format(pid_file=helper_file))
    parent = Child(Service(name="parent", command=command), home=home)
    parent.tend(os.environ)
    assert wait_for(lambda: helper_file.exists() and bool(helper_file.read_text()), 10)
    helper = int(helper_file.read_text())
    os.kill(pid_of(home, "parent"), signal.SIGKILL)
    assert wait_for(parent.has_stopped, 10)

    parent.tend(os.environ)

    folder = Path(__file__).resolve().parents[2]
    assert wait_for(lambda: not is_alive(helper, named="sleep", folder=folder), 10)


def test_a_stopped_process_leaves_no_file(waiter: Child, home: Home) -> None:
    waiter.ask_to_stop()

    assert wait_for(waiter.has_stopped, 10)
    waiter.forget()
    assert not home.pid_file("waiter").exists()
    assert waiter.has_stopped()
