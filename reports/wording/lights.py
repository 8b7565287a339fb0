"""How the four lights stand together, in words."""

from __future__ import annotations

from objectives.figures.lights import Quality, Shown
from objectives.queries.lights.cards import SHOWN_WORDS
from reports.queries.lights import FourLights
from ui.wording import counted

HEADINGS = ("Light", *(SHOWN_WORDS[shown] for shown in Shown))
BUT = {
    Quality.CHALLENGING: "agreed, but not challenging: was it agreed because it was easy?",
    Quality.CLEAR: "agreed, but not clear: do both sides mean the same by it?",
    Quality.ALIGNED: "agreed, but not aligned: what would be missing without it?",
}
NOT_AGREED = "challenging, but not agreed: what would make it possible to say yes?"


def lights_finding(found: FourLights) -> str:
    """One sentence above the tables, and one on what nobody can tell yet."""
    number = f"{found.all_four:,}" if found.all_four else "None"
    are = "is" if 1 in (found.all_four, found.of) else "are"
    open_ones = found.of - found.all_known
    unknown = f" Of {open_ones:,} it is not known yet: somebody has still to answer."
    return (
        f"{number} of {counted(found.of, 'objective')} {are} clear, aligned, agreed and "
        f"challenging.{unknown if open_ones else ''}"
    )


def what_stands_out(found: FourLights) -> list[str]:
    """Where one light is on and another off: each is a question, not a mark."""
    counts = [(found.agreed_but[quality], words) for quality, words in BUT.items()]
    counts.append((found.challenging_not_agreed, NOT_AGREED))
    return [f"{n:,} {'is' if n == 1 else 'are'} {words}" for n, words in counts if n]


def alone_rows(found: FourLights) -> list[tuple[str, list[int]]]:
    return [
        (quality.value.capitalize(), [found.alone[quality][shown] for shown in Shown])
        for quality in Quality
    ]


def together_rows(found: FourLights) -> list[tuple[list[str], int]]:
    return [([SHOWN_WORDS[shown] for shown in line.pattern], line.count) for line in found.together]
