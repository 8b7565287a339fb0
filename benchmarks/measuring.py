"""Times each way in turn, three rounds on the same rows, and makes ratios of it."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.change import one_change
from benchmarks.database import own_database
from benchmarks.loading import load
from benchmarks.synthetic import SIZES, Size, draw
from benchmarks.ways import by_networkx, by_sql, floor, ours
from benchmarks.ways.counts import Counts, Measured, empty_tables, make_tables

ROUNDS = 3
NO_ROUND_AFTER = 25 * 60
"""Seconds of rounds after which no other begins: at nation a round may take that long."""
PHASES = ("load", "compute", "store")

Say = Callable[[str], None]


class WaysDisagree(AssertionError):
    """Two ways found different figures: neither may be measured against the other."""


@dataclass(frozen=True, kw_only=True)
class Round:
    """How many seconds each way took, one after the other."""

    ours: float
    phases: dict[str, float]
    networkx: float
    sql: float
    floor: float


def bench(
    size: str | Size, *, now: datetime, say: Say = lambda _: None, template: str | None = None
) -> dict[str, Any]:
    """The benchmark's document, as the interchange contract has it."""
    drawn = draw(SIZES[size] if isinstance(size, str) else size)
    with own_database(template=template) as database:
        say("Making the organisation")
        loaded = load(drawn, now=now)
        measured = Measured(organisation=loaded.organisation, cycle=loaded.cycle, as_of=now)
        make_tables()
        floor.make_table()
        rounds = _rounds(measured, say)
        peak = median(_peak_megabytes(database) for _ in range(ROUNDS))
        change = one_change(measured)
        say(f"One change, until its team's page shows it: {change:.4f} s")
    seconds = _seconds(rounds)
    return {
        "size": size if isinstance(size, str) else "other",
        "objectives": len(drawn.objective_unit),
        "links": len(drawn.link_child),
        "seconds": seconds,
        "peak_mb": round(peak, 1),
        "change": {
            "seconds": round(change, 5),
            "ratio": round(change / seconds["total"], 4),
        },
        "ratios": {
            "networkx": round(median(each.networkx / each.ours for each in rounds), 1),
            "sql": round(median(each.sql / each.ours for each in rounds), 1),
            "floor": round(median(each.ours / each.floor for each in rounds), 2),
        },
    }


def _rounds(measured: Measured, say: Say) -> list[Round]:
    started = perf_counter()
    rounds: list[Round] = []
    while len(rounds) < ROUNDS and perf_counter() - started < NO_ROUND_AFTER:
        rounds.append(_round(measured, len(rounds) + 1, say))
    return rounds


def _seconds(rounds: list[Round]) -> dict[str, float]:
    phases = {name: round(median(each.phases[name] for each in rounds), 4) for name in PHASES}
    return {**phases, "total": round(median(each.ours for each in rounds), 4)}


def _round(measured: Measured, number: int, say: Say) -> Round:
    run_ids = ours.ask(measured)
    our_seconds, _ = _timed(lambda: ours.compute(measured, run_ids))
    runs = ours.computed(measured)
    found = ours.counts(measured, runs)
    floor_seconds, _ = _timed(lambda: floor.read_and_write(measured, runs))
    sql_seconds, by_statement = _timed(lambda: by_sql.count(measured))
    empty_tables()
    networkx_seconds, by_descendants = _timed(lambda: by_networkx.count(measured))
    empty_tables()
    _agree(found, sql=by_statement, networkx=by_descendants)
    say(
        f"Round {number}: ours {our_seconds:.2f} s, floor {floor_seconds:.2f} s, "
        f"SQL {sql_seconds:.2f} s, networkx {networkx_seconds:.2f} s"
    )
    return Round(
        ours=our_seconds,
        phases=runs.alignment.seconds,
        networkx=networkx_seconds,
        sql=sql_seconds,
        floor=floor_seconds,
    )


def _timed(way: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    started = perf_counter()
    result = way()
    return perf_counter() - started, result


def _agree(found: Counts, **others: Counts) -> None:
    for name, other in others.items():
        if _comparable(other) != _comparable(found):
            raise WaysDisagree(f"{name} found {other}, the report {found}")


def _comparable(counts: Counts) -> dict[str, Any]:
    """A sum of fractions depends a little on its order; a standing nobody has may be left out."""
    standings = {word: held for word, held in counts.standings.items() if held}
    return asdict(counts) | {"standings": standings, "strength": round(counts.strength, 6)}


def _peak_megabytes(database: str) -> float:
    """In a process of its own, as a worker has it: what was measured here leaves no trace."""
    done = subprocess.run(  # noqa: S603  # our own module
        [sys.executable, "-m", "benchmarks.memory", database],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)
