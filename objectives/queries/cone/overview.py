"""The whole organisation above a map: a thin strip for each part of it, tinted where the map is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from people.models import OrgUnit
from people.structure.figures import UnitFact, in_reading_order
from ui.parts import LegendEntry
from ui.svgkit import Strip, Strips

PARTS_AT_MOST = 12
OVERVIEW_LEGEND = (
    LegendEntry(css_class="app-strip-none", meaning="nothing there"),
    LegendEntry(css_class="app-heat-1", meaning="one objective"),
    LegendEntry(css_class="app-heat-2", meaning="two"),
    LegendEntry(css_class="app-heat-3", meaning="three or more"),
)


@dataclass(frozen=True, kw_only=True)
class _Part:
    """What hangs directly below the top, with all its units in reading order."""

    unit: UnitFact
    counts: list[int]

    @property
    def reached(self) -> int:
        return sum(count > 0 for count in self.counts)


def overview(counts: Mapping[str, int], *, href: Callable[[str], str]) -> Strips | None:
    """`counts` has the map's objectives by the code of their unit. One query; nothing where the
    organisation has no parts. Among many parts, those with nothing are left out."""
    parts = _parts(counts)
    if len(parts) < 2:
        return None
    units = sum(len(part.counts) for part in parts)
    shown = parts if len(parts) <= PARTS_AT_MOST else [part for part in parts if part.reached]
    left_out = "" if shown == parts else ", without the parts that have nothing"
    return Strips(
        caption=f"Where in the organisation: {units:,} units at a glance{left_out}",
        label_heading="Part of the organisation",
        words_heading="Units with an objective of this map",
        rows=[_strip(part, href) for part in shown],
    )


def _parts(counts: Mapping[str, int]) -> list[_Part]:
    rows = OrgUnit.objects.open().values_list("pk", "parent_id", "name", "code", "kind")
    facts = [
        UnitFact(id=pk, parent_id=parent_id, name=name, code=code, kind=kind)
        for pk, parent_id, name, code, kind in rows
    ]
    parts: list[_Part] = []
    for fact, depth in in_reading_order(facts):
        if depth == 1:
            parts.append(_Part(unit=fact, counts=[]))
        if depth >= 1:
            parts[-1].counts.append(counts.get(fact.code, 0))
    return parts


def _strip(part: _Part, href: Callable[[str], str]) -> Strip:
    return Strip(
        label=part.unit.name,
        levels=part.counts,
        words=f"in {part.reached:,} of {len(part.counts):,}",
        href=href(part.unit.code) if part.reached else "",
    )
