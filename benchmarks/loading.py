"""Puts a drawn organisation into the database by COPY, as the tables' owner.

Triggers, foreign keys and the owner's own row-level security are set aside for the load and stand
again after it, the keys checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.db import connections, models
from django.db.backends.utils import CursorWrapper

from benchmarks.synthetic import PRIORITIES, Array, Drawn
from objectives.models import (
    ContributionLink,
    Cycle,
    ExpectedContribution,
    Objective,
    ObjectiveVersion,
)
from people.models import Assignment, Organisation, OrgUnit, Person
from people.tenancy import acting_in
from strategy.models import Priority, PriorityWording, Strategy, StrategyVersion

LOADED: tuple[type[models.Model], ...] = (
    OrgUnit,
    Person,
    Assignment,
    Objective,
    ObjectiveVersion,
    ContributionLink,
    ExpectedContribution,
)
AT_A_TIME = 20_000

Columns = Mapping[str, Any]
"""By field: an array, or one value for every row."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    organisation: Organisation
    cycle: Cycle


def load(drawn: Drawn, *, now: datetime) -> Loaded:
    """Store every row; a row's id is its number plus one."""
    organisation = Organisation.objects.create(name="Benchmark", slug="benchmark")
    with acting_in(organisation, cause="benchmark"):
        cycle = Cycle.objects.create(
            organisation=organisation,
            name="2026/27",
            starts_on=date(2026, 4, 1),
            ends_on=date(2027, 3, 31),
        )
        priorities = _strategy_in_force(organisation)
    with connections["owner"].cursor() as cursor, _set_aside(cursor):
        cursor.execute("SELECT set_config('app.organisation', %s, false)", [str(organisation.pk)])
        for model, columns in _tables(drawn, cycle.pk, priorities, now=now):
            same = {"organisation": organisation.pk, "created_at": now, "updated_at": now}
            _copy(cursor, model, {**same, **columns})
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    return Loaded(organisation=organisation, cycle=cycle)


def _strategy_in_force(organisation: Organisation) -> Array:
    strategy = Strategy.objects.create(organisation=organisation)
    version = StrategyVersion.objects.create(
        organisation=organisation, strategy=strategy, title="A strategy to measure"
    )
    ids = []
    for number in range(1, PRIORITIES + 1):
        priority = Priority.objects.create(
            organisation=organisation, strategy=strategy, ref=f"P{number}"
        )
        PriorityWording.objects.create(
            organisation=organisation, version=version, priority=priority, title=f"Aim {number}"
        )
        ids.append(priority.pk)
    version.state, version.content_hash = StrategyVersion.State.IN_DELIVERY, "0" * 64
    version.in_force_from = date(2026, 4, 1)
    version.save()
    return np.array(ids)


def _tables(
    drawn: Drawn, cycle: int, priorities: Array, *, now: datetime
) -> Iterator[tuple[type[models.Model], Columns]]:
    yield from _structure(drawn)
    yield from _objectives(drawn, cycle, now=now)
    parent = drawn.link_parent
    is_stale = drawn.link_state == "stale"
    stale_since = {days: now - timedelta(days=days) for days in (10, 60)}
    yield (
        ContributionLink,
        {
            "id": _ids(len(parent)),
            "child": drawn.link_child + 1,
            "parent_objective": _or_none(parent + 1, parent >= 0),
            "parent_priority": _or_none(
                priorities[np.where(parent < 0, -1 - parent, 0)], parent < 0
            ),
            "strength": drawn.link_strength,
            "state": drawn.link_state,
            "stale_since": [
                stale_since[days] if stale else None
                for days, stale in zip(drawn.link_days_stale.tolist(), is_stale, strict=True)
            ],
            "is_primary": drawn.link_is_primary,
            "rationale": "It is the part of it that this team can do",
        },
    )
    yield (
        ExpectedContribution,
        {
            "id": _ids(len(drawn.expectation_unit)),
            "priority": priorities[drawn.expectation_priority],
            "unit": drawn.expectation_unit + 1,
            "expectation": drawn.expectation_word,
        },
    )


