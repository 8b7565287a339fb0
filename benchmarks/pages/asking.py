"""Asks for pages one at a time, as one browser does, and times each answer to its last byte."""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPConnection
from statistics import median
from time import perf_counter

from config.supervisor.address import HOST, Address

ROUNDS = 3
REQUESTS = 30
FIRST_ONES = 5
"""Before the first round: templates are read and connections opened once."""
HELLO = "hello"
OPEN = (HELLO, "sign-in")
"""Pages asked for by somebody who is not signed in."""
COOKIE = "sid"

Rounds = list[dict[str, float]]


class NotThePage(AssertionError):
    """Something else came than the page: it may not be measured."""


def ask(address: Address, paths: Mapping[str, str], *, session: str) -> Rounds:
    """By round and page: the median in milliseconds."""
    connection = HTTPConnection(HOST, address.port, timeout=60)
    paths = {HELLO: f"/{HELLO}", **paths}
    cookies = {name: {} if name in OPEN else {"Cookie": f"{COOKIE}={session}"} for name in paths}
    try:
        for name, path in paths.items():
            for _ in range(FIRST_ONES):
                _milliseconds(connection, path, cookies[name])
        return [
            {
                name: median(
                    _milliseconds(connection, path, cookies[name]) for _ in range(REQUESTS)
                )
                for name, path in paths.items()
            }
            for _ in range(ROUNDS)
        ]
    finally:
        connection.close()


def _milliseconds(connection: HTTPConnection, path: str, cookies: Mapping[str, str]) -> float:
    started = perf_counter()
    connection.request("GET", path, headers=dict(cookies))
    answer = connection.getresponse()
    answer.read()
    took = perf_counter() - started
    if answer.status != 200:
        raise NotThePage(f"{path} answered {answer.status}")
    return 1000 * took
