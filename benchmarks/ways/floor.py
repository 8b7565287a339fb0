"""The least there can be: the same columns read once by binary COPY, the result written once."""

from __future__ import annotations

from django.db import connection, connections

from benchmarks.ways.counts import Measured
from benchmarks.ways.ours import Runs
from people.tenancy import acting_in

READ = (
    "SELECT id, parent_id, headcount FROM people_orgunit",
    "SELECT id FROM people_person WHERE is_active",
    "SELECT person_id, unit_id FROM people_assignment WHERE is_primary AND ended_on IS NULL",
    "SELECT id, unit_id, state, current_id, is_local_reason_accepted FROM objectives_objective",
    "SELECT id, answerable_id FROM objectives_objectiveversion",
    "SELECT child_id, parent_objective_id, parent_priority_id, strength, state, stale_since "
    "FROM objectives_contributionlink",
    "SELECT priority_id FROM strategy_prioritywording",
    "SELECT priority_id, unit_id, expectation FROM objectives_expectedcontribution",
)


def make_table() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE bench_stored (summary jsonb, stored bytea)")


def read_and_write(measured: Measured, runs: Runs) -> int:
    """How many bytes were read; nothing is done with them."""
    read = 0
    with acting_in(measured.organisation, cause="benchmark"), connection.cursor() as cursor:
        for query in READ:
            with cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT binary)") as copy:
                read += sum(map(len, copy))
        for run in (runs.alignment, runs.coverage):
            cursor.execute("INSERT INTO bench_stored VALUES ('{}', %s)", [bytes(run.stored)])
    return read
