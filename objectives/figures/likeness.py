"""How alike two wordings are: which words they share, and how much of one is in the other."""

from __future__ import annotations

import re

EVERYDAY = frozenset(
    "a all an and any are as at be been before by each every for from has have in into is it its "
    "more no not of on one or our out over so than that the their them there they this to up we "
    "when where which who will with within year".split()
)
COPIED_FROM = 0.8  # from here on, words were copied and not written
LEAST_WORDS = 4  # fewer are alike by chance
ENDINGS = ("ing", "ies", "ed", "es", "s")


def telling_words(text: str) -> dict[str, str]:
    """The words that say what a text is about, by their stems, in their order."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return {_stem(word): word for word in words if word not in EVERYDAY}


def shared_words(one: str, other: str) -> list[str]:
    """What both speak of, in the words and the order of the first."""
    theirs = telling_words(other)
    return [word for stem, word in telling_words(one).items() if stem in theirs]


def likeness(one: str, other: str) -> float:
    """From 0, nothing shared, to 1, the same: of all their telling words, the share in both."""
    ours, theirs = set(telling_words(one)), set(telling_words(other))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def is_copied(child: str, parent: str) -> bool:
    """A contribution in the words of what it serves says nothing of its own."""
    is_long_enough = len(telling_words(parent)) >= LEAST_WORDS
    return is_long_enough and likeness(child, parent) >= COPIED_FROM


def _stem(word: str) -> str:
    for ending in ENDINGS:
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= 3:
            return kept
    return word
