"""The word an organisation's addresses begin with: what it may be, and a first guess at it."""

import re
import unicodedata

SHORTEST, LONGEST = 2, 40
_WHOLE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def guess_slug(name: str) -> str:
    """A word made from a name: "St. Anne's Care" gives "st-annes-care"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]


def trouble_with_slug(slug: str, *, taken: frozenset[str]) -> str:
    """What is wrong with a word, as a sentence to show; nothing when it will do."""
    if not SHORTEST <= len(slug) <= LONGEST:
        return f"The short name must be {SHORTEST} to {LONGEST} characters long"
    if not _WHOLE.fullmatch(slug):
        return "The short name can hold only small letters, digits and single hyphens between them"
    if slug in taken:
        return f"Choose another short name: this site needs “{slug}” for its own pages"
    return ""
