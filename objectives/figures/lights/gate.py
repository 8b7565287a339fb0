"""The four side by side: which patterns there are, and how many have all four (domain M6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from objectives.figures.lights.light import Light, Quality, Shown

Pattern = tuple[Shown, Shown, Shown, Shown]


@dataclass(frozen=True, kw_only=True)
class Lights:
    """An objective's four, always in this order."""

    clear: Light
    aligned: Light
    agreed: Light
    challenging: Light

    def __iter__(self) -> Iterator[Light]:
        return iter((self.clear, self.aligned, self.agreed, self.challenging))

    @property
    def pattern(self) -> Pattern:
        return (self.clear.shown, self.aligned.shown, self.agreed.shown, self.challenging.shown)


def has_all_four(lights: Lights) -> bool | None:
    """Clear, aligned, agreed, and challenging or kept as good as it is; not known while one of
    them is not known and none says no."""
    good = [
        light.shown == Shown.YES
        or light.shown == Shown.NOT_ASKED
        and light.quality == Quality.CHALLENGING
        for light in lights
    ]
    if all(good):
        return True
    open_ones = [light for light, is_good in zip(lights, good, strict=True) if not is_good]
    return None if all(light.shown == Shown.UNKNOWN for light in open_ones) else False


def patterns(many: Iterable[Lights]) -> Counter[Pattern]:
    """How many objectives show each pattern."""
    return Counter(lights.pattern for lights in many)


def share_with_all_four(many: Iterable[Lights]) -> float | None:
    """Of those where all four are known; of none, no share."""
    known = [found for lights in many if (found := has_all_four(lights)) is not None]
    return sum(known) / len(known) if known else None
