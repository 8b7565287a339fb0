import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import processes
from config.processes import end, is_alive, pid_in, wait_for

SLEEP = "sleep"


@pytest.fixture
def sleeper(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([SLEEP, "60"], cwd=tmp_path)
    yield process
    process.kill()
    process.wait()


def test_a_process_is_known_by_its_name_and_its_folder(
    sleeper: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    assert wait_for(lambda: is_alive(sleeper.pid, named=SLEEP, folder=tmp_path), 5)
    assert not is_alive(sleeper.pid, named="postgres", folder=tmp_path)
    assert not is_alive(sleeper.pid, named=SLEEP, folder=tmp_path.parent)


def test_a_process_that_ended_and_waits_to_be_collected_is_gone(
    sleeper: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    sleeper.kill()

    assert wait_for(lambda: not is_alive(sleeper.pid, named=SLEEP, folder=tmp_path), 5)
    assert (Path("/proc") / str(sleeper.pid)).exists() or sys.platform != "linux"


def test_without_proc_the_process_table_is_asked(
    sleeper: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "PROC", tmp_path / "none")

    assert wait_for(lambda: is_alive(sleeper.pid, named=SLEEP, folder=tmp_path), 5)
    assert not is_alive(sleeper.pid, named="postgres", folder=tmp_path)
    sleeper.kill()
    sleeper.wait()
    assert not is_alive(sleeper.pid, named=SLEEP, folder=tmp_path)


def test_one_that_ends_while_we_look_is_gone(
    sleeper: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeper.kill()
    sleeper.wait()
    monkeypatch.setattr(processes, "_from_proc", lambda _pid: ("S", SLEEP))

    assert not is_alive(sleeper.pid, named=SLEEP, folder=tmp_path)


@pytest.mark.parametrize("words", ["", "not a number\n", "0\n"])
def test_a_file_that_names_no_process_names_none(tmp_path: Path, words: str) -> None:
    file = tmp_path / "some.pid"
    file.write_text(words)

    assert pid_in(file, named=SLEEP, folder=tmp_path) is None
    assert pid_in(tmp_path / "missing.pid", named=SLEEP, folder=tmp_path) is None


def test_waiting_ends_when_the_time_is_up() -> None:
    assert not wait_for(lambda: False, 0.2)


def test_a_process_that_will_not_go_is_made_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import signal,time; signal.signal(15, 1); print(flush=True); time.sleep(60)",
        ],
        stdout=subprocess.PIPE,
    )
    assert deaf.stdout is not None
    deaf.stdout.readline()
    monkeypatch.setattr(processes, "PATIENCE", 0.3)

    end(lambda: deaf.pid if deaf.poll() is None else None, by=signal.SIGTERM, then=signal.SIGKILL)

    assert deaf.returncode == -signal.SIGKILL
    deaf.stdout.close()


def test_ending_what_has_ended_is_no_trouble() -> None:
    gone = subprocess.Popen([SLEEP, "0"])
    gone.wait()
    answers = iter([gone.pid, None, None, None])

    end(lambda: next(answers), by=signal.SIGTERM, then=signal.SIGKILL)

    assert next(answers) is None
