import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from config.processes import wait_for
from tests.config.holding import PROJECT, environment, pid_of

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]

EVERY = ("postgres", "valkey", "web", "worker", "beat", "relay")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def site(home: Path) -> Iterator[str]:
    """The demonstration as a person starts it, from nothing, at the address it prints."""
    demonstration = subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=PROJECT,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert demonstration.stdout is not None
    lines = iter(demonstration.stdout.readline, "")
    yield next(line for line in lines if line.startswith("Throughline is at")).split()[-1]
    demonstration.terminate()
    demonstration.communicate(timeout=60)
    assert demonstration.returncode == 0
    assert list((home / "run").glob("*.pid")) == []


def ready(site: str) -> dict[str, Any]:
    connection = http.client.HTTPConnection(site.removeprefix("http://"), timeout=30)
    try:
        connection.request("GET", "/health/ready")
        return dict(json.loads(connection.getresponse().read()))
    except (OSError, ValueError):
        return {"ready": False}
    finally:
        connection.close()


def test_it_is_ready_with_a_file_for_each_process(site: str, home: Path) -> None:
    assert wait_for(lambda: ready(site)["ready"], 120)
    assert wait_for(lambda: all((home / "run" / f"{name}.pid").exists() for name in EVERY), 60)


@pytest.mark.parametrize("name", EVERY)
def test_a_killed_process_comes_back_and_the_site_is_ready(
    site: str, home: Path, name: str
) -> None:
    file = home / "run" / f"{name}.pid"
    assert wait_for(lambda: file.exists() and ready(site)["ready"], 120)
    first = pid_of(home, name)

    os.kill(first, signal.SIGKILL)

    assert wait_for(lambda: file.exists() and file.read_text().strip() not in ("", str(first)), 60)
    assert wait_for(lambda: ready(site)["ready"], 120)
