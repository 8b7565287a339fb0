"""Agreed: did both sides say yes to this version? (domain measure M4)"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from objectives.figures.lights.light import (
    NOTHING_TO_MEND,
    Light,
    Mend,
    Quality,
    Shown,
    Where,
)

AGREED = frozenset({"agreed", "live"})
FINISHED = frozenset({"achieved", "partly", "not_achieved"})
SAID = {
    "accept": "accepted version {number}",
    "accept_with_concern": "accepted version {number}, with a concern",
    "challenge": "wants to talk about version {number}",
    "decline": "said not yet to version {number}",
}


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A side, its standing answer, and the version it was given to; "" while it has none."""

    side: str
    response: str = ""
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Talk:
    """Where the conversation stands. `is_consent_met` is empty where no team was asked."""

    state: str
    answers: Sequence[Answered] = ()
    is_agreed_before: bool = False
    was_ever_agreed: bool = False
    team_decides: bool = False
    is_consent_met: bool | None = None
    goes_ahead: bool = False


def agreed(talk: Talk) -> Light:
    """Only the state says agreed; the answers say why it is, or who is waited for."""
    if talk.state == "draft":
        mend = Mend(words="Propose it when it is ready", where=Where.PROPOSE)
        return _light(Shown.NOT_ASKED, "Not proposed yet", ("Nobody is asked yet.",), mend)
    if talk.state in AGREED or (talk.state in FINISHED and _ended_agreed(talk)):
        return _yes(talk)
    if talk.state in FINISHED:
        return _light(Shown.NO, "Ended without agreement", _sides(talk))
    if talk.goes_ahead:
        reason = "The side it serves goes on without the owner’s agreement."
        mend = Mend(words="It can still be agreed: talk about it", where=Where.TALK)
        return _light(Shown.NO, "Goes ahead, not agreed", (reason, *_sides(talk)), mend)
    return _open(talk)


def _ended_agreed(talk: Talk) -> bool:
    return talk.was_ever_agreed or talk.is_agreed_before


def _yes(talk: Talk) -> Light:
    if talk.is_agreed_before and not talk.was_ever_agreed:
        reason = "Nobody signed these words here: they were brought in as agreed."
        return _light(Shown.YES, "Agreed before this system", (reason,))
    has_concern = any(one.response == "accept_with_concern" for one in talk.answers)
    verdict = "Agreed, with a concern" if has_concern else "Both sides said yes"
    return _light(Shown.YES, verdict, _sides(talk))


def _open(talk: Talk) -> Light:
    said_no = [one for one in talk.answers if one.response in ("challenge", "decline")]
    reasons = _sides(talk)
    if talk.team_decides and talk.is_consent_met is not True:
        asked = talk.is_consent_met is not None
        reasons += (
            "The whole team decides, and "
            + ("too few of it stand behind it yet." if asked else "has not been asked yet."),
        )
    verdict = "The sides are talking" if said_no or talk.state == "in_catchball" else "Waiting"
    where = Where.TALK if said_no else Where.ANSWER
    words = "Find words both can accept" if said_no else "Whoever has not answered does so"
    return _light(Shown.NO, verdict, reasons, Mend(words=words, where=where))


def _sides(talk: Talk) -> tuple[str, ...]:
    """Who has not answered is named only while an answer is still asked for."""
    is_over = talk.state in AGREED | FINISHED
    return tuple(f"{one.side} {_said(one)}." for one in talk.answers if one.response or not is_over)


def _said(answer: Answered) -> str:
    return SAID.get(answer.response, "has not answered").format(number=answer.number)


def _light(
    shown: Shown, verdict: str, reasons: tuple[str, ...] = (), mend: Mend = NOTHING_TO_MEND
) -> Light:
    return Light(quality=Quality.AGREED, shown=shown, verdict=verdict, reasons=reasons, mend=mend)
