"""The coverage table and the strips of the whole organisation."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

import numpy as np

from people.addresses import address
from reports.figures.columns import Ints
from reports.figures.part import sliced
from reports.figures.places import Array
from reports.queries.called import PriorityName, UnitName
from reports.queries.coverage import CoveragePage
from reports.wording.coverage import cell_note, kind_of_all, units_hint
from ui.parts import LegendEntry
from ui.svgkit import Strip, Strips
from ui.tables import HeatColumn, HeatRow, HeatTable

STRIP_PLACES = 1000
EACH_CELL = "?unit={row}&priority={column}"


def unit_address(unit: UnitName, *, name: str = "reports:coverage") -> str:
    return f"{address(name)}?unit={quote(unit.code, safe='')}"


def gap_address(unit: UnitName, priority: PriorityName) -> str:
    return f"{unit_address(unit, name='reports:gap')}&priority={quote(priority.ref, safe='')}"


def reach_address(priority: PriorityName) -> str:
    return address("reports:reach", priority.ref)


def coverage_table(page: CoveragePage) -> HeatTable:
    """The unit's own row, then those of the units below it; a gap leads to what to do about it.

    A unit with others below it opens; the lowest lead to the team's own page.
    """
    places = [*([] if page.is_gaps_only else [0]), *page.places.object_list]
    team_url = address("objectives:team", 0).removesuffix("0/")
    rows = [_row(page, place, team_url=team_url) for place in places]
    return HeatTable(
        id="coverage",
        caption="How many agreed objectives reach each priority",
        row_heading=kind_of_all(page.unit_at(place) for place in page.places.object_list),
        columns=[
            HeatColumn(
                label=priority.title,
                key=quote(priority.ref, safe=""),
                href=reach_address(priority),
            )
            for priority in page.priorities
        ],
        rows=rows,
        count_url=address("objectives:objectives") + EACH_CELL,
        gap_url=address("reports:gap") + EACH_CELL,
        steps=_steps(page),
    )


def _row(page: CoveragePage, place: int, *, team_url: str) -> HeatRow:
    part, unit = page.part, page.unit_at(place)
    below, gaps = int(part.cells.sizes[place]) - 1, int(part.gaps_below[place])
    hook = page.unit_at(part.above(place)).name if page.is_gaps_only and place else ""
    return HeatRow(
        label=unit.name,
        key=quote(unit.code, safe=""),
        href=unit_address(unit) if place and below else f"{team_url}{unit.id}/",
        counts=part.shown[page.order, place].tolist(),
        notes=_notes(page, place),
        hint=f"In {hook}" if hook else units_hint(unit, units=below, gaps=gaps),
        depth=1 if place and not page.is_gaps_only else 0,
    )


def _notes(page: CoveragePage, place: int) -> list[str]:
    if page.change is None:
        return []
    now = page.part.shown[page.order, place].tolist()
    before = page.change.before[page.order, place].tolist()
    return [cell_note(*cell) for cell in zip(now, before, strict=True)]


def _steps(page: CoveragePage) -> tuple[int, int, int]:
    """Tints in thirds of the largest number below the unit's own row."""
    places = list(page.places.object_list) or [0]
    largest = int(page.part.shown[:, places].max(initial=0))
    return 1, max(2, -(-largest // 3) + 1), max(3, -(-2 * largest // 3) + 1)


def coverage_legend(table: HeatTable) -> list[LegendEntry]:
    """Only what the table has."""
    counts = Counter(min(count, 1) for row in table.rows for count in row.counts)
    _, middle, high = table.steps
    entries = []
    if counts[0]:
        entries.append(LegendEntry(css_class="app-heat-gap", meaning="gap: asked, nothing there"))
    if counts[1]:
        entries += [
            LegendEntry(css_class="app-heat-1", meaning=_range(1, middle - 1)),
            LegendEntry(css_class="app-heat-2", meaning=_range(middle, high - 1)),
            LegendEntry(css_class="app-heat-3", meaning=f"{high:,} or more"),
        ]
    return entries


def _range(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


STRIP_LEGEND = (
    LegendEntry(css_class="app-strip-none", meaning="nothing there"),
    LegendEntry(css_class="app-heat-1", meaning="one objective"),
    LegendEntry(css_class="app-heat-2", meaning="two"),
    LegendEntry(css_class="app-heat-3", meaning="three or more"),
)


def coverage_strips(page: CoveragePage) -> Strips | None:
    """Every lowest unit at one glance; none where the table has them all already."""
    part = page.part
    if len(part.children) + 1 == len(part.cells.units):
        return None
    slices = sliced(part, at_most=STRIP_PLACES)
    counts = part.cells.objectives[page.order][:, slices.places]
    return Strips(
        caption=f"All {len(slices.places):,} teams and other lowest units at a glance",
        label_heading="Priority",
        words_heading="Units with an objective",
        rows=[
            _strip(priority, row, slices.spans)
            for priority, row in zip(page.priorities, counts, strict=True)
        ],
        breaks=slices.breaks,
    )


def _strip(priority: PriorityName, counts: Array, spans: Ints) -> Strip:
    """Neighbours of one tint are one bar."""
    tints = np.minimum(counts, 3)
    starts = np.flatnonzero(np.diff(tints, prepend=-1))
    return Strip(
        label=priority.title,
        levels=tints[starts].tolist(),
        spans=np.add.reduceat(spans, starts).tolist(),
        words=f"in {np.count_nonzero(counts):,} of {len(counts):,} units",
        href=reach_address(priority),
    )
