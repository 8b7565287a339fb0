import json
import subprocess
import sys
from pathlib import Path

from tests.config.holding import PROJECT, environment, running


def manage(home: Path, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=PROJECT,
        env=environment(home, **given),
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_the_first_command_finds_its_tables_and_leaves_nothing_running(tmp_path: Path) -> None:
    words = ("create_organisation", "Northvale Care", "--slug", "northvale", "--json")

    first = manage(tmp_path, *words)

    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["created"] is True
    assert "Making the tables" in first.stderr
    assert running(tmp_path) == []

    again = manage(tmp_path, *words)

    assert again.returncode == 1
    assert json.loads(again.stdout)["created"] is False
    assert "Making the tables" not in again.stderr


def test_a_wrong_setting_is_answered_by_one_sentence(tmp_path: Path) -> None:
    servers = {
        "DATABASE_URL": "postgresql://throughline_app:a@127.0.0.1:1/none",
        "REDIS_URL": "redis://:a@127.0.0.1:1/0",
    }

    done = manage(tmp_path, "create_organisation", "Northvale", SECRET_KEY="short", **servers)

    assert done.returncode == 1
    assert done.stderr == "SECRET_KEY is too short; write at least 50 random characters\n"
