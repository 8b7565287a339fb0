"""The port the site answers on: the one asked for, or the first free from 8000 up."""

import fcntl
import os
import socket
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
FIRST, LAST = 8000, 8099
PATIENCE = 3.0  # a site that is just leaving has not quite left its port


class AddressRefused(Exception):
    """The message is fit to show to the person who tried."""


@dataclass(frozen=True)
class Address:
    """A port kept for one site: nobody else finds it free, also while the site starts again."""

    port: int
    reservation: socket.socket

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


def reserve_address(*, asked: str | None) -> Address:
    """The port asked for, or a sentence that says what to do; without one, the first free."""
    if asked is None:
        for port in range(FIRST, LAST + 1):
            if address := _reserve(port):
                return address
        raise AddressRefused(
            f"Ports {FIRST} to {LAST} are all in use: choose another, like `PORT=9000 make demo`"
        )
    if not (asked.isdigit() and 0 < int(asked) < 65536):
        raise AddressRefused(f"PORT is {asked!r}: write a number from 1 to 65535, like 8000")
    give_up_at = time.monotonic() + PATIENCE
    while (address := _reserve(int(asked))) is None:
        if time.monotonic() > give_up_at:
            raise AddressRefused(_in_use(int(asked)))
        time.sleep(0.2)
    return address


def _in_use(port: int) -> str:
    """Connections of a site that has left linger for a minute."""
    another = f"choose another, like `PORT={port % 65535 + 1} make demo`"
    if _is_free(port):
        return (
            f"Port {port} was used just now and is not free again yet: wait a minute, or {another}"
        )
    return f"Port {port} is in use: stop what uses it, or {another}"


def _reserve(port: int) -> Address | None:
    """Two who look at once find different ports: looking and taking happen under one lock."""
    lock = Path(tempfile.gettempdir()) / f"throughline-ports-{os.geteuid()}.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not _is_free(port):
            return None
        reservation = socket.socket()
        reservation.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        try:
            reservation.bind((HOST, port))
        except OSError:
            reservation.close()
            return None
        return Address(port, reservation)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
