"""A run of values in the order of time. Its words are HTML beside it, so none shrink."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDTH, HEIGHT, ROOM = 600, 180, 10


@dataclass(frozen=True, kw_only=True)
class Run:
    """Values with their moments, oldest first, and level lines by the class that draws each."""

    title: str
    description: str
    points: Sequence[tuple[datetime, float]]
    levels: Sequence[tuple[str, float]] = ()

    def draw(self, *, id: str) -> SafeString:
        name = escape(id)
        lines = "".join(self._level(css, value) for css, value in self.levels)
        places = [(self._x(at), self._y(value)) for at, value in self.points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places)
        return mark_safe(  # noqa: S308 - texts escaped as they are written
            f'<svg class="app-run" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} '
            f'{HEIGHT}" role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
            f'<title id="{name}-title">{escape(self.title)}</title>'
            f'<desc id="{name}-desc">{escape(self.description)}</desc>{lines}'
            f'<path class="app-run__line" d="M{path}"/><g class="app-run__dots">{dots}</g></svg>'
        )

    def _level(self, css: str, value: float) -> str:
        y = self._y(value)
        return f'<path class="{escape(css)}" d="M0 {y:.1f}H{WIDTH}"/>'

    def _x(self, at: datetime) -> float:
        first, last = self.points[0][0], self.points[-1][0]
        whole = (last - first).total_seconds()
        part = (at - first).total_seconds() / whole if whole else 0.5
        return ROOM + part * (WIDTH - 2 * ROOM)

    def _y(self, value: float) -> float:
        known = [one for _, one in self.points] + [one for _, one in self.levels]
        low, high = min(known), max(known)
        part = (value - low) / (high - low) if high > low else 0.5
        return HEIGHT - ROOM - part * (HEIGHT - 2 * ROOM)
