"""What somebody types in a search box, as patterns for the beginnings of words."""

from __future__ import annotations

import re

WORDS_AT_MOST = 8
STEM_AT_LEAST = 4
ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "e", "y")


def sought_words(text: str) -> tuple[str, ...]:
    """The words typed, each once, without what stands round them: more than eight help nobody."""
    found = re.findall(r"\w(?:[\w'’./-]*\w)?", text.casefold())
    return tuple(dict.fromkeys(found))[:WORDS_AT_MOST]


def stem(word: str) -> str:
    """ "Letters" also finds "letter", and "falling" "falls"; short words stay whole."""
    for ending in ENDINGS:
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= STEM_AT_LEAST and word.isalpha():
            return kept
    return word


def pattern(word: str) -> str:
    """For PostgreSQL: some word begins like this. "ard" does not find "ward"."""
    return rf"(^|\W){re.escape(stem(word))}"
