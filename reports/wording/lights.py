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


def lights_finding(found: FourLights) -> str:
    """One sentence above the tables."""
    if not found.all_known:
        return (
            f"Of {counted(found.of, 'objective')}, none has been judged on all four yet. "
            "Where one is not known, somebody has still to answer."
        )
    return (
        f"{found.all_four:,} of the {counted(found.all_known, 'objective')} judged on all four "
        f"{'is' if found.all_four == 1 else 'are'} clear, aligned, agreed and challenging."
    )


def what_stands_out(found: FourLights) -> list[str]:
    """Where one light is on and another off: each is a question, not a mark."""
    lines = [
        f"{found.agreed_but[one]:,} {words}" for one, words in BUT.items() if found.agreed_but[one]
    ]
    if found.challenging_not_agreed:
        words = "challenging, but not agreed: what would make it possible to say yes?"
        lines.append(f"{found.challenging_not_agreed:,} {words}")
    return lines


def alone_rows(found: FourLights) -> list[tuple[str, list[int]]]:
    return [
        (quality.value.capitalize(), [found.alone[quality][shown] for shown in Shown])
        for quality in Quality
    ]


def together_rows(found: FourLights) -> list[tuple[list[str], int]]:
    return [([SHOWN_WORDS[shown] for shown in line.pattern], line.count) for line in found.together]
