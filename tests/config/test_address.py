import re
import socket
from collections.abc import Iterator

import pytest

from config.supervisor import address
from config.supervisor.address import AddressRefused, reserve_address


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        yield int(busy.getsockname()[1])


def test_a_busy_port_that_was_asked_for_is_refused_with_what_to_do(
    busy_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "PATIENCE", 0)

    with pytest.raises(AddressRefused, match=f"PORT={busy_port + 1} make demo"):
        reserve_address(asked=str(busy_port))


@pytest.mark.parametrize("asked", ["http", "-1", "0", "70000", "8000.5"])
def test_a_port_that_is_no_port_is_named(asked: str) -> None:
    with pytest.raises(AddressRefused, match=re.escape(f"PORT is {asked!r}")):
        reserve_address(asked=asked)


def test_two_sites_find_different_ports() -> None:
    first, second = reserve_address(asked=None), reserve_address(asked=None)

    assert first.port != second.port
    assert first.url == f"http://127.0.0.1:{first.port}"
    for each in (first, second):
        each.reservation.close()


def test_when_every_port_is_taken_it_says_so(
    busy_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "FIRST", busy_port)
    monkeypatch.setattr(address, "LAST", busy_port)

    with pytest.raises(AddressRefused, match="PORT=9000 make demo"):
        reserve_address(asked=None)


@pytest.fixture
def lingering_port() -> int:
    """A port whose last connection was closed from this side just now."""
    with socket.socket() as left:
        left.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as most servers do
        left.bind(("127.0.0.1", 0))
        left.listen()
        port = int(left.getsockname()[1])
        with socket.create_connection(("127.0.0.1", port), timeout=5) as reader:
            accepted, _ = left.accept()
            accepted.close()
            assert reader.recv(1) == b""
    return port


def test_a_port_with_lingering_connections_is_passed_over(
    lingering_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = int(other.getsockname()[1])
    monkeypatch.setattr(address, "range", lambda first, last: (lingering_port, free), raising=False)

    kept = reserve_address(asked=None)

    assert kept.port == free
    kept.reservation.close()


def test_a_port_with_lingering_connections_that_was_asked_for_is_refused_in_words(
    lingering_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "PATIENCE", 0)

    with pytest.raises(AddressRefused, match=f"Port {lingering_port} was used just now"):
        reserve_address(asked=str(lingering_port))


def test_a_reserved_port_is_the_sites_to_use() -> None:
    kept = reserve_address(asked=None)

    with socket.socket() as site:
        site.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        site.bind(("127.0.0.1", kept.port))
        site.listen()
        with socket.create_connection(("127.0.0.1", kept.port), timeout=5):
            accepted, _ = site.accept()
            assert accepted.getsockname() == ("127.0.0.1", kept.port)
            accepted.close()
    kept.reservation.close()
