"""Challenging: hard enough to be worth it, and still doable? (domain measure M5)

Each side rates before it sees the other's view. The owners' view decides; the other side's is
shown apart, and where the two lie far apart, that is the finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from objectives.figures.lights.light import (
    NOTHING_TO_MEND,
    Light,
    Mend,
    Quality,
    Shown,
    Where,
)

HARD, DOABLE, MEANT, EASY = 3.5, 2.5, 3.0, 2.5
FAR_APART = 2.0
NEW_GROUND = 4  # complexity from which finding out how suits better than a result
PAST_VALUES = 6
CHALLENGE_WORDS = ("very easy", "easy", "fair", "hard", "very hard")
FEASIBILITY_WORDS = ("not doable", "hardly doable", "perhaps doable", "doable", "surely doable")
COMMITMENT_WORDS = ("not at all", "a little", "partly", "mostly", "fully")
BANDS = (
    (0.0, "The target goes backwards from where things are."),
    (0.5, "By its past ups and downs, the target about holds where things are."),
    (2.0, "By its past ups and downs, the target is a stretch."),
    (3.0, "By its past ups and downs, the target is a very long stretch."),
)
DOUBTFUL = "By its past ups and downs, the target is doubtful without a new way of working."


@dataclass(frozen=True, kw_only=True)
class Rating:
    """One person's view, each 1 to 5."""

    challenge: int
    feasibility: int
    commitment: int


@dataclass(frozen=True, kw_only=True)
class SideView:
    """What one side finds, on average of those who rated for it."""

    challenge: float
    feasibility: float
    commitment: float


@dataclass(frozen=True, kw_only=True)
class Rated:
    """What both sides said, and what the words are."""

    owner: Sequence[Rating] = ()
    parent: Sequence[Rating] = ()
    is_maintained: bool = False
    is_learning: bool = False
    complexity: int | None = None
    stretch: float | None = None
    may_be_rated: bool = True


def side_view(ratings: Sequence[Rating]) -> SideView | None:
    if not ratings:
        return None
    return SideView(
        challenge=fmean(one.challenge for one in ratings),
        feasibility=fmean(one.feasibility for one in ratings),
        commitment=fmean(one.commitment for one in ratings),
    )


def is_split(owner: SideView, parent: SideView) -> bool:
    """Two steps or more apart on how hard or how doable it is."""
    apart = (owner.challenge - parent.challenge, owner.feasibility - parent.feasibility)
    return any(abs(one) >= FAR_APART for one in apart)


def measured_stretch(
    *, is_downward: bool, change: float, past: Sequence[float], steps: int = 1
) -> float | None:
    """The change asked for, in standard deviations of past changes over as many steps; nothing
    without six past values or where they never changed alike."""
    if len(past) < PAST_VALUES or len(past) - steps < 2:
        return None
    changes = [later - earlier for earlier, later in zip(past, past[steps:], strict=False)]
    spread = stdev(changes)
    return (-change if is_downward else change) / spread if spread else None


def stretch_in_words(stretch: float) -> str:
    """Up to half a deviation it holds, up to two it stretches, above three it is doubtful."""
    if stretch < 0:
        return BANDS[0][1]
    return next((words for limit, words in BANDS[1:] if stretch <= limit), DOUBTFUL)


def challenging(rated: Rated) -> Light:
    """Keeping something as good as it is needs no stretch; until both sides rated, nothing of
    either's view is said."""
    if rated.is_maintained:
        reason = "It keeps something as good as it is, and that needs no stretch."
        return _light(Shown.NOT_ASKED, "Holds a standard", (reason,))
    owner, parent = side_view(rated.owner), side_view(rated.parent)
    if owner is None or parent is None:
        return _not_known(rated, has_one=owner is not None or parent is not None)
    return _judged(rated, owner, parent)


def _not_known(rated: Rated, *, has_one: bool) -> Light:
    said = "One side has rated it; its view is shown when the other has too."
    reasons = (said if has_one else "Neither side has said how hard it is.", *_of_words(rated))
    mend = Mend(words="Say how hard and how doable it is", where=Where.RATE)
    return _light(
        Shown.UNKNOWN,
        "One side has rated" if has_one else "Not rated yet",
        reasons,
        mend if rated.may_be_rated else NOTHING_TO_MEND,
    )


def _judged(rated: Rated, owner: SideView, parent: SideView) -> Light:
    reasons = (
        _view("Its owner finds", owner),
        _view("The side it serves finds", parent),
        *_of_words(rated),
    )
    if is_split(owner, parent):
        mend = Mend(words="Talk about what each of you sees", where=Where.TALK)
        return _light(Shown.UNKNOWN, "The sides see it differently", reasons, mend)
    shown, verdict, mend = _verdict(owner)
    if rated.complexity and rated.complexity >= NEW_GROUND and not rated.is_learning:
        mend = Mend(words="Make it a goal to find out how", where=Where.WORDS)
    return _light(shown, verdict, reasons, mend)


def _verdict(owner: SideView) -> tuple[Shown, str, Mend]:
    words = Where.WORDS
    if owner.challenge >= HARD and owner.feasibility < DOABLE:
        return Shown.NO, "Punishing", Mend(words="Ask less, or give it more", where=words)
    if owner.challenge < EASY:
        return Shown.NO, "Comfortable", Mend(words="Ask a little more of it", where=words)
    if owner.challenge < HARD:
        return Shown.NO, "Not much of a stretch", Mend(words="Ask a little more", where=words)
    if owner.commitment < MEANT:
        mend = Mend(words="Talk about what would make it worth it", where=Where.TALK)
        return Shown.NO, "Hard, but not meant", mend
    return Shown.YES, "Hard and doable", NOTHING_TO_MEND


def _of_words(rated: Rated) -> tuple[str, ...]:
    reasons = []
    if rated.stretch is not None:
        reasons.append(stretch_in_words(rated.stretch))
    if rated.complexity and rated.complexity >= NEW_GROUND and not rated.is_learning:
        reasons.append("It is new ground: a goal to find out how may suit it better.")
    return tuple(reasons)


def _view(who: str, view: SideView) -> str:
    return (
        f"{who} it {_word(CHALLENGE_WORDS, view.challenge)} and "
        f"{_word(FEASIBILITY_WORDS, view.feasibility)}, and stands behind it "
        f"{_word(COMMITMENT_WORDS, view.commitment)}."
    )


def _word(words: Sequence[str], mean: float) -> str:
    """The word nearest to a mean of 1 to 5; a half goes up."""
    return words[int(mean + 0.5) - 1]


def _light(
    shown: Shown, verdict: str, reasons: tuple[str, ...], mend: Mend = NOTHING_TO_MEND
) -> Light:
    return Light(
        quality=Quality.CHALLENGING, shown=shown, verdict=verdict, reasons=reasons, mend=mend
    )
