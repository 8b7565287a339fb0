"""One objective's cone: upwards to the Board's priorities and downwards to all that serves it, as
far as the reader may see. A fixed number of queries, whatever its size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from objectives.figures.cone import Pair, in_reach, levels, through
from objectives.models import ContributionLink, Objective
from objectives.queries.check_ins.stands import last_words, stand_tag
from objectives.queries.parts import PriorityName, Tag, priorities_in_force, tag_of
from people.models import OrgUnit
from people.policy import Standing
from people.queries import unit_ids_below
from people.tenancy import organisation_in_force

_CONE = """
    WITH RECURSIVE up(id) AS (
        SELECT %(objective)s::bigint
        UNION
        SELECT above.id FROM up CROSS JOIN LATERAL (
            SELECT link.parent_objective_id FROM objectives_contributionlink link
            WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
              AND link.parent_objective_id IS NOT NULL
              AND link.state NOT IN ('declined', 'ended')
            OFFSET 0
        ) above(id)
    ), down(id) AS (
        SELECT %(objective)s::bigint
        UNION
        SELECT below.id FROM down CROSS JOIN LATERAL (
            SELECT link.child_id FROM objectives_contributionlink link
            WHERE link.organisation_id = %(organisation)s
              AND link.parent_objective_id = down.id
              AND link.state NOT IN ('declined', 'ended')
            OFFSET 0
        ) below(id)
    )
    SELECT found.* FROM up CROSS JOIN LATERAL (
        SELECT child_id, parent_objective_id, parent_priority_id, state
        FROM objectives_contributionlink link
        WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
          AND link.state NOT IN ('declined', 'ended')
        OFFSET 0
    ) found
    UNION
    SELECT found.* FROM down CROSS JOIN LATERAL (
        SELECT child_id, parent_objective_id, parent_priority_id, state
        FROM objectives_contributionlink link
        WHERE link.organisation_id = %(organisation)s AND link.parent_objective_id = down.id
          AND link.state NOT IN ('declined', 'ended')
        OFFSET 0
    ) found
"""
# OFFSET 0 keeps each step to the links of one objective, by their index (see queries/reach.py)

SHOWN = (
    "ref",
    "state",
    "proposed_at",
    "agreed_at",
    "imported_at",
    "created_at",
    "unit__code",
    "unit__name",
    "unit__kind",
    "current__title",
)


@dataclass(frozen=True, kw_only=True)
class ConeBox:
    """An objective or a priority of the cone."""

    key: str
    level: int
    title: str
    objective_id: int | None = None
    ref: str = ""
    unit: str = ""
    unit_code: str = ""
    kind: str = ""
    state: str = ""
    tag: Tag | None = None
    stand: Tag | None = None
    since: datetime | None = None
    is_start: bool = False


@dataclass(frozen=True, kw_only=True)
class ConeLine:
    """A link of the cone, from what is served to what serves it."""

    start: str
    end: str
    state: str

    @property
    def is_settled(self) -> bool:
        return self.state == ContributionLink.State.ACCEPTED


@dataclass(frozen=True, kw_only=True)
class Cone:
    """The highest level first; `opened` is the unit it is narrowed to."""

    objective_id: int
    title: str
    unit: str
    boxes: list[ConeBox]
    lines: list[ConeLine]
    opened: OrgUnit | None
    units: list[tuple[str, str]]  # the codes and names of the units in it

    @property
    def objectives(self) -> list[ConeBox]:
        return [box for box in self.boxes if box.objective_id is not None]


def cone_of(
    objective: Objective, *, standing: Standing, now: datetime, unit_code: str = ""
) -> Cone:
    """What may not be seen is not there, nor what hangs on it alone."""
    lines = _lines(objective.pk)
    ids = {int(key[1:]) for line in lines for key in (line.start, line.end) if key[0] == "o"}
    rows = (
        Objective.objects.visible_to(standing)
        .filter(pk__in=ids | {objective.pk})
        .exclude(state=Objective.State.WITHDRAWN)
        .select_related("current", "unit")
        .only(*SHOWN)
    )
    found = {f"o{row.pk}": row for row in rows}
    found.setdefault(_key(objective), objective)
    names = {f"p{pk}": name for pk, name in priorities_in_force().items()}
    pairs = [(line.start, line.end) for line in lines]
    kept = in_reach(_key(objective), pairs, {*found, *names})
    opened = OrgUnit.objects.filter(code=unit_code).first() if unit_code else None
    units = sorted({(found[key].unit.code, found[key].unit.name) for key in kept & found.keys()})
    if opened is not None:
        kept = _narrowed(kept, pairs, found, objective, opened)
    return Cone(
        objective_id=objective.pk,
        title=title_of(objective),
        unit=objective.unit.name,
        boxes=_boxes(kept, lines, found, names, objective, now=now),
        lines=[line for line in lines if line.start in kept and line.end in kept],
        opened=opened,
        units=sorted(units, key=lambda unit: unit[1]),
    )


def _lines(objective_id: int) -> list[ConeLine]:
    values = {"organisation": organisation_in_force().pk, "objective": objective_id}
    with connection.cursor() as cursor:
        cursor.execute(_CONE, values)
        rows = cursor.fetchall()
    return sorted(
        (
            ConeLine(start=f"o{above}" if above else f"p{priority}", end=f"o{child}", state=state)
            for child, above, priority, state in rows
        ),
        key=lambda line: (line.start, line.end),
    )


def _narrowed(
    kept: set[str],
    pairs: list[Pair],
    found: dict[str, Objective],
    objective: Objective,
    opened: OrgUnit,
) -> set[str]:
    """The objective itself, what a unit and those below it have, and the ways up from there."""
    inside = unit_ids_below(unit_ids={opened.pk}, organisation_id=organisation_in_force().pk)
    chosen = {key for key in kept & found.keys() if found[key].unit_id in inside}
    inner = [(upper, lower) for upper, lower in pairs if upper in kept and lower in kept]
    return through([_key(objective), *sorted(chosen)], inner)


def _boxes(
    kept: set[str],
    lines: list[ConeLine],
    found: dict[str, Objective],
    names: dict[str, PriorityName],
    start: Objective,
    *,
    now: datetime,
) -> list[ConeBox]:
    inner = [(one.start, one.end) for one in lines if one.start in kept and one.end in kept]
    level = levels(sorted(kept), inner)
    said = last_words([row.pk for key, row in found.items() if key in kept])
    boxes = [
        ConeBox(key=key, level=level[key], title=names[key].title, ref=names[key].ref)
        for key in kept & names.keys()
    ]
    for key in kept & found.keys():
        row = found[key]
        boxes.append(
            ConeBox(
                key=key,
                level=level[key],
                title=title_of(row),
                objective_id=row.pk,
                unit=row.unit.name,
                unit_code=row.unit.code,
                kind=row.unit.get_kind_display(),
                state=row.state,
                tag=tag_of(row.state),
                stand=stand_tag(row, said.get(row.pk), now=now),
                since=row.agreed_at or row.proposed_at,
                is_start=row.pk == start.pk,
            )
        )
    return sorted(boxes, key=lambda box: (box.level, box.unit, box.title, box.key))


def _key(objective: Objective) -> str:
    return f"o{objective.pk}"


def title_of(objective: Objective) -> str:
    return objective.current.title if objective.current else objective.ref
