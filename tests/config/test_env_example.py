import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.config.holding import PROJECT, environment

EXAMPLE = (PROJECT / ".env.example").read_text()
NAMES = re.findall(r"^#?([A-Z][A-Z0-9_]+)=", EXAMPLE, re.MULTILINE)
READERS = {"text", "flag", "number", "words", "database", "get", "setdefault"}
ELSEWHERE = {"PORT", "THROUGHLINE_DATA"}  # config/management/commands/demo.py, config/home.py
NOT_FOR_PRODUCTION = {"DEBUG", "DEMO", "EMAIL_FOLDER", "THROUGHLINE_DATA"}
SET_BY_COMPOSE_OR_IMAGE = {"STATIC_ROOT", "CACHE_PREFIX", "QUEUE_PREFIX"}


def read_by_settings() -> set[str]:
    """Each name that config/settings.py asks the environment for."""
    calls = [
        node
        for node in ast.walk(ast.parse((PROJECT / "config" / "settings.py").read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in READERS
        and "environ" in ast.unparse(node.func.value)
    ]
    return {ast.literal_eval(call.args[0]) for call in calls}


def read_by_compose() -> set[str]:
    text = (PROJECT / "docker-compose.yml").read_text()
    passed_on = re.findall(r"^  ([A-Z_]+):$", text, re.MULTILINE)
    return {*re.findall(r"\$\{([A-Z_]+)", text), *passed_on}


def test_every_setting_is_explained() -> None:
    assert read_by_settings() | read_by_compose() | ELSEWHERE == set(NAMES)


def test_each_is_explained_once() -> None:
    assert len(NAMES) == len(set(NAMES))


def test_every_setting_of_a_production_reaches_it() -> None:
    text = (PROJECT / "docker-compose.yml").read_text()
    given = set(re.findall(r"^\s+([A-Z_]+):", text, re.MULTILINE))

    missing = read_by_settings() - given - NOT_FOR_PRODUCTION - SET_BY_COMPOSE_OR_IMAGE

    assert missing == set()


SETTINGS = "import config.settings, sys; assert 'config.embedded' not in sys.modules"
SERVERS = {
    "DATABASE_URL": "postgresql://throughline_app:a@127.0.0.1:1/none",
    "REDIS_URL": "redis://:a@127.0.0.1:1/0",
}


def load_settings(home: Path, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SETTINGS],
        cwd=PROJECT,
        env=environment(home, **SERVERS, **given),
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_both_servers_named_nothing_embedded_is_read(tmp_path: Path) -> None:
    done = load_settings(tmp_path / "data", SECRET_KEY="k" * 60)

    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Set SECRET_KEY in the environment"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short"),
        ({"SECRET_KEY": "k" * 60, "DEBUG": "yes"}, "DEBUG is 'yes'; write 'true' or 'false'"),
        ({"SECRET_KEY": "k" * 60, "EMAIL_PORT": "smtp"}, "EMAIL_PORT is 'smtp'"),
        ({"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is '*'"),
    ],
)
def test_a_missing_or_wrong_setting_stops_the_start_and_says_so(
    tmp_path: Path, given: dict[str, str], sentence: str
) -> None:
    done = load_settings(tmp_path / "data", **given)

    assert done.returncode == 1
    assert sentence in done.stderr
