"""One of the four lights: what it says, why, and what would mend it. Each stands for itself:
there is no sum or average of them, and nothing is ranked by them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Quality(StrEnum):
    CLEAR = "clear"
    ALIGNED = "aligned"
    AGREED = "agreed"
    CHALLENGING = "challenging"


class Shown(StrEnum):
    """What a light says. `UNKNOWN` waits for somebody; `NOT_ASKED` is not a question here."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_applicable"


class Where(StrEnum):
    """What a person would do to mend it."""

    NOWHERE = ""
    WORDS = "words"
    SERVE = "serve"
    ACCEPT_REASON = "accept_reason"
    PROPOSE = "propose"
    ANSWER = "answer"
    RATE = "rate"
    TALK = "talk"


@dataclass(frozen=True, kw_only=True)
class Mend:
    """What would make it right, in a sentence, and where it is done."""

    words: str
    where: Where


NOTHING_TO_MEND = Mend(words="", where=Where.NOWHERE)


@dataclass(frozen=True, kw_only=True)
class Light:
    quality: Quality
    shown: Shown
    verdict: str
    reasons: tuple[str, ...] = ()
    mend: Mend = NOTHING_TO_MEND

    @property
    def name(self) -> str:
        return self.quality.value.capitalize()


def withdrawn(quality: Quality) -> Light:
    return Light(quality=quality, shown=Shown.NOT_ASKED, verdict="Withdrawn")
