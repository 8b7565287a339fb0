"""Rules about templates and style that a machine can hold."""

import hashlib
import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
VENDORED = ROOT / "static" / "nhsuk"


def offenders(pattern: str) -> list[str]:
    return [p.relative_to(ROOT).as_posix() for p in TEMPLATES if re.search(pattern, p.read_text())]


def test_templates_stay_short() -> None:
    assert [p.name for p in TEMPLATES if len(p.read_text().splitlines()) > 80] == []


def test_fragments_never_extend_a_page() -> None:
    fragments = [p for p in TEMPLATES if p.name.startswith("_")]
    assert [p.name for p in fragments if "{% extends" in p.read_text()] == []


def test_no_template_needs_an_exception_to_the_content_security_policy() -> None:
    assert offenders(r"\sstyle=|<style|\son[a-z]+=|\bhx-on|hx-vars|js:|javascript:") == []


def test_no_template_marks_a_value_as_safe() -> None:
    assert offenders(r"\|\s*safe\b|autoescape off") == []


def test_the_vendored_style_sheet_is_what_was_reviewed() -> None:
    lines = (VENDORED / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    there = {
        path.relative_to(VENDORED).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDORED.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert there == listed


def test_nothing_is_asked_of_another_site_and_no_nhs_mark_is_served() -> None:
    css = (VENDORED / "nhsuk-frontend.min.css").read_text()
    script = (VENDORED / "nhsuk-frontend.min.js").read_text()

    for text in (css, script):
        assert "assets.nhs.uk" not in text and "sourceMappingURL" not in text
    assert "Frutiger" not in css and "@font-face" not in css and "url(/" not in css
    named = {path.name for path in (VENDORED / "images").iterdir()}
    assert not {
        name for name in named if "favicon" in name or "mask" in name or "opengraph" in name
    }
    assert not {name for name in named if re.search(r"nhsuk-icon-\d+\.png", name)}


def test_every_picture_the_style_sheet_names_is_there() -> None:
    css = (VENDORED / "nhsuk-frontend.min.css").read_text()

    named = set(re.findall(r"url\((images/[^)]*)\)", css))
    assert named and all((VENDORED / name).is_file() for name in named)
