from collections.abc import Iterator

import psycopg
import pytest
import redis

from tests.config.holding import Holder

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holder]:
    """One set of engines for the tests that only look at it."""
    holder = Holder(tmp_path_factory.mktemp("held"))
    assert holder.settings
    yield holder
    holder.leave()


@pytest.fixture
def table(held: Holder) -> Iterator[str]:
    """A fenced table as a migration would make it, with a row of organisation 7."""
    with psycopg.connect(held.settings["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("CREATE TABLE fenced (id bigint, organisation bigint)")
        owner.execute("INSERT INTO fenced VALUES (1, 7)")
        owner.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON fenced TO throughline_app")
        owner.execute("ALTER TABLE fenced ENABLE ROW LEVEL SECURITY")
        owner.execute("ALTER TABLE fenced FORCE ROW LEVEL SECURITY")
        yield "fenced"
        owner.execute("DROP TABLE fenced")


@pytest.mark.parametrize(
    ("login", "seen"), [("DATABASE_URL", 0), ("DATABASE_OWNER_URL", 0), ("DATABASE_BACKUP_URL", 1)]
)
def test_only_the_backup_sees_past_the_fence(
    held: Holder, table: str, login: str, seen: int
) -> None:
    with psycopg.connect(held.settings[login]) as connection:
        rows = connection.execute("SELECT * FROM fenced").fetchall()

    assert len(rows) == seen


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id bigint)",
        "TRUNCATE fenced",
        "ALTER TABLE fenced DISABLE ROW LEVEL SECURITY",
    ],
)
def test_the_application_may_not_change_what_tables_there_are(
    held: Holder, table: str, statement: str
) -> None:
    with (
        psycopg.connect(held.settings["DATABASE_URL"]) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute(statement)


def test_the_backup_can_change_nothing(held: Holder, table: str) -> None:
    with (
        psycopg.connect(held.settings["DATABASE_BACKUP_URL"]) as backup,
        pytest.raises(
            (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
        ),
    ):
        backup.execute("DELETE FROM fenced")


def test_the_relay_starts_with_no_right_to_any_table(held: Holder, table: str) -> None:
    with (
        psycopg.connect(held.settings["DATABASE_RELAY_URL"]) as relay,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        relay.execute("SELECT * FROM fenced")


def test_no_login_is_a_superuser(held: Holder) -> None:
    with psycopg.connect(held.settings["DATABASE_URL"]) as app:
        strong = app.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'throughline%'"
            " AND (rolsuper OR rolcreaterole)"
        ).fetchall()

    assert strong == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("statement_timeout", "15s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "30s"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
        ("log_min_duration_statement", "500ms"),
        ("data_checksums", "on"),
    ],
)
def test_nobody_waits_for_ever_and_answers_stay_out_of_the_log(
    held: Holder, setting: str, value: str
) -> None:
    with psycopg.connect(held.settings["DATABASE_URL"]) as app:
        assert app.execute(f"SHOW {setting}".encode()).fetchone() == (value,)


def test_a_wrong_password_is_refused(held: Holder) -> None:
    wrong = held.settings["DATABASE_URL"].replace("throughline_app:", "throughline_app:x")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_the_queue_keeps_what_it_is_given_on_the_disk(held: Holder) -> None:
    with redis.Redis.from_url(held.settings["REDIS_URL"], decode_responses=True) as client:
        kept = client.config_get("append*", "maxmemory-policy", "bind")

    assert kept["appendonly"] == "yes"
    assert kept["appendfsync"] == "everysec"
    assert kept["maxmemory-policy"] == "noeviction"
    assert kept["bind"] == "127.0.0.1"


def test_the_queue_asks_for_its_password(held: Holder) -> None:
    _, _, address = held.settings["REDIS_URL"].rpartition("@")

    with (
        redis.Redis.from_url(f"redis://{address}") as stranger,
        pytest.raises(redis.AuthenticationError),
    ):
        stranger.ping()
