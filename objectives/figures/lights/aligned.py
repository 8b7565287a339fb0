"""Aligned: does it reach a priority by links that count? (domain measure M2)"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from objectives.figures.lights.light import (
    NOTHING_TO_MEND,
    Light,
    Mend,
    Quality,
    Shown,
    Where,
)

COPIED = "Its words are nearly those of what it serves, so they do not say what is done here."
OWN_WORDS = Mend(words="Say in your own words what you do towards it", where=Where.WORDS)
RELINK_WITHIN = 30  # days after which an objective that lost what it served stands alone


@dataclass(frozen=True, kw_only=True)
class Connected:
    """How an objective is tied to the board's priorities. `reached` by links that count,
    `would_reach` if what still waits for an answer counted too."""

    reached: Sequence[str] = ()
    would_reach: Sequence[str] = ()
    stale_links: int = 0
    has_link: bool = False
    has_local_reason: bool = False
    is_local_accepted: bool = False
    is_draft: bool = False  # nobody is asked yet
    is_copied: bool = False  # its words are those of what it serves
    lost_days_ago: int | None = None  # since what it served was withdrawn


def aligned(tied: Connected) -> Light:
    """A path wins over a reason to stand alone; what waits for an answer is not known yet. Words
    copied from above are warned of, whatever the path: they add nothing of one's own."""
    light = _tied(tied)
    if not tied.is_copied:
        return light
    return replace(
        light,
        reasons=(*light.reasons, COPIED),
        mend=light.mend if light.mend != NOTHING_TO_MEND else OWN_WORDS,
    )


def _tied(tied: Connected) -> Light:
    if tied.reached:
        return _light(Shown.YES, "Reaches the Board", (_serves(tied.reached), *_stale(tied)))
    if tied.would_reach:
        return _waiting(tied)
    if tied.is_local_accepted:
        reason = "It serves no priority, for a reason the level above accepted."
        return _light(Shown.YES, "Stands alone, accepted", (reason,))
    return _apart(tied)


def _waiting(tied: Connected) -> Light:
    open_words = f"It would reach {_listed(tied.would_reach)}, once every link on the way counts."
    if tied.is_draft:
        return _light(Shown.UNKNOWN, "Not asked yet", (open_words,))
    return _light(
        Shown.UNKNOWN,
        "Not confirmed yet",
        (open_words, *_stale(tied)),
        Mend(words="Ask those who must answer on the way", where=Where.TALK),
    )


def _apart(tied: Connected) -> Light:
    if tied.has_local_reason and not tied.has_link:
        if tied.is_draft:
            reason = "It serves no priority and says why. Nobody is asked about it yet."
            return _light(Shown.UNKNOWN, "Not asked yet", (reason,))
        return _light(
            Shown.UNKNOWN,
            "Its reason waits",
            ("It serves no priority and says why. The level above has not answered.",),
            Mend(words="Say whether it may stand alone", where=Where.ACCEPT_REASON),
        )
    if tied.has_link:
        return _light(
            Shown.NO,
            "The way up is broken",
            ("What it serves reaches none of the Board’s priorities.",),
            Mend(words="Add something it serves that does", where=Where.SERVE),
        )
    return _lost(tied)


def _lost(tied: Connected) -> Light:
    mend = Mend(words="Say what it serves now", where=Where.SERVE)
    if tied.lost_days_ago is None:
        return _light(Shown.NO, "Serves nothing yet", ("No link says what it serves.",), mend)
    reason = "What it served was withdrawn."
    is_new = tied.lost_days_ago <= RELINK_WITHIN
    return _light(Shown.NO, "Needs a new link" if is_new else "Serves nothing", (reason,), mend)


def _light(
    shown: Shown, verdict: str, reasons: tuple[str, ...], mend: Mend = NOTHING_TO_MEND
) -> Light:
    return Light(quality=Quality.ALIGNED, shown=shown, verdict=verdict, reasons=reasons, mend=mend)


def _serves(titles: Sequence[str]) -> str:
    return f"It reaches {_listed(titles)}."


def _stale(tied: Connected) -> tuple[str, ...]:
    if not tied.stale_links:
        return ()
    return ("It rests on words that have since changed: look at what it serves again.",)


def _listed(titles: Sequence[str]) -> str:
    quoted = [f"“{title}”" for title in titles[:3]]
    more = len(titles) - 3
    if more > 0:
        quoted = [*quoted, f"{more} more"]
    return " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
