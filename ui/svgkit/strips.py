"""One thin strip a row: hundreds of places at a glance. All its words are HTML, so none shrink."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

HEIGHT = 24


@dataclass(frozen=True, kw_only=True)
class Strip:
    """`levels` has a tint from 0 (none) to 3 for each place; `words` say the same briefly."""

    label: str
    levels: Sequence[int]
    words: str
    href: str = ""
    spans: Sequence[int] = ()


@dataclass(frozen=True, kw_only=True)
class Strips:
    """`breaks` are the places where a new part of the organisation begins."""

    caption: str
    label_heading: str
    words_heading: str
    rows: Sequence[Strip]
    breaks: Sequence[int] = field(default_factory=tuple)

    def draw(self, *, id: str) -> SafeString:
        rows = "".join(self._row(strip) for strip in self.rows)
        heads = "".join(
            f'<th scope="col">{escape(text)}</th>'
            for text in (self.label_heading, self.words_heading)
        )
        return mark_safe(  # noqa: S308 - texts escaped as they are written
            f'<table class="app-strips" id="{escape(id)}"><caption class="nhsuk-table__caption '
            f'nhsuk-table__caption--s">{escape(self.caption)}</caption><thead '
            f'class="nhsuk-u-visually-hidden"><tr>{heads}<th scope="col">Strip</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

    def _row(self, strip: Strip) -> str:
        label = escape(strip.label)
        name = f'<a href="{escape(strip.href)}">{label}</a>' if strip.href else label
        return (
            f'<tr><th scope="row">{name}</th>'
            f'<td class="app-strips__words">{escape(strip.words)}</td>'
            f'<td class="app-strips__strip">{self._svg(strip)}</td></tr>'
        )

    def _svg(self, strip: Strip) -> str:
        spans = strip.spans or [1] * len(strip.levels)
        total = max(sum(spans), 1)
        title = escape(f"{strip.label}: {strip.words}")
        return (
            f'<svg class="app-strip" xmlns="http://www.w3.org/2000/svg" '
            f'viewBox="0 0 {total} {HEIGHT}" preserveAspectRatio="none" role="img" '
            f'aria-label="{title}"><title>{title}</title>'
            f"{_bars(strip.levels, spans)}{self._break_lines()}</svg>"
        )

    def _break_lines(self) -> str:
        path = "".join(f"M{place} 0V{HEIGHT}" for place in self.breaks)
        return f'<path class="app-strip__break" d="{path}"/>' if path else ""


def _bars(levels: Sequence[int], spans: Sequence[int]) -> str:
    """One path a tint; neighbours of the same tint are one bar."""
    starts = [0, *accumulate(spans)]
    tints = [min(max(level, 0), 3) for level in levels]
    paths: dict[int, list[str]] = {}
    for tint, run in groupby(range(len(tints)), key=tints.__getitem__):
        places = list(run)
        x, end = starts[places[0]], starts[places[-1] + 1]
        paths.setdefault(tint, []).append(f"M{x} 0H{end}V{HEIGHT}H{x}Z")
    return "".join(
        f'<path class="app-strip-{tint}" d="{"".join(bars)}"/>'
        for tint, bars in sorted(paths.items())
    )
