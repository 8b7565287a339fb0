"""The shape of one objective's cone: what of it can be reached, and at which level each stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]  # what is served, and what serves it


def in_reach(start: str, pairs: Iterable[Pair], seen: Collection[str]) -> set[str]:
    """From the start upwards and downwards, by what is seen only."""
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for upper, lower in pairs:
        if upper in seen and lower in seen:
            above[lower].append(upper)
            below[upper].append(lower)
    return _spread(start, above) | _spread(start, below)


def _spread(start: str, steps: Mapping[str, list[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for other in steps.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def levels(keys: Collection[str], pairs: Iterable[Pair]) -> dict[str, int]:
    """How far below the top each stands, by the longest way, so that every line points right."""
    below: dict[str, list[str]] = defaultdict(list)
    waits_for: dict[str, int] = dict.fromkeys(keys, 0)
    for upper, lower in pairs:
        below[upper].append(lower)
        waits_for[lower] += 1
    level = dict.fromkeys(keys, 0)
    ready = [key for key in keys if waits_for[key] == 0]
    while ready:
        upper = ready.pop()
        for lower in below[upper]:
            level[lower] = max(level[lower], level[upper] + 1)
            waits_for[lower] -= 1
            if waits_for[lower] == 0:
                ready.append(lower)
    return level


def through(chosen: Collection[str], pairs: Iterable[Pair]) -> set[str]:
    """What was chosen and all that stands on a way from it up to the top."""
    above: dict[str, list[str]] = defaultdict(list)
    for upper, lower in pairs:
        above[lower].append(upper)
    found: set[str] = set()
    for key in chosen:
        if key not in found:
            found |= _spread(key, above)
    return found
