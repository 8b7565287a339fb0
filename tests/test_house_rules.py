"""What a machine can hold of how we write. A rule worth writing down is worth failing on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from tests import factories

ROOT = Path(__file__).parent.parent
OUR_APPS = ("config", "ui", "people", "strategy", "objectives", "reports")
LONG_BY_NATURE = {"config/settings.py", "config/demonstration"}  # lists, not logic


def source_files() -> list[Path]:
    return [
        path
        for app in OUR_APPS
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
    ]


def modules(name: str) -> list[Path]:
    """Every `views.py`, say, and every file of a package of that name."""
    return [p for p in source_files() if p.stem == name or name in p.parent.parts]


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_views_do_not_touch_the_database_directly() -> None:
    offenders = [
        f"{short(path)}:{node.lineno}"
        for path in modules("views")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "save", "delete"}
    ]

    assert offenders == []


def test_services_name_their_arguments_after_the_first() -> None:
    offenders = [
        f"{short(path)}:{node.name}"
        for path in modules("services")
        if path.parts[len(ROOT.parts)] != "config"
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and len(node.args.args) > 1
    ]

    assert offenders == []


def test_files_stay_short() -> None:
    lengths = {short(path): len(path.read_text().splitlines()) for path in source_files()}
    long = {
        name: lines
        for name, lines in lengths.items()
        if lines > 350 and not any(name.startswith(each) for each in LONG_BY_NATURE)
    }

    assert long == {}


def test_functions_fit_a_screen() -> None:
    offenders = [
        f"{short(path)}:{node.name}"
        for path in source_files()
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno >= 45
    ]

    assert offenders == []


def test_templates_stay_short() -> None:
    assert [short(p) for p in templates() if len(p.read_text().splitlines()) > 80] == []


def test_fragments_never_extend_a_page() -> None:
    fragments = [p for p in templates() if p.name.startswith("_")]

    assert [short(p) for p in fragments if "{% extends" in p.read_text()] == []


@pytest.mark.parametrize(
    "forbidden",
    [r"\|\s*safe\b", r"\bhx-on\b", r"\shx-vals=.js:", r"<style\b", r"\sstyle=", r"\son[a-z]+="],
)
def test_templates_keep_to_the_content_security_policy(forbidden: str) -> None:
    assert [short(p) for p in templates() if re.search(forbidden, p.read_text())] == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    offenders = [
        short(path)
        for path in templates()
        for form in re.findall(r"<form\b.*?</form>", path.read_text(), re.S)
        if re.search(r'method="post"', form, re.I) and "{% csrf_token %}" not in form
    ]

    assert offenders == []


def test_every_model_has_a_factory() -> None:
    made = {f._meta.model for f in vars(factories).values() if hasattr(f, "_meta")}
    ours = {
        model
        for app in OUR_APPS
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "pgh_tracked_model")
    }

    assert ours - made == set()


@pytest.mark.django_db(databases=["default", "owner"])
def test_migrations_match_the_models() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
