"""The four lights as one viewer sees them: each with the way to mend it, where it is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from objectives.figures import PARENT
from objectives.figures.lights import Light, Lights, Shown, Where
from objectives.queries.objective.sides import May
from objectives.queries.rating import RatingOpen
from people.addresses import address

SHOWN_WORDS = {
    Shown.YES: "Yes",
    Shown.NO: "Not yet",
    Shown.UNKNOWN: "Not known yet",
    Shown.NOT_ASKED: "Not asked",
}
MARKED = {
    Shown.YES: "{name}",
    Shown.NO: "Not {lower}",
    Shown.UNKNOWN: "{name}: not known",
    Shown.NOT_ASKED: "{name}: not asked",
}
COLOURS = {
    Shown.YES: "green",
    Shown.NO: "orange",
    Shown.UNKNOWN: "grey",
    Shown.NOT_ASKED: "white",
}


@dataclass(frozen=True, kw_only=True)
class LightCard:
    """One light. `href` is empty where mending it is for somebody else."""

    key: str
    name: str
    words: str
    colour: str
    verdict: str
    reasons: tuple[str, ...]
    mend: str
    href: str


@dataclass(frozen=True, kw_only=True)
class LightMark:
    """A light in a list, in a word or two."""

    words: str
    colour: str
    verdict: str


def marks(lights: Lights) -> list[LightMark]:
    return [
        LightMark(
            words=MARKED[light.shown].format(name=light.name, lower=light.name.lower()),
            colour=COLOURS[light.shown],
            verdict=light.verdict,
        )
        for light in lights
    ]


def cards(lights: Lights, *, objective_id: int, may: May, opened: RatingOpen) -> list[LightCard]:
    ways = _ways(objective_id, may=may, opened=opened)
    return [_card(light, ways) for light in lights]


def _card(light: Light, ways: Mapping[Where, str]) -> LightCard:
    return LightCard(
        key=light.quality.value,
        name=light.name,
        words=SHOWN_WORDS[light.shown],
        colour=COLOURS[light.shown],
        verdict=light.verdict,
        reasons=light.reasons,
        mend=light.mend.words,
        href=ways.get(light.mend.where, ""),
    )


def _ways(objective_id: int, *, may: May, opened: RatingOpen) -> dict[Where, str]:
    """Where each mend is done, for what this person may do."""
    allowed = {
        Where.WORDS: ("reword", may.reword),
        Where.SERVE: ("serve", may.write),
        Where.ACCEPT_REASON: ("accept_local_reason", may.accept_reason),
        Where.PROPOSE: ("propose", may.propose),
        Where.ANSWER: ("answer", bool(may.answer_for)),
        Where.RATE: ("rate", opened.may_rate),
    }
    ways = {
        where: address(f"objectives:{name}", objective_id)
        for where, (name, is_theirs) in allowed.items()
        if is_theirs
    }
    if may.answer_for == PARENT and not may.accept_reason:
        ways[Where.ACCEPT_REASON] = address("objectives:answer", objective_id)
    return ways | {Where.TALK: "#conversation"}
