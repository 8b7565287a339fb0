"""The processes that make up a running site; docker-compose.yml says the same for production."""

import os
import sys
from pathlib import Path

from config.home import Home
from config.supervisor.address import HOST, Address
from config.supervisor.child import Service

PROGRAMS = Path(sys.executable).parent
WEB_FLAGS = (
    "--interface=wsgi",
    "--workers=2",
    "--blocking-threads=4",
    "--backpressure=64",
    "--respawn-failed-workers",
    "--respawn-interval=1",
    "--workers-lifetime=6h",
    "--http1-header-read-timeout=10000",
    "--workers-kill-timeout=30",
)


def environment(*, home: Home, address: Address) -> dict[str, str]:
    """What every process of the demonstration is told; a setting given by a person stands."""
    ours = {
        "DEMO": "true",
        "EMAIL_FOLDER": str(home.mail),
        "PYTHONUNBUFFERED": "1",
        "SITE_URL": address.url,
        "STATIC_ROOT": str(home.root / "static"),
    }
    return ours | dict(os.environ) | {"DJANGO_SETTINGS_MODULE": "config.settings"}


def web(address: Address, *, name: str) -> Service:
    where = (f"--host={HOST}", f"--port={address.port}")
    return Service(
        name=name,
        command=(str(PROGRAMS / "granian"), *WEB_FLAGS, *where, "config.wsgi:application"),
        settings={"DATABASE_POOL_SIZE": "4"},
    )


def background(home: Home) -> list[Service]:
    """One of each for a data folder, however many sites serve it."""
    celery = (str(PROGRAMS / "celery"), "--app=config")
    schedule = f"--schedule={home.run / 'beat-schedule'}"
    return [
        Service(name="beat", command=(*celery, "beat", "--loglevel=INFO", schedule)),
        Service(name="relay", command=(sys.executable, "manage.py", "relay_errands")),
        Service(
            name="worker",
            command=(*celery, "worker", "--loglevel=INFO", "--concurrency=2"),
            settings={"STATEMENT_TIMEOUT_SECONDS": "300"},
        ),
    ]
