"""Calm hints while somebody types: what would make the words clearer, never more than three."""

from __future__ import annotations

import re

from objectives.figures.lights.challenging import NEW_GROUND
from objectives.figures.lights.clear import BY_DATE, Measurement, Worded, names_an_outcome
from objectives.figures.likeness import is_copied

AT_MOST = 3
LONG = 25  # words in the sentence
OWN_WORDS = "These are nearly the words of what it serves. What will you do towards it?"
VAGUE = (
    "as appropriate",
    "best practice",
    "better outcomes",
    "continue to",
    "do our best",
    "endeavour",
    "explore",
    "fit for purpose",
    "focus on",
    "going forward",
    "leverage",
    "robust",
    "support the",
    "synergies",
    "where possible",
    "work towards",
    "world class",
    "world-class",
)


def hints(worded: Worded, *, complexity: int | None = None, serves: str = "") -> list[str]:
    """About the sentence first, then about what is beside it; nothing before there is one.
    `serves` is the title of what it is meant to serve."""
    title = worded.title.strip()
    if len(title) < 10:
        return []
    found = [OWN_WORDS] if is_copied(title, serves) else []
    found += [*_about_sentence(title), *_beside(worded, complexity=complexity)]
    return found[:AT_MOST]


def _about_sentence(title: str) -> list[str]:
    found = []
    vague = next((words for words in VAGUE if _holds(title, words)), None)
    if vague:
        found.append(f"“{vague}” can mean many things. What would people see?")
    elif not names_an_outcome(title):
        found.append("What will be different when it is reached?")
    if len(title.split()) > LONG:
        found.append("It is a long sentence. Could it be said in fewer words?")
    elif len(re.findall(r"\band\b|;", title, re.IGNORECASE)) > 1:
        found.append("It may be two objectives in one. Which of them comes first?")
    return found


def _beside(worded: Worded, *, complexity: int | None) -> list[str]:
    is_new = complexity is not None and complexity >= NEW_GROUND
    found = []
    if is_new and not worded.is_learning:
        found.append("It is new ground. “Find out how” may suit it better than a result.")
    if worded.is_learning and not worded.says_what_will_be_known:
        found.append("What will you know when it is reached?")
    if not worded.measures and not worded.says_why_no_measure:
        found.append("How will you see that it is reached?")
    elif not worded.is_learning and not all(_is_numbered(one) for one in worded.measures):
        found.append("Where is it now, and where should it be?")
    if not worded.has_date:
        found.append("By when?")
    if not worded.has_reason:
        found.append("Why does it matter? Others read that first.")
    return found


def _is_numbered(measure: Measurement) -> bool:
    return measure.direction == BY_DATE or (measure.has_baseline and measure.has_target)


def _holds(title: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", title, re.IGNORECASE) is not None
