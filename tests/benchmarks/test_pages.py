from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from threading import Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.urls import NoReverseMatch, resolve, reverse
from pytest_django import DjangoDbBlocker

from benchmarks.pages import asking, measuring, serving
from benchmarks.synthetic import Size, draw
from config.supervisor.address import Address

TINY = Size(people=200, units=40, objectives=300)
PAGES = ["hello", "sign-in", "home", "objective", "team", "check-in", "coverage", "reach"]


@pytest.fixture
def migrated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database that has its tables, with nobody in it; queries are let through."""
    with django_db_blocker.unblock():
        yield connections["owner"].settings_dict["NAME"]


def test_every_page_is_served_to_a_lead_and_timed(
    migrated: str, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "REQUESTS", 1)
    monkeypatch.setattr(asking, "FIRST_ONES", 1)

    rounds = measuring._rounds(TINY, now=noon, say=lambda _: None, template=migrated)

    assert [list(each) for each in rounds] == [PAGES] * 3
    assert all(milliseconds > 0 for each in rounds for milliseconds in each.values())
    assert connections["default"].settings_dict["NAME"] == migrated


def test_the_document_has_the_coverage_of_800_teams_beside_the_pages(
    noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = {measuring.TABLE: 9.0, TINY: 4.0}

    def rounds(size: Size, **_: Any) -> asking.Rounds:
        return [{"hello": 1.0, "coverage": took[size]}]

    monkeypatch.setattr(measuring, "_rounds", rounds)

    assert measuring.bench_pages(TINY, now=noon) == {
        "size": "other",
        "objectives": 300,
        "pages": {
            "hello": {"ms": 1.0, "ratio": 1.0},
            "coverage": {"ms": 4.0, "ratio": 4.0},
            "coverage, 800 teams": {"ms": 9.0, "ratio": 9.0},
        },
    }


def test_800_teams_stand_directly_below_the_board() -> None:
    parents = draw(measuring.TABLE).unit_parent.tolist()

    assert parents == [-1, *[0] * 800]


def test_ratios_are_taken_round_by_round() -> None:
    rounds = [
        {"hello": 1.0, "home": 10.0},
        {"hello": 4.0, "home": 36.0},
        {"hello": 2.0, "home": 30.0},
    ]

    assert measuring._figures(rounds) == {
        "hello": {"ms": 2.0, "ratio": 1.0},
        "home": {"ms": 30.0, "ratio": 10.0},
    }


def test_a_page_that_sends_elsewhere_is_not_timed() -> None:
    with HTTPServer(("127.0.0.1", 0), _SendsAway) as server:
        address = Address(port=server.server_port, reservation=server.socket)
        thread = Thread(target=server.serve_forever)
        thread.start()
        with pytest.raises(asking.NotThePage, match="/benchmark/ answered 302"):
            asking.ask(address, {"home": "/benchmark/"}, session="known")
        server.shutdown()
        thread.join()


class _SendsAway(BaseHTTPRequestHandler):
    """Says hello, and sends everybody who asks for more to the sign-in page."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/hello" else 302)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Nothing is said."""


def test_only_the_benchmark_says_hello() -> None:
    assert resolve("/hello", urlconf="benchmarks.pages.urls").func.__name__ == "hello"
    assert resolve("/hello/", urlconf="config.urls").url_name == "home"
    with pytest.raises(NoReverseMatch):
        reverse("hello")


def test_the_command_prints_a_line_for_each_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"hello": {"ms": 0.5, "ratio": 1.0}, "home": {"ms": 12.345, "ratio": 24.7}}
    document = {"size": "trust", "objectives": 25_000, "pages": pages}
    monkeypatch.setattr(measuring, "bench_pages", lambda *_, **__: document)
    printed = StringIO()

    call_command("bench", "--pages", stdout=printed)

    first, *others = printed.getvalue().splitlines()
    assert first == "trust: 25,000 objectives"
    assert [line.split()[0] for line in others] == ["hello", "home"]
    assert others[1].split()[1:] == ["12.35", "ms", "24.7", "times", "hello"]


def test_the_command_says_where_to_look_when_the_site_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def give_up(*_: Any, **__: Any) -> None:
        raise serving.DoesNotAnswer("The site does not answer. What it says is in web.log")

    monkeypatch.setattr(measuring, "bench_pages", give_up)

    with pytest.raises(CommandError, match=r"web\.log"):
        call_command("bench", "--pages")
