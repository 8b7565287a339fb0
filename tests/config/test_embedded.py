import os
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.config.holding import Holder, pid_of, run, running

pytestmark = pytest.mark.timeout(180)

ENSURE = "from config import embedded; print(embedded.ensure_engines().database_url)"
PROVIDE = """
import os
from config import embedded
embedded.provide()
print(os.environ["DATABASE_URL"], os.environ["REDIS_URL"])
"""

MEND = """
import os, signal
from config import embedded
from config.home import Home
embedded.provide()
before = os.environ["DATABASE_URL"]
home = Home.from_environment()
for name in ("postgres", "valkey"):
    os.kill(int(home.pid_file(name).read_text()), signal.SIGKILL)
print(embedded.mend())
print(before)
print(embedded.ensure_engines().database_url)
assert embedded.mend() == {}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose engines were started once and stopped: making one takes seconds."""
    home = tmp_path_factory.mktemp("made") / "data"
    Holder(home).leave()
    return home


@pytest.fixture
def new_home(tmp_path: Path) -> Iterator[Path]:
    """Where nothing has been started yet."""
    yield tmp_path / "data"
    for name in running(tmp_path / "data"):
        os.kill(pid_of(tmp_path / "data", name), signal.SIGKILL)


@pytest.fixture
def home(made: Path, new_home: Path) -> Path:
    """Where the engines have been started before."""
    subprocess.run(["cp", "-a", str(made), str(new_home)], check=True)
    return new_home


def test_only_we_may_read_the_secrets(new_home: Path) -> None:
    Holder(new_home).leave()

    assert stat.S_IMODE((new_home / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((new_home / "run" / "valkey.conf").stat().st_mode) == 0o600


def test_a_command_leaves_the_engines_as_it_found_them(home: Path) -> None:
    first = Holder(home)
    before = first.settings, pid_of(home, "postgres"), pid_of(home, "valkey")

    second = run(ENSURE, home)

    assert second.stdout.strip() == first.settings["DATABASE_URL"]
    assert (first.settings, pid_of(home, "postgres"), pid_of(home, "valkey")) == before
    first.leave()
    assert running(home) == []


def test_the_engines_outlive_the_one_who_started_them(home: Path) -> None:
    first = Holder(home)
    assert first.settings
    second = Holder(home)
    assert second.settings == first.settings

    first.leave()

    assert running(home) == ["postgres", "valkey"]
    second.leave()
    assert running(home) == []


def test_two_commands_at_once_start_one_set(new_home: Path) -> None:
    together = [Holder(new_home), Holder(new_home), Holder(new_home)]

    given = [holder.settings for holder in together]

    assert given[0] == given[1] == given[2]
    assert running(new_home) == ["postgres", "valkey"]
    for holder in together:
        holder.leave()
    assert running(new_home) == []


def test_a_killed_command_leaves_nothing_the_next_cannot_use(home: Path) -> None:
    killed = Holder(home)
    settings = killed.settings
    killed.die()

    after = run(ENSURE, home)

    assert after.stdout.strip() == settings["DATABASE_URL"]
    assert running(home) == []


def test_what_was_committed_survives_the_killing_of_both_engines(home: Path) -> None:
    first = Holder(home)
    with psycopg.connect(first.settings["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 1 AS id")
    for name in ("postgres", "valkey"):
        os.kill(pid_of(home, name), signal.SIGKILL)
    first.die()

    second = Holder(home)

    with psycopg.connect(second.settings["DATABASE_OWNER_URL"]) as owner:
        assert owner.execute("SELECT id FROM kept").fetchall() == [(1,)]
    second.leave()


def test_a_dead_engine_is_mended_where_it_was(home: Path) -> None:
    mended = run(MEND, home)

    changed, first, second = mended.stdout.splitlines()
    assert (changed, first == second) == ("{}", True), mended.stderr
    assert running(home) == []


def test_a_number_that_now_belongs_to_another_process_is_not_believed(home: Path) -> None:
    ours = str(os.getpid())
    (home / "postgres" / "postmaster.pid").write_text(f"{ours}\n{home}/postgres\n0\n1\n\n\n  1 1\n")
    (home / "run" / "valkey.pid").write_text(ours)

    again = Holder(home)

    assert again.settings
    assert running(home) == ["postgres", "valkey"]
    again.leave()
    assert running(home) == []


def test_a_taken_port_is_passed_over(home: Path) -> None:
    ports = (home / "run" / "ports.json").read_text()
    other = Holder(home.with_name("other"))
    assert other.settings
    theirs = (home.with_name("other") / "run" / "ports.json").read_text()
    (home / "run" / "ports.json").write_text(theirs)

    again = Holder(home)

    assert again.settings["REDIS_URL"] != other.settings["REDIS_URL"]
    assert (home / "run" / "ports.json").read_text() not in (ports, theirs)
    again.leave()
    other.leave()


def test_half_a_cluster_is_never_used(new_home: Path) -> None:
    half = new_home / "postgres.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    holder = Holder(new_home)

    assert holder.settings
    assert not half.exists()
    holder.leave()


def test_only_the_engine_whose_address_is_missing_is_started(new_home: Path) -> None:
    given = run(PROVIDE, new_home, DATABASE_URL="postgresql://a/b")

    assert given.stdout.startswith("postgresql://a/b redis://:")
    assert not (new_home / "postgres").exists()


def test_lost_secrets_are_named(home: Path) -> None:
    (home / "secrets.json").unlink()

    refused = run(ENSURE, home)

    assert refused.returncode == 1
    assert "put that file back" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_deep_folder_has_its_socket_elsewhere(tmp_path: Path) -> None:
    home = tmp_path / ("deep" * 30) / "data"

    holder = Holder(home)

    with psycopg.connect(holder.settings["DATABASE_URL"]) as app:
        assert app.execute("SELECT 1").fetchone() == (1,)
    assert str(home) not in holder.settings["DATABASE_URL"]
    holder.leave()
