"""Objectives of the current cycle from a spreadsheet: matched by reference.

Rows that arrive agreed or live keep a note of who imported them: an import is not a signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from objectives.models import Cycle, Measure, Objective, ObjectiveVersion
from objectives.services.cycles import open_cycle
from people.imports.checking import check_rows
from people.imports.kinds import OBJECTIVES
from people.imports.problems import Problem
from people.imports.rows import ObjectiveRow
from people.intake.orders import Order, Outcome
from people.intake.writing import BATCH, count_afresh, in_batches, write_changes
from people.models import OrgUnit, Person
from people.tenancy import organisation_in_force

UNKNOWN_UNIT = "There is no open unit {}: import units first, or enter a code that is there"
UNKNOWN_PERSON = "There is nobody with staff number {}: import people first, or leave it empty"
ARRIVED_AGREED = (Objective.State.AGREED, Objective.State.LIVE)
OF_HEAD = ("origin", "goal_type", "state", "local_reason")
KEPT = ("behaviours", "scope", "domain", "complexity", "will_know", "no_measure_reason")
WRITTEN = ("objectives_objective", "objectives_objectiveversion")
NEWEST_IS_CURRENT = """
    UPDATE objectives_objective objective SET current_id = version.id
    FROM objectives_objectiveversion version
    WHERE version.id = ANY(%s) AND version.organisation_id = objective.organisation_id
      AND version.objective_id = objective.id
"""


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a version says, as far as a spreadsheet does."""

    title: str
    why: str = ""
    target_date: date | None = None
    answerable_id: int | None = None
    measure: str = ""
    measure_unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None


def carry_out(order: Order) -> Outcome:
    """Adds objectives that are new; those whose words differ get a new version."""
    checked = check_rows(OBJECTIVES, table=order.tables["file"], matching=order.matching("file"))
    outcome = Outcome(rows={"objectives": checked.row_count}, problems=list(checked.problems))
    if checked.rows:
        _Objectives(outcome, order).carry_out(checked.rows)
    return outcome


class _Objectives:
    def __init__(self, outcome: Outcome, order: Order) -> None:
        self.outcome, self.order = outcome, order
        self.organisation = organisation_in_force()
        self.cycle: Cycle = open_cycle(now=order.now)
        self.units = {unit.code: unit.pk for unit in OrgUnit.objects.open()}
        self.people = dict(Person.objects.exclude(staff_id="").values_list("staff_id", "pk"))
        known = Objective.objects.filter(cycle=self.cycle).select_related("current")
        self.known = {objective.ref: objective for objective in known}
        self.measures = first_measures(self.cycle)
        self.is_counted = False

    def carry_out(self, rows: Sequence[ObjectiveRow]) -> None:
        """Each batch is compared and written before the next, and told as done."""
        done = 0
        self.order.progress(0, len(rows))
        for batch in in_batches(rows):
            self._begin()
            for row in batch:
                if self._is_known(row):
                    self._take(row)
            self._save()
            done += len(batch)
            self.order.progress(done, len(rows))

    def _begin(self) -> None:
        self.added: list[Objective] = []
        self.changed: list[Objective] = []
        self.wording: list[tuple[Objective, Words, ObjectiveVersion | None]] = []

    def _is_known(self, row: ObjectiveRow) -> bool:
        if row.unit_code not in self.units:
            self._refuse(row, "unit_code", row.unit_code, UNKNOWN_UNIT)
            return False
        if row.answerable_staff_id and row.answerable_staff_id not in self.people:
            self._refuse(row, "answerable_staff_id", row.answerable_staff_id, UNKNOWN_PERSON)
            return False
        return True

    def _refuse(self, row: ObjectiveRow, column: str, value: str, sentence: str) -> None:
        self.outcome.problems.append(
            Problem("objectives", row.row_number, column, value, "error", sentence.format(value))
        )

    def _take(self, row: ObjectiveRow) -> None:
        objective = self.known.get(row.ref)
        if objective is None:
            objective = Objective(
                organisation=self.organisation, cycle=self.cycle, ref=row.ref, **self._head(row)
            )
            self._note_arrival(objective)
            self.added.append(objective)
            self.wording.append((objective, self._words(row, None), None))
            return
        now = self._now(objective)
        words = self._words(row, now)
        head = {name: v for name, v in self._head(row).items() if getattr(objective, name) != v}
        if head:
            for name, value in head.items():
                setattr(objective, name, value)
            self._note_arrival(objective)
            self.changed.append(objective)
        if words != now:
            self.wording.append((objective, words, objective.current))
        same = not head and words == now
        (self.outcome.unchanged if same else self.outcome.changed)["objectives"] += 1

    def _head(self, row: ObjectiveRow) -> dict[str, Any]:
        values: dict[str, Any] = {"unit_id": self.units[row.unit_code]}
        for name in OF_HEAD:
            if row.says(name) and getattr(row, name) is not None:
                values[name] = getattr(row, name)
        state = values.get("state")
        if state is not None:
            is_in_force = state in ARRIVED_AGREED
            values["is_local_reason_accepted"] = is_in_force and bool(row.local_reason)
        return values

    def _note_arrival(self, objective: Objective) -> None:
        if objective.state in ARRIVED_AGREED and objective.agreed_at is None:
            objective.imported_by = self.order.imported_by
            objective.imported_at = self.order.now

    def _now(self, objective: Objective) -> Words | None:
        version = objective.current
        return words_of(version, self.measures.get(version.pk)) if version else None

    def _words(self, row: ObjectiveRow, before: Words | None) -> Words:
        says = {
            "why": row.why,
            "target_date": row.target_date,
            "measure": row.measure,
            "measure_unit": row.measure_unit,
            "baseline": row.baseline,
            "target": row.target,
        }
        values: dict[str, Any] = vars(before) if before else {}
        values = values | {name: value for name, value in says.items() if row.says(name)}
        if row.says("answerable_staff_id"):
            values["answerable_id"] = self.people.get(row.answerable_staff_id)
        return Words(**values | {"title": row.title})

    def _save(self) -> None:
        Objective.objects.bulk_create(self.added)
        if len(self.added) >= BATCH and not self.is_counted:
            count_afresh(WRITTEN)  # or each is looked up below as in an empty table
            self.is_counted = True
        write_changes(
            self.changed,
            fields=("unit", *OF_HEAD, "is_local_reason_accepted", "imported_by", "imported_at"),
        )
        write_versions(self.wording, now=self.order.now)
        self.outcome.added["objectives"] += len(self.added)


