"""Serves a database as the site's web process does: granian, two workers, the same flags."""

from __future__ import annotations

import os
import signal
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from config.home import Home
from config.processes import wait_for
from config.supervisor import services
from config.supervisor.address import Address, reserve_address
from config.supervisor.child import Child
from config.supervisor.preparing import static_files_collected

PATIENCE = 60.0
STOPS_WITHIN = 10.0
DATABASES = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_RELAY_URL")


class DoesNotAnswer(Exception):
    """The message is fit to show to the person who tried."""


@contextmanager
def served(database: str) -> Iterator[Address]:
    """The site over this database until the block ends, on a port of its own."""
    home = Home.from_environment()
    home.prepare()
    address = reserve_address(asked=None)
    environment = _environment(home, address, database)
    with home.locked("prepare"), static_files_collected(environment):
        pass
    web = Child(services.web(address, name=f"bench-{address.port}"), home=home)
    web.tend(environment)
    try:
        if not wait_for(lambda: web.has_stopped() or _answers(address), PATIENCE):
            web.ask_to_stop()
        if web.has_stopped() or not _answers(address):
            log = home.log_file(web.service.name)
            raise DoesNotAnswer(f"The site does not answer. What it says is in {log}")
        yield address
    finally:
        web.ask_to_stop(signal.SIGTERM)
        wait_for(web.has_stopped, STOPS_WITHIN)
        web.forget()
        address.reservation.close()


def _environment(home: Home, address: Address, database: str) -> Mapping[str, str]:
    """A plain site on this machine, whatever the environment says of the real one."""
    urls = {name: _named(os.environ[name], database) for name in DATABASES}
    ours = {
        "ALLOWED_HOSTS": "127.0.0.1",
        "BEHIND_HTTPS_PROXY": "false",
        "DEBUG": "false",
        "DEMO": "false",
        "DJANGO_SETTINGS_MODULE": "benchmarks.pages.settings",
        "SITE_URL": address.url,
        "STATIC_ROOT": str(home.root / "static"),
    }
    return services.environment(home=home, address=address) | urls | ours


def _named(url: str, database: str) -> str:
    return urlsplit(url)._replace(path=f"/{database}").geturl()


def _answers(address: Address) -> bool:
    with (
        suppress(OSError),
        urllib.request.urlopen(f"{address.url}/health/live", timeout=2),  # noqa: S310  # our own
    ):
        return True
    return False
