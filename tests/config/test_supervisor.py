import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.processes import is_alive, wait_for
from tests.config.holding import PROJECT, environment, pid_of

SITE = """
import http.server, sys
class Server(http.server.ThreadingHTTPServer):
    allow_reuse_port = True
Server(("127.0.0.1", int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()
"""
SUPERVISE = f"""
import sys
import config.supervisor as supervisor
from config.home import Home
from config.supervisor import address, child, services
from config.supervisor.child import Service
supervisor.GLANCE, supervisor.LATE, child.PAUSE = 0.1, 1.0, 0.5
def wait(name):
    return Service(name=name, command=("sleep", "300"))
def web(address, *, name):
    return Service(name=name, command=(sys.executable, "-c", {SITE!r}, str(address.port)))
services.web = web if "--silent" not in sys.argv else lambda address, *, name: wait(name)
services.background = lambda home: [wait("beat"), wait("relay"), wait("worker")]
supervisor.prepare = lambda **_: None
supervisor.sign_ins = lambda: "ada@example.org: board"
home = Home.from_environment()
home.prepare()
site = address.reserve_address(asked=None)
supervisor.Supervisor(home=home, address=site, say=lambda words: print(words, flush=True)).run()
"""
EVERY = ("web", "beat", "relay", "worker")


class Demonstration:
    """A supervisor in a process of its own, looking after processes that only wait."""

    def __init__(self, home: Path, *words: str, before: tuple[str, ...] = ()) -> None:
        self.home = home
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [*before, sys.executable, "-c", SUPERVISE, *words],
            cwd=PROJECT,
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def address(self) -> str:
        """Where it says the site is, once it has said all it says."""
        assert self.process.stdout is not None
        for line in iter(self.process.stdout.readline, ""):
            self.said.append(line)
            if line.startswith("Ctrl-C"):
                break
        return next(line for line in self.said if line.startswith("Throughline is at")).split()[-1]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode

    def is_going(self, name: str, *, program: str = "sleep") -> bool:
        file = self.home / "run" / f"{name}.pid"
        pid = int(file.read_text() or 0) if file.exists() else 0
        return is_alive(pid, named=program, folder=PROJECT)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def demonstration(home: Path) -> Iterator[Demonstration]:
    demonstration = Demonstration(home)
    yield demonstration
    demonstration.stop(signal.SIGKILL)


def status_of(url: str) -> int:
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
    connection.request("GET", "/")
    status = connection.getresponse().status
    connection.close()
    return status


def all_going(demonstration: Demonstration) -> bool:
    return all(is_there(demonstration, name) for name in EVERY)


def is_there(demonstration: Demonstration, name: str) -> bool:
    python = Path(sys.executable).name
    return demonstration.is_going(name, program=python if name == "web" else "sleep")


def test_it_says_where_the_site_is_and_who_may_sign_in(demonstration: Demonstration) -> None:
    url = demonstration.address()

    assert status_of(url) == 200
    assert "ada@example.org: board\n" in demonstration.said


def test_when_the_site_does_not_answer_it_says_where_to_look(home: Path) -> None:
    silent = Demonstration(home, "--silent")
    assert silent.process.stdout is not None

    said = silent.process.stdout.readline()

    assert said.startswith("The site does not answer yet.")
    assert said.endswith("log/web.log\n")
    silent.stop()


@pytest.mark.parametrize("name", EVERY)
def test_whatever_dies_is_started_again(demonstration: Demonstration, name: str) -> None:
    demonstration.address()
    assert wait_for(lambda: all_going(demonstration), 10)
    first = pid_of(demonstration.home, name)

    os.kill(first, signal.SIGKILL)

    assert wait_for(lambda: not is_there(demonstration, name), 10)
    assert wait_for(lambda: is_there(demonstration, name), 10)
    assert pid_of(demonstration.home, name) != first


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_stops_everything_it_started(demonstration: Demonstration, how: signal.Signals) -> None:
    demonstration.address()
    assert wait_for(lambda: all_going(demonstration), 10)
    pids = [pid_of(demonstration.home, name) for name in EVERY]

    status = demonstration.stop(how)

    assert status == 0
    assert list((demonstration.home / "run").glob("*.pid")) == []
    assert not any((Path("/proc") / str(pid)).exists() for pid in pids)


def test_under_nohup_it_outlives_its_terminal(home: Path) -> None:
    demonstration = Demonstration(home, "--silent", before=("nohup",))
    assert wait_for(lambda: demonstration.is_going("web", program="sleep"), 20)

    demonstration.process.send_signal(signal.SIGHUP)

    assert not wait_for(lambda: demonstration.process.poll() is not None, 1)
    assert demonstration.stop() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_nothing_outlives_a_killed_supervisor(demonstration: Demonstration) -> None:
    demonstration.address()
    assert wait_for(lambda: all_going(demonstration), 10)

    demonstration.stop(signal.SIGKILL)

    assert wait_for(lambda: not any(is_there(demonstration, name) for name in EVERY), 10)


def test_a_second_one_serves_beside_the_first_and_takes_over_from_it(
    demonstration: Demonstration, home: Path
) -> None:
    first_url = demonstration.address()
    assert wait_for(lambda: all_going(demonstration), 10)
    before = [pid_of(home, name) for name in EVERY]

    second = Demonstration(home)
    second_url = second.address()

    assert second_url != first_url
    assert [pid_of(home, name) for name in EVERY] == before
    demonstration.stop()
    assert wait_for(lambda: all(second.is_going(name) for name in EVERY[1:]), 10)
    assert status_of(second_url) == 200
    second.stop()
    assert list((home / "run").glob("*.pid")) == []


def test_started_by_make_it_leaves_with_make(home: Path) -> None:
    script = home.parent / "supervise.py"
    script.write_text(SUPERVISE)
    make = subprocess.Popen(
        ["sh", "-c", f"{sys.executable} {script}; true"],
        cwd=PROJECT,
        env=environment(home, MAKELEVEL="1", PYTHONPATH=str(PROJECT)),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert make.stdout is not None
    assert any(line.startswith("Throughline is at") for line in make.stdout)
    files = home / "run"

    make.kill()
    make.wait()

    assert wait_for(lambda: not list(files.glob("*.pid")), 20)
    make.stdout.close()


def test_a_wrong_port_stops_the_demonstration_with_one_sentence(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=PROJECT,
        env=environment(
            home,
            PORT="none",
            DATABASE_URL="postgresql://nobody@127.0.0.1:1/none",
            REDIS_URL="redis://127.0.0.1:1/0",
            SECRET_KEY="only-for-this-test" * 3,
        ),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.strip() == (
        "CommandError: PORT is 'none': write a number from 1 to 65535, like 8000"
    )
