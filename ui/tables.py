"""A heat table made in one pass: a template loop over thousands of cells is the slowest thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

NOT_EXPECTED = -1
INVITED = -2


@dataclass(frozen=True, kw_only=True)
class HeatColumn:
    """`key` stands for {column} in the cells' addresses."""

    label: str
    key: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class HeatRow:
    """`counts` has one number a column: 0 is a gap, NOT_EXPECTED and INVITED are no gaps.

    `notes` has a few words for each cell, such as how it has changed; "" for none.
    """

    label: str
    counts: Sequence[int]
    notes: Sequence[str] = ()
    key: str = ""
    href: str = ""
    depth: int = 0
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class HeatTable:
    """`count_url` and `gap_url` are addresses in which {row} and {column} are filled in.

    What is invited leads where a gap does.
    """

    caption: str
    columns: Sequence[HeatColumn]
    rows: Sequence[HeatRow]
    row_heading: str
    count_url: str = ""
    gap_url: str = ""
    gap_word: str = "gap"
    not_expected_word: str = "not asked"
    invited_word: str = "invited"
    steps: tuple[int, int, int] = (1, 2, 3)
    id: str = "heat"


def heat_table(table: HeatTable) -> SafeString:
    """Every text is escaped once, here; the rest is joining."""
    cells = _Cells(table)
    body = "".join(_row(row, cells) for row in table.rows)
    caption, id = escape(table.caption), escape(table.id)
    return mark_safe(  # noqa: S308 - built from escaped texts only
        f'<div class="app-scroll" role="region" aria-labelledby="{id}-caption" tabindex="0">'
        f'<table class="nhsuk-table app-heat" id="{id}">'
        f'<caption class="nhsuk-table__caption nhsuk-table__caption--s" id="{id}-caption">'
        f'<span class="app-heat__caption">{caption}</span></caption>'
        f"<thead><tr>{_head(table)}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _head(table: HeatTable) -> str:
    first = f'<th scope="col" class="app-heat__corner">{escape(table.row_heading)}</th>'
    others = (f'<th scope="col">{_linked(c.label, c.href)}</th>' for c in table.columns)
    return first + "".join(others)


def _row(row: HeatRow, cells: "_Cells") -> str:
    depth = f" app-heat__depth-{min(row.depth, 6)}" if row.depth else ""
    hint = f'<span class="app-heat__hint">{escape(row.hint)}</span>' if row.hint else ""
    name = _linked(row.label, row.href) + hint
    return f'<tr><th scope="row" class="app-heat__row{depth}">{name}</th>{cells.of(row)}</tr>'


def _linked(label: str, href: str) -> str:
    return f'<a href="{escape(href)}">{escape(label)}</a>' if href else escape(label)


class _Cells:
    """Cells of one table. Each different number is written once and then only copied."""

    def __init__(self, table: HeatTable) -> None:
        self.table = table
        self.count_urls = self._split(table.count_url)
        self.gap_urls = self._split(table.gap_url)
        self.known: dict[tuple[int, str], _Cell] = {}

    def of(self, row: HeatRow) -> str:
        key = escape(row.key)
        known, written = self.known, []
        notes = row.notes or [""] * len(row.counts)
        for index, cell in enumerate(zip(row.counts, notes, strict=True)):
            start, end, urls = known.get(cell) or self._learn(*cell)
            written.append(f"{start}{key.join(urls[index])}{end}" if urls else start + end)
        return "".join(written)

    def _split(self, pattern: str) -> list[list[str]]:
        """Each column's address, parted where the row's key goes."""
        if not pattern:
            return []
        columns = [escape(column.key) for column in self.table.columns]
        return [escape(pattern).replace("{column}", key).split("{row}") for key in columns]

    def _learn(self, count: int, note: str) -> "_Cell":
        css, word, urls = self._look(count)
        if note:
            word = f'{word} <span class="app-heat__note">{escape(note)}</span>'
        opens, closes = ('<a href="', f'">{word}</a>') if urls else ("", word)
        cell = (f'<td class="app-heat-{css}">{opens}', f"{closes}</td>", urls)
        self.known[count, note] = cell
        return cell

    def _look(self, count: int) -> tuple[str, str, list[list[str]]]:
        low, middle, high = self.table.steps
        if count == NOT_EXPECTED:
            return "none", escape(self.table.not_expected_word), []
        if count == INVITED:
            return "none", escape(self.table.invited_word), self.gap_urls
        if count < low:
            return "gap", escape(self.table.gap_word), self.gap_urls
        level = 3 if count >= high else 2 if count >= middle else 1
        return str(level), f"{count:,}", self.count_urls


_Cell = tuple[str, str, list[list[str]]]
