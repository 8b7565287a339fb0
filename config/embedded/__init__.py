"""PostgreSQL and Valkey with nothing to install: for the demonstration and the tests.

Never imported where DATABASE_URL and REDIS_URL are set.
"""

import atexit
import fcntl
import os
from dataclasses import dataclass, field
from io import TextIOWrapper

from config.embedded.account import EnginesRefused
from config.embedded.postgres import Postgres
from config.embedded.valkey import Valkey
from config.home import Home

__all__ = [
    "Engines",
    "EnginesRefused",
    "ensure_engines",
    "mend",
    "provide",
    "provides_database",
    "release",
]


@dataclass(frozen=True, kw_only=True)
class Engines:
    """Where the engines of one home answer; an address is empty where none was asked for."""

    database_url: str
    owner_database_url: str
    relay_database_url: str
    backup_database_url: str
    redis_url: str
    secret_key: str

    def environment(self) -> dict[str, str]:
        """The settings a child process needs, so that it never starts engines itself."""
        settings = {
            "DATABASE_URL": self.database_url,
            "DATABASE_OWNER_URL": self.owner_database_url,
            "DATABASE_RELAY_URL": self.relay_database_url,
            "DATABASE_BACKUP_URL": self.backup_database_url,
            "REDIS_URL": self.redis_url,
            "SECRET_KEY": self.secret_key,
        }
        return {name: value for name, value in settings.items() if value}


@dataclass
class _Hold:
    """This process's share in the engines of one home: while any share is held, they run."""

    home: Home
    share: TextIOWrapper
    pid: int = field(default_factory=os.getpid)
    postgres: bool = False
    valkey: bool = False

    def all_run(self) -> bool:
        engines: list[Postgres | Valkey] = [Postgres(self.home)] if self.postgres else []
        engines += [Valkey(self.home)] if self.valkey else []
        return all(engine.pid() is not None for engine in engines)


_held: dict[Home, _Hold] = {}


def ensure_engines(*, postgres: bool = True, valkey: bool = True) -> Engines:
    """Have the engines answer until this process lets go of them; two at once start one set."""
    home = Home.from_environment()
    home.prepare()
    with home.locked("start"):
        if home not in _held:
            _held[home] = _Hold(home, _share(home))
        hold = _held[home]
        hold.postgres, hold.valkey = hold.postgres or postgres, hold.valkey or valkey
        database, queue = Postgres(home) if postgres else None, Valkey(home) if valkey else None
        if database:
            database.start()
        if queue:
            queue.start()
        return Engines(
            database_url=database.url("app") if database else "",
            owner_database_url=database.url("owner") if database else "",
            relay_database_url=database.url("relay") if database else "",
            backup_database_url=database.url("backup") if database else "",
            redis_url=queue.url() if queue else "",
            secret_key=home.secret("secret_key"),
        )


def provide() -> None:
    """Fill in the settings nobody gave, starting only the engine whose address is missing."""
    engines = ensure_engines(
        postgres=not os.environ.get("DATABASE_URL"), valkey=not os.environ.get("REDIS_URL")
    )
    for name, value in engines.environment().items():
        if not os.environ.get(name):
            os.environ[name] = value


def provides_database() -> bool:
    """Whether this process uses an embedded PostgreSQL."""
    return any(hold.postgres for hold in _held.values())


def mend() -> dict[str, str]:
    """Start again an engine that has died; the settings that changed by it, often none."""
    changed: dict[str, str] = {}
    for hold in list(_held.values()):
        if not hold.all_run():
            engines = ensure_engines(postgres=hold.postgres, valkey=hold.valkey)
            now = engines.environment().items()
            changed |= {name: value for name, value in now if os.environ.get(name) != value}
    os.environ.update(changed)
    return changed


def release() -> None:
    """Let go; whoever is last stops the engines, so a command leaves them as it found them."""
    for hold in list(_held.values()):
        del _held[hold.home]
        if hold.pid == os.getpid():
            _let_go(hold)


def _share(home: Home) -> TextIOWrapper:
    share = (home.run / "engines.lock").open("w")
    fcntl.flock(share, fcntl.LOCK_SH)
    return share


def _let_go(hold: _Hold) -> None:
    with hold.share:
        try:
            fcntl.flock(hold.share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        Valkey(hold.home).stop()
        Postgres(hold.home).stop()


atexit.register(release)
