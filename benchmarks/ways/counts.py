"""What every way has to find, and the plain table that the alternatives store it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connections, models

from objectives.models import Cycle
from people.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Measured:
    """The organisation that is reported on, and as of when a stale link is looked at."""

    organisation: Organisation
    cycle: Cycle
    as_of: datetime


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What was stored, in short: the same whichever way it was found."""

    standings: dict[str, int]
    """How many objectives are aligned, unconfirmed, local and orphans."""
    strength: float
    """Summed over the aligned ones: the largest product of strengths on a way up."""
    reaching: dict[int, int]
    """By priority: how many objectives reach it."""
    covered: int
    """Pairs of priority and unit with an objective there or below."""
    objectives: int
    """Summed over these pairs: how many."""
    gaps: int
    """Expected pairs that are not covered."""
    connected: int
    """People with line of sight."""


class Standing(models.Model):
    """A row for each objective: how a plain script keeps alignment."""

    organisation_id = models.BigIntegerField()
    run_id = models.BigIntegerField()
    objective_id = models.BigIntegerField()
    standing = models.CharField(max_length=12)
    strength = models.FloatField(null=True)

    class Meta:
        app_label = "benchmarks"
        managed = False
        db_table = "bench_standing"
        constraints = (
            models.UniqueConstraint(fields=("run_id", "objective_id"), name="bench_standing_key"),
        )

    def __str__(self) -> str:
        return f"Objective {self.objective_id}"


class Cell(models.Model):
    """A row for each priority and unit: how a plain script keeps coverage."""

    organisation_id = models.BigIntegerField()
    run_id = models.BigIntegerField()
    priority_id = models.BigIntegerField()
    unit_id = models.BigIntegerField()
    objectives = models.IntegerField()
    is_gap = models.BooleanField()

    class Meta:
        app_label = "benchmarks"
        managed = False
        db_table = "bench_cell"
        constraints = (
            models.UniqueConstraint(
                fields=("run_id", "priority_id", "unit_id"), name="bench_cell_key"
            ),
        )

    def __str__(self) -> str:
        return f"Priority {self.priority_id}, unit {self.unit_id}"


RUN = 1


def make_tables() -> None:
    """The tables as any report's would be, with a key by which a page finds its rows."""
    with connections["owner"].schema_editor() as editor:
        editor.create_model(Standing)
        editor.create_model(Cell)


def empty_tables() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("TRUNCATE bench_standing, bench_cell")
