"""The alignment report, word for word."""

from collections import Counter
from fractions import Fraction
from math import ceil, prod
from typing import Any

from tests.reports.plain.organisation import STRENGTH, Organisation, share


def alignment(organisation: Organisation) -> dict[str, Any]:
    standing = {ref: _standing(organisation, ref) for ref in organisation.o}
    strength = {
        ref: max(prod(STRENGTH[link.strength] for link in path) for path in paths)
        for ref, paths in organisation.counting_paths.items()
        if paths
    }
    states = Counter(objective.state for objective in organisation.objectives.values())
    levels = sorted({_level(organisation, ref) for ref in organisation.o})
    return {
        "objectives": {"total": len(organisation.o), "by_state": dict(states)},
        "aligned": sorted(organisation.aligned),
        "strength": strength,
        "unconfirmed": sorted(ref for ref, it in standing.items() if it == "unconfirmed"),
        "local": sorted(ref for ref, it in standing.items() if it == "local"),
        "orphans": sorted(ref for ref, it in standing.items() if it == "orphans"),
        "rate": _tally(standing)["rate"],
        "levels": [
            {
                "level": level,
                **_tally(
                    {ref: it for ref, it in standing.items() if _level(organisation, ref) == level}
                ),
            }
            for level in levels
        ],
        "priorities": [_reach(organisation, ref) for ref in sorted(organisation.priorities)],
        "cross_boundary": _cross_boundary(organisation),
        "concentration": _concentration(organisation),
        "loops": _loops(organisation),
    }


def _standing(organisation: Organisation, ref: str) -> str:
    if ref in organisation.aligned:
        return "aligned"
    if any(organisation.paths(ref, organisation.might_count)):
        return "unconfirmed"
    return "local" if organisation.objectives[ref].is_local else "orphans"


def _tally(standing: dict[str, str]) -> dict[str, Any]:
    counts = Counter(standing.values())
    return {
        "total": len(standing),
        "aligned": counts["aligned"],
        "unconfirmed": counts["unconfirmed"],
        "local": counts["local"],
        "orphans": counts["orphans"],
        "rate": share(counts["aligned"], len(standing) - counts["local"]),
    }


def _level(organisation: Organisation, ref: str) -> int:
    return len(organisation.line(organisation.objectives[ref].unit)) - 1


def _reach(organisation: Organisation, priority: str) -> dict[str, Any]:
    reaching = {ref for ref in organisation.o if priority in organisation.reached(ref)}
    lengths = [
        len(path)
        for ref in reaching
        for path in organisation.counting_paths[ref]
        if path[-1].parent == priority
    ]
    return {
        "ref": priority,
        "objectives": len(reaching),
        "units": len({organisation.objectives[ref].unit for ref in reaching}),
        "depth": max(lengths, default=0),
    }


def _cross_boundary(organisation: Organisation) -> dict[str, Any]:
    external = internal = 0
    for link in organisation.links:
        if organisation.counts(link) and link.parent in organisation.o:
            child, parent = (
                organisation.division(organisation.objectives[end].unit)
                for end in (link.child, link.parent)
            )
            external += child != parent
            internal += child == parent
    return {
        "external": external,
        "internal": internal,
        "ei_index": share(external - internal, external + internal),
    }


def _concentration(organisation: Organisation) -> dict[str, Any]:
    active = [ref for ref, person in organisation.people.items() if person.is_active]
    held = dict.fromkeys(active, 0)
    unanswered = 0
    for ref in organisation.o:
        answerable = organisation.objectives[ref].answerable
        if answerable in held:
            held[answerable] += 1
        else:
            unanswered += 1
    counts, total, people = sorted(held.values()), sum(held.values()), len(active)
    return {
        "people": people,
        "answerable": sum(count > 0 for count in counts),
        "effective_number": _effective_number(counts) if total else None,
        "gini": _gini(counts) if total else None,
        "top10_share": share(sum(counts[::-1][: ceil(people / 10)]), total),
        "unanswered": unanswered,
    }


def _effective_number(counts: list[int]) -> float:
    return float(1 / sum(Fraction(count, sum(counts)) ** 2 for count in counts))


def _gini(ascending: list[int]) -> float:
    n, total = len(ascending), sum(ascending)
    spread = sum(place * count for place, count in enumerate(ascending, start=1))
    return float(Fraction(2 * spread, n * total) - Fraction(n + 1, n))


def _loops(organisation: Organisation) -> list[list[str]]:
    above = {ref: {ref} for ref in organisation.o}
    for _ in organisation.o:
        for link in filter(organisation.counts, organisation.links):
            for known in above.values():
                if link.child in known:
                    known.add(link.parent)
    loops = {
        tuple(sorted(other for other in known if ref in above.get(other, ())))
        for ref, known in above.items()
    }
    return sorted(list(loop) for loop in loops if len(loop) > 1)
