"""Links from a spreadsheet: matched by their two ends; one that closes a loop is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from objectives.models import ContributionLink, Cycle, Objective
from people.imports.checking import check_rows
from people.imports.kinds import LINKS
from people.imports.loops import closing_links
from people.imports.problems import Problem
from people.imports.rows import LinkRow
from people.intake.orders import Order, Outcome
from people.intake.writing import write_told
from people.tenancy import organisation_in_force
from strategy.models import PriorityWording

UNKNOWN_CHILD = "There is no objective {} in this cycle: import objectives first"
UNKNOWN_PARENT = "There is no objective or priority {}: import it first, or correct the reference"
TWO_PARENTS = "Both an objective and a priority are called {}: give one of them another reference"
LOOP = "This link would lead from {} back to itself: leave out one of the links between them"
STANDING = ("proposed", "accepted", "stale")
WRITTEN = ("strength", "rationale", "state", "stale_since", "imported_by", "imported_at")
Ends = tuple[int, int]  # child, then parent; a priority's id with a minus sign


@dataclass(frozen=True)
class _Row:
    row: LinkRow
    ends: Ends


def carry_out(order: Order) -> Outcome:
    """Adds links that are new and changes those that differ."""
    checked = check_rows(LINKS, table=order.tables["file"], matching=order.matching("file"))
    outcome = Outcome(rows={"links": checked.row_count}, problems=list(checked.problems))
    _Links(outcome, order).carry_out(checked.rows)
    return outcome


class _Links:
    def __init__(self, outcome: Outcome, order: Order) -> None:
        self.outcome, self.order = outcome, order
        cycle = Cycle.objects.current().first()
        self.objectives = dict(Objective.objects.filter(cycle=cycle).values_list("ref", "pk"))
        wordings = PriorityWording.objects.in_force()
        self.priorities = dict(wordings.values_list("priority__ref", "priority_id"))
        self.known = newest_links()
        self.has_primary = {
            link.child_id
            for link in self.known.values()
            if link.is_primary and link.state in STANDING
        }

    def carry_out(self, rows: Sequence[LinkRow]) -> None:
        self.order.progress(0, len(rows))
        found = [each for each in map(self._find, rows) if each is not None]
        added, changed = [], []
        for each in self._without_loops(found):
            link = self.known.get(each.ends)
            if link is None:
                added.append(self._new(each))
            elif self._change(link, each.row):
                changed.append(link)
            else:
                self.outcome.unchanged["links"] += 1
        write_told(added, changed, fields=WRITTEN, order=self.order, rows=len(rows))
        self.outcome.added["links"] += len(added)
        self.outcome.changed["links"] += len(changed)

    def _find(self, row: LinkRow) -> _Row | None:
        child = self.objectives.get(row.child_ref)
        objective = self.objectives.get(row.parent_ref)
        priority = self.priorities.get(row.parent_ref)
        if child is None:
            self._refuse(row, "child_ref", row.child_ref, UNKNOWN_CHILD)
        elif objective is not None and priority is not None:
            self._refuse(row, "parent_ref", row.parent_ref, TWO_PARENTS)
        elif objective is not None:
            return _Row(row, (child, objective))
        elif priority is not None:
            return _Row(row, (child, -priority))
        else:
            self._refuse(row, "parent_ref", row.parent_ref, UNKNOWN_PARENT)
        return None

    def _refuse(self, row: LinkRow, column: str, value: str, sentence: str) -> None:
        self.outcome.problems.append(
            Problem("links", row.row_number, column, value, "error", sentence.format(value))
        )

    def _without_loops(self, rows: list[_Row]) -> list[_Row]:
        listed = {each.ends for each in rows}
        standing = [
            ends
            for ends, link in self.known.items()
            if ends not in listed and link.state in STANDING
        ]
        joining = [each for each in rows if each.row.state in STANDING]
        closing = {
            joining[place].ends
            for place in closing_links([each.ends for each in joining], standing=standing)
        }
        for each in rows:
            if each.ends in closing:
                self._refuse(each.row, "parent_ref", each.row.child_ref, LOOP)
        return [each for each in rows if each.ends not in closing]

    def _new(self, each: _Row) -> ContributionLink:
        child, parent = each.ends
        is_standing = each.row.state in STANDING
        is_primary = is_standing and child not in self.has_primary
        if is_primary:
            self.has_primary.add(child)
        return ContributionLink(
            organisation=organisation_in_force(),
            child_id=child,
            parent_objective_id=parent if parent > 0 else None,
            parent_priority_id=-parent if parent < 0 else None,
            is_primary=is_primary,
            **self._values(each.row),
        )

    def _values(self, row: LinkRow) -> dict[str, Any]:
        return {
            "strength": row.strength,
            "rationale": row.rationale,
            "state": row.state,
            "stale_since": self.order.now if row.state == "stale" else None,
            "imported_by": self.order.imported_by,
            "imported_at": self.order.now,
        }

    def _change(self, link: ContributionLink, row: LinkRow) -> bool:
        """Whether the row says something else; a link that was stale before keeps its date."""
        said = {n: getattr(row, n) for n in ("strength", "rationale", "state") if row.says(n)}
        differing = {name: value for name, value in said.items() if getattr(link, name) != value}
        if not differing:
            return False
        values = {**differing, "imported_by": self.order.imported_by}
        if "state" in differing:
            values["stale_since"] = self.order.now if row.state == "stale" else None
        for name, value in (values | {"imported_at": self.order.now}).items():
            setattr(link, name, value)
        return True


def newest_links() -> dict[Ends, ContributionLink]:
    """Each pair's link: the one that stands or, where none does, the newest."""
    known: dict[Ends, ContributionLink] = {}
    for link in ContributionLink.objects.order_by("pk"):
        ends = (link.child_id, link.parent_objective_id or -(link.parent_priority_id or 0))
        earlier = known.get(ends)
        if earlier is None or earlier.state not in STANDING or link.state in STANDING:
            known[ends] = link
    return known
