"""What each priority expects of which units, from a spreadsheet."""

from __future__ import annotations

from objectives.models import ExpectedContribution
from people.imports.checking import check_rows
from people.imports.kinds import EXPECTATIONS
from people.imports.problems import Problem
from people.imports.rows import ExpectationRow
from people.intake.orders import Order, Outcome
from people.intake.registry import Rows
from people.intake.writing import write_told
from people.models import OrgUnit
from people.tenancy import organisation_in_force
from strategy.models import PriorityWording

UNKNOWN_PRIORITY = "There is no priority {} in force: import priorities first"
UNKNOWN_UNIT = "There is no open unit {}: import units first, or enter a code that is there"


def carry_out(order: Order) -> Outcome:
    """Adds expectations that are new and changes those that differ."""
    checked = check_rows(EXPECTATIONS, table=order.tables["file"], matching=order.matching("file"))
    outcome = Outcome(rows={"expectations": checked.row_count}, problems=list(checked.problems))
    wordings = PriorityWording.objects.in_force()
    priorities = dict(wordings.values_list("priority__ref", "priority_id"))
    units = dict(OrgUnit.objects.open().values_list("code", "pk"))
    known = {(e.priority_id, e.unit_id): e for e in ExpectedContribution.objects.all()}
    added, changed = [], []
    for row in checked.rows:
        problem = _problem(row, priorities, units)
        if problem is not None:
            outcome.problems.append(problem)
            continue
        ends = priorities[row.priority_ref], units[row.unit_code]
        expected = known.get(ends)
        if expected is None:
            added.append(_new(ends, row))
        elif expected.expectation != row.expectation:
            expected.expectation = row.expectation
            changed.append(expected)
        else:
            outcome.unchanged["expectations"] += 1
    write_told(added, changed, fields=("expectation",), order=order, rows=len(checked.rows))
    outcome.added["expectations"] += len(added)
    outcome.changed["expectations"] += len(changed)
    return outcome


def _problem(
    row: ExpectationRow, priorities: dict[str, int], units: dict[str, int]
) -> Problem | None:
    for column, known, sentence in (
        ("priority_ref", priorities, UNKNOWN_PRIORITY),
        ("unit_code", units, UNKNOWN_UNIT),
    ):
        value = getattr(row, column)
        if value not in known:
            return Problem(
                "expectations", row.row_number, column, value, "error", sentence.format(value)
            )
    return None


def _new(ends: tuple[int, int], row: ExpectationRow) -> ExpectedContribution:
    priority, unit = ends
    return ExpectedContribution(
        organisation=organisation_in_force(),
        priority_id=priority,
        unit_id=unit,
        expectation=row.expectation,
    )


def export() -> Rows:
    """Every expectation about a priority in force."""
    in_force = PriorityWording.objects.in_force().values("priority_id")
    expectations = (
        ExpectedContribution.objects.filter(priority_id__in=in_force)
        .select_related("priority", "unit")
        .order_by("priority__ref", "unit__code")
    )
    for expected in expectations:
        yield (expected.priority.ref, expected.unit.code, expected.expectation)