def write_versions(
    wording: Sequence[tuple[Objective, Words, ObjectiveVersion | None]], *, now: Any
) -> None:
    """Gives each objective these words as its newest version, with one measure at most."""
    versions = [_version(objective, words, last, now) for objective, words, last in wording]
    ObjectiveVersion.objects.bulk_create(versions, batch_size=BATCH)
    pairs = zip(wording, versions, strict=True)
    Measure.objects.bulk_create(
        (_measure(version, words) for (_, words, _), version in pairs if words.measure),
        batch_size=BATCH,
    )
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_IS_CURRENT, [[version.pk for version in versions]])


def _version(
    objective: Objective, words: Words, last: ObjectiveVersion | None, now: Any
) -> ObjectiveVersion:
    kept = {name: getattr(last, name) for name in KEPT if last is not None}
    return ObjectiveVersion(
        organisation=objective.organisation,
        objective=objective,
        number=last.number + 1 if last else 1,
        title=words.title,
        why=words.why,
        target_date=words.target_date,
        answerable_id=words.answerable_id,
        written_at=now,
        **kept,
    )


def _measure(version: ObjectiveVersion, words: Words) -> Measure:
    falls = (
        words.baseline is not None and words.target is not None and words.target < words.baseline
    )
    return Measure(
        organisation=version.organisation,
        version=version,
        name=words.measure,
        unit_name=words.measure_unit,
        baseline=words.baseline,
        target=words.target,
        direction=Measure.Direction.DOWN if falls else Measure.Direction.UP,
    )


def first_measures(cycle: Cycle) -> dict[int, Measure]:
    """The first measure of each version of this cycle's objectives."""
    measures = Measure.objects.filter(version__objective__cycle=cycle, position=1)
    return {measure.version_id: measure for measure in measures}


def words_of(version: ObjectiveVersion, measure: Measure | None) -> Words:
    """What a version says, to be compared with a row or written again."""
    return Words(
        title=version.title,
        why=version.why,
        target_date=version.target_date,
        answerable_id=version.answerable_id,
        measure=measure.name if measure else "",
        measure_unit=measure.unit_name if measure else "",
        baseline=measure.baseline if measure else None,
        target=measure.target if measure else None,
    )