def _structure(drawn: Drawn) -> Iterator[tuple[type[models.Model], Columns]]:
    units, people = _ids(len(drawn.unit_parent)), _ids(len(drawn.person_unit))
    yield (
        OrgUnit,
        {
            "id": units,
            "code": _numbered("U", units),
            "name": _numbered("Team on ward ", units),
            "parent": _or_none(drawn.unit_parent + 1, drawn.unit_parent >= 0),
            "headcount": drawn.unit_headcount,
        },
    )
    yield (
        Person,
        {
            "id": people,
            "staff_id": _numbered("S", people),
            "name": _numbered("Member of Staff ", people),
            "is_active": drawn.person_is_active,
        },
    )
    yield (
        Assignment,
        {"id": people, "person": people, "unit": drawn.person_unit + 1, "role_title": "Nurse"},
    )


def _objectives(
    drawn: Drawn, cycle: int, *, now: datetime
) -> Iterator[tuple[type[models.Model], Columns]]:
    ids, answerable = _ids(len(drawn.objective_unit)), drawn.objective_answerable
    yield (
        Objective,
        {
            "id": ids,
            "cycle": cycle,
            "ref": _numbered("O", ids),
            "unit": drawn.objective_unit + 1,
            "state": drawn.objective_state,
            "local_reason": np.where(drawn.objective_is_local, "It keeps our own house", ""),
            "is_local_reason_accepted": drawn.objective_is_local,
            "current": ids,
        },
    )
    yield (
        ObjectiveVersion,
        {
            "id": ids,
            "objective": ids,
            "title": _numbered("Answer every patient who rings within two days, list ", ids),
            "why": "People who wait for an answer worry, ring again and come to harm",
            "answerable": _or_none(answerable + 1, answerable >= 0),
            "written_at": now,
        },
    )


def _ids(count: int) -> Array:
    return np.arange(1, count + 1)


def _numbered(words: str, numbers: Array) -> list[str]:
    return [f"{words}{number}" for number in numbers.tolist()]


def _or_none(values: Array, is_there: Array) -> list[Any]:
    there = zip(values.tolist(), is_there.tolist(), strict=True)
    return [value if known else None for value, known in there]


@contextmanager
def _set_aside(cursor: CursorWrapper) -> Iterator[None]:
    """While rows are copied nothing watches them; foreign keys are made again and so checked."""
    tables = [model._meta.db_table for model in LOADED]
    cursor.execute(
        """SELECT conrelid::regclass, quote_ident(conname), pg_get_constraintdef(oid)
           FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])""",
        [tables],
    )
    keys = cursor.fetchall()
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER")
    for table, name, _ in keys:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    yield
    for table, name, definition in keys:
        cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER")


def _copy(cursor: CursorWrapper, model: type[models.Model], columns: Columns) -> None:
    """Every column: those given, the others as the model has them for a new row."""
    fields = model._meta.concrete_fields
    values = [columns.get(field.name, field.get_default()) for field in fields]
    count = len(columns["id"])
    names = ", ".join(f'"{field.column}"' for field in fields)
    statement = f'COPY "{model._meta.db_table}" ({names}) FROM STDIN'
    with cursor.copy(statement) as copy:
        for start in range(0, count, AT_A_TIME):
            rows = min(AT_A_TIME, count - start)
            texts = [_texts(value, start, rows) for value in values]
            copy.write("\n".join(map("\t".join, zip(*texts, strict=True))) + "\n")


def _texts(value: Any, start: int, rows: int) -> list[str]:
    if isinstance(value, np.ndarray):
        return [str(each) for each in value[start : start + rows].tolist()]
    if isinstance(value, list):
        return [r"\N" if each is None else str(each) for each in value[start : start + rows]]
    return [r"\N" if value is None else str(value)] * rows
