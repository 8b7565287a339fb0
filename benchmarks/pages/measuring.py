"""Times pages of an organisation, and coverage of one whose teams all stand in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from statistics import median
from typing import Any

from benchmarks.database import own_database
from benchmarks.loading import load
from benchmarks.pages.asking import HELLO, Rounds, ask
from benchmarks.pages.serving import served
from benchmarks.pages.visitor import sign_in
from benchmarks.synthetic import SIZES, Size, draw
from benchmarks.ways import ours
from benchmarks.ways.counts import Measured

TABLE = Size(people=8_000, units=801, objectives=6_000, fan_out=800)
"""800 teams directly below the board, by eight priorities."""
COVERAGE = "coverage"
IN_TABLE = "coverage, 800 teams"

Say = Callable[[str], None]


def bench_pages(
    size: str | Size,
    *,
    now: datetime,
    say: Say = lambda _: None,
    template: str | None = None,
) -> dict[str, Any]:
    """By page its milliseconds and how many times as long as `hello` that is."""
    drawn = SIZES[size] if isinstance(size, str) else size
    say("Making the organisation")
    rounds = _rounds(drawn, now=now, say=say, template=template)
    say("Making 800 teams for the coverage page")
    of_table = _rounds(TABLE, now=now, say=say, template=template, only=(COVERAGE,))
    return {
        "size": size if isinstance(size, str) else "other",
        "objectives": drawn.objectives,
        "pages": _figures(rounds) | {IN_TABLE: _figures(of_table)[COVERAGE]},
    }


def _rounds(
    size: Size,
    *,
    now: datetime,
    say: Say,
    template: str | None,
    only: Iterable[str] | None = None,
) -> Rounds:
    """After both reports were computed, as somebody finds them in the morning."""
    with own_database(template=template) as database:
        loaded = load(draw(size), now=now)
        measured = Measured(organisation=loaded.organisation, cycle=loaded.cycle, as_of=now)
        ours.compute(measured, ours.ask(measured))
        visitor = sign_in(loaded, now=now)
        wanted = {name: visitor.paths[name] for name in only or visitor.paths}
        say(f"Asking for {', '.join(wanted)}")
        with served(database) as address:
            return ask(address, wanted, session=visitor.session)


def _figures(rounds: Rounds) -> dict[str, dict[str, float]]:
    """Ratios are taken round by round, so that a busy minute weighs on both sides."""
    return {
        name: {
            "ms": round(median(each[name] for each in rounds), 2),
            "ratio": round(median(each[name] / each[HELLO] for each in rounds), 1),
        }
        for name in rounds[0]
    }
