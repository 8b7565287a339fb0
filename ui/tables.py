"""A heat table made in one pass: a template loop over thousands of cells is the slowest thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

NOT_EXPECTED = -1


@dataclass(frozen=True, kw_only=True)
class HeatColumn:
    """`key` stands for {column} in the cells' addresses."""

    label: str
    key: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class HeatRow:
    """`counts` has one number a column: 0 is a gap, NOT_EXPECTED is no gap at all."""

    label: str
    counts: Sequence[int]
    key: str = ""
    href: str = ""
    depth: int = 0
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class HeatTable:
    """`count_url` and `gap_url` are addresses in which {row} and {column} are filled in."""

    caption: str
    columns: Sequence[HeatColumn]
    rows: Sequence[HeatRow]
    row_heading: str
    count_url: str = ""
    gap_url: str = ""
    gap_word: str = "gap"
    not_expected_word: str = "not asked"
    steps: tuple[int, int, int] = (1, 2, 3)
    id: str = "heat"


def heat_table(table: HeatTable) -> SafeString:
    """Every text is escaped once, here; the rest is joining."""
    body = "".join(_row(table, row) for row in table.rows)
    caption = escape(table.caption)
    return mark_safe(  # noqa: S308 - built from escaped texts only
        f'<div class="app-scroll" role="region" aria-labelledby="{table.id}-caption" tabindex="0">'
        f'<table class="nhsuk-table app-heat" id="{table.id}">'
        f'<caption class="nhsuk-table__caption nhsuk-table__caption--s" id="{table.id}-caption">'
        f'<span class="app-heat__caption">{caption}</span></caption>'
        f"<thead><tr>{_head(table)}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(table: HeatTable) -> str:
    first = f'<th scope="col" class="app-heat__corner">{escape(table.row_heading)}</th>'
    others = (f'<th scope="col">{_linked(c.label, c.href)}</th>' for c in table.columns)
    return first + "".join(others)


def _row(table: HeatTable, row: HeatRow) -> str:
    depth = f" app-heat__depth-{min(row.depth, 6)}" if row.depth else ""
    hint = f'<span class="app-heat__hint">{escape(row.hint)}</span>' if row.hint else ""
    name = _linked(row.label, row.href) + hint
    head = f'<th scope="row" class="app-heat__row{depth}">{name}</th>'
    return f"<tr>{head}{_cells(table, row)}</tr>"


def _cells(table: HeatTable, row: HeatRow) -> str:
    low, middle, high = table.steps
    key = escape(row.key)
    count_urls = _addresses(table.count_url, key, table.columns)
    gap_urls = _addresses(table.gap_url, key, table.columns)
    gap, not_expected = escape(table.gap_word), escape(table.not_expected_word)
    cells = []
    for index, count in enumerate(row.counts):
        if count >= low:
            level = 3 if count >= high else 2 if count >= middle else 1
            inside = f'<a href="{count_urls[index]}">{count:,}</a>' if count_urls else f"{count:,}"
            cells.append(f'<td class="app-heat-{level}">{inside}</td>')
        elif count == NOT_EXPECTED:
            cells.append(f'<td class="app-heat-none">{not_expected}</td>')
        else:
            inside = f'<a href="{gap_urls[index]}">{gap}</a>' if gap_urls else gap
            cells.append(f'<td class="app-heat-gap">{inside}</td>')
    return "".join(cells)


def _addresses(pattern: str, row_key: str, columns: Sequence[HeatColumn]) -> list[str]:
    if not pattern:
        return []
    start = escape(pattern).replace("{row}", row_key)
    return [start.replace("{column}", escape(column.key)) for column in columns]


def _linked(label: str, href: str) -> str:
    return f'<a href="{escape(href)}">{escape(label)}</a>' if href else escape(label)
