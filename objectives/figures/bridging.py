"""A sentence that joins what is expected to what is offered, drafted from their own words.

It is a draft: whoever leads reads it, changes it, and sends it in their own name or not at all.
"""

from __future__ import annotations

from objectives.figures.likeness import shared_words

AT_MOST = 600  # what a link has room for
QUOTED_AT_MOST = 140
REASON_AT_MOST = 200
SHARED_AT_MOST = 3


def bridge(*, unit: str, offered: str, why: str, expected: str) -> str:
    """The reason comes from the offer where it gives one, or from what both speak of."""
    start = f"{_short(unit, 80)} offers “{_short(offered)}” towards “{_short(expected)}”"
    reason = _sentence(why)
    if reason:
        return f"{start}. Why it matters: {reason}"
    shared = shared_words(offered, expected)[:SHARED_AT_MOST]
    return f"{start}. Both are about {_listed(shared)}." if shared else f"{start}."


def _sentence(why: str) -> str:
    first = why.strip().split("\n")[0].strip()
    short = _short(first, REASON_AT_MOST)
    return short if not short or short[-1] in ".!?…" else f"{short}."


def _short(words: str, most: int = QUOTED_AT_MOST) -> str:
    words = words.strip().rstrip(".")
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
