"""How one priority reaches teams, as the links stand now and as far as the reader may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models.expressions import RawSQL

from objectives.models import Cycle, Objective
from people.models import OrgUnit
from people.policy import Standing
from reports.figures.spread import (
    Block,
    Spread,
    Step,
    Unit,
    passing_through,
    reached,
    spread,
)
from reports.queries.called import PriorityName, UnitName, named, priorities_in_force
from reports.queries.raw import rows

BOXES_AT_MOST = 80

_DOWNWARDS = """
    WITH RECURSIVE down(id, parent_id, is_settled) AS (
        SELECT link.child_id, 0::bigint, link.state = 'accepted'
        FROM objectives_contributionlink link
        WHERE link.organisation_id = %(organisation)s AND link.parent_priority_id = %(priority)s
          AND link.state IN ('proposed', 'accepted', 'stale')
        UNION
        SELECT link.child_id, link.parent_objective_id, link.state = 'accepted'
        FROM objectives_contributionlink link JOIN down ON link.parent_objective_id = down.id
        WHERE link.organisation_id = %(organisation)s
          AND link.state IN ('proposed', 'accepted', 'stale')
    )
    SELECT id, parent_id, is_settled FROM down
"""

_UNITS_ABOVE = """
    WITH RECURSIVE up AS (
        SELECT unit.id, unit.parent_id, unit.code, unit.name, unit.kind
        FROM people_orgunit unit
        WHERE unit.organisation_id = %(organisation)s AND unit.id = ANY(%(units)s)
        UNION
        SELECT unit.id, unit.parent_id, unit.code, unit.name, unit.kind
        FROM people_orgunit unit JOIN up ON unit.id = up.parent_id
        WHERE unit.organisation_id = %(organisation)s
    )
    SELECT id, coalesce(parent_id, 0), code, name, kind FROM up
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedObjective:
    id: int
    title: str
    state: str  # stored code
    state_words: str


@dataclass(frozen=True, kw_only=True)
class ReachPage:
    """One priority's boxes with the words they need; `divisions` are what can be opened.

    `agreed` counts the objectives shown that are agreed or live; `everywhere` those of each unit
    by its code, also where only a part is opened.
    """

    priority: PriorityName
    priorities: list[PriorityName]
    opened: UnitName | None
    divisions: list[UnitName]
    spread: Spread
    agreed: int
    everywhere: Counter[str]
    objectives: dict[int, ReachedObjective]
    units: dict[int, UnitName]

    @property
    def is_folded(self) -> bool:
        return self.spread.folded_at is not None

    def block_unit(self, block: Block) -> UnitName:
        return self.units[block.unit]


def reach_page(
    ref: str, *, standing: Standing, cycle: Cycle | None, unit_code: str = ""
) -> ReachPage | None:
    """None for a priority or a unit that there is not. What may not be seen is not there."""
    priorities = priorities_in_force()
    priority = next((it for it in priorities if it.ref == ref), None)
    divisions = _divisions()
    opened = _unit(unit_code) if unit_code else None
    if priority is None or (unit_code and opened is None):
        return None
    steps = list(map(Step._make, rows(_DOWNWARDS, {"priority": priority.id})))
    visible = _visible({step.child for step in steps}, standing, cycle)
    unit_of = {pk: unit for pk, (unit, _) in visible.items()}
    steps = reached(steps, unit_of)
    tree, names = _tree({*unit_of.values(), *([opened.id] if opened else [])})
    everywhere = Counter(names[unit_of[child]].code for child in {step.child for step in steps})
    if opened is not None:
        steps = passing_through(steps, unit_of, tree, unit=opened.id)
    laid_out = spread(
        steps, unit_of, tree, at_most=BOXES_AT_MOST, opened=opened.id if opened else None
    )
    return ReachPage(
        priority=priority,
        priorities=priorities,
        opened=opened,
        divisions=divisions,
        spread=laid_out,
        agreed=_agreed(laid_out, visible),
        everywhere=everywhere,
        objectives=_objectives(laid_out.blocks),
        units=names,
    )


def _divisions() -> list[UnitName]:
    """The units directly below the root."""
    units = OrgUnit.objects.open().filter(parent__isnull=False, parent__parent=None)
    return [named(unit) for unit in units.order_by("name", "pk")]


def _unit(code: str) -> UnitName | None:
    unit = OrgUnit.objects.filter(code=code).first()
    return named(unit) if unit else None


def _visible(
    ids: Iterable[int], standing: Standing, cycle: Cycle | None
) -> dict[int, tuple[int, str]]:
    """The unit and the state of each objective that the reader may see."""
    objectives = (
        Objective.objects.visible_to(standing)
        .filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(ids)]), cycle=cycle)
        .exclude(state=Objective.State.WITHDRAWN)
    )
    facts = objectives.values_list("pk", "unit_id", "state")
    return {pk: (unit, state) for pk, unit, state in facts}


def _agreed(laid_out: Spread, visible: Mapping[int, tuple[int, str]]) -> int:
    shown = [id for block in laid_out.blocks for id in block.objectives]
    return sum(visible[id][1] in (Objective.State.AGREED, Objective.State.LIVE) for id in shown)


def _tree(ids: Iterable[int]) -> tuple[dict[int, Unit], dict[int, UnitName]]:
    """These units and all above them, with how deep each is."""
    found = rows(_UNITS_ABOVE, {"units": list(ids)})
    parents = {pk: parent for pk, parent, *_ in found}

    def depth(unit: int) -> int:
        steps = 0
        while parents.get(unit):
            unit = parents[unit]
            steps += 1
        return steps

    tree = {pk: Unit(parent=parent, depth=depth(pk)) for pk, parent in parents.items()}
    names = {
        pk: UnitName(id=pk, code=code, name=name, kind=OrgUnit.Kind(kind).label)
        for pk, _, code, name, kind in found
    }
    return tree, names


def _objectives(blocks: Iterable[Block]) -> dict[int, ReachedObjective]:
    """Words for the boxes that stand for one objective. They were found by what may be seen."""
    alone = [block.key for block in blocks if len(block.objectives) == 1]
    facts = Objective.objects.filter(pk__in=alone).values_list("pk", "current__title", "state")
    return {
        pk: ReachedObjective(
            id=pk, title=title, state=state, state_words=Objective.State(state).label
        )
        for pk, title, state in facts
    }
