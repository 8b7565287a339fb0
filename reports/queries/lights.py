"""How the four lights of a cycle's objectives stand together: counted, never averaged or ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from objectives.figures.lights import Lights, Quality, Shown, has_all_four, patterns
from objectives.figures.lights.gate import Pattern
from objectives.models import Cycle, Objective
from objectives.queries.lights import lights_of

SHOWN_AT_MOST = 10
NOT_COUNTED = (Objective.State.DRAFT, Objective.State.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Together:
    """Objectives that show the same four."""

    pattern: Pattern
    count: int


@dataclass(frozen=True, kw_only=True)
class FourLights:
    """Of all objectives put forward: each light alone, the four together, and what stands out."""

    as_of: datetime
    of: int
    all_four: int
    all_known: int
    alone: dict[Quality, dict[Shown, int]]
    together: list[Together]
    others: int  # objectives of patterns that are not shown
    agreed_but: dict[Quality, int]
    challenging_not_agreed: int


def four_lights(*, cycle: Cycle, now: datetime) -> FourLights:
    """Drafts are left out, so that it is the same for everybody; a fixed number of queries."""
    rows = Objective.objects.filter(cycle=cycle).exclude(state__in=NOT_COUNTED)
    objectives = list(rows.select_related("current", "unit"))
    return counted(lights_of(objectives, now=now, is_brief=True).values(), as_of=now)


def counted(found: Iterable[Lights], *, as_of: datetime) -> FourLights:
    many = list(found)
    gates = Counter(has_all_four(one) for one in many)
    common = sorted(patterns(many).items(), key=lambda item: (-item[1], item[0]))
    return FourLights(
        as_of=as_of,
        of=len(many),
        all_four=gates[True],
        all_known=gates[True] + gates[False],
        alone=_alone(many),
        together=[Together(pattern=it, count=count) for it, count in common[:SHOWN_AT_MOST]],
        others=sum(count for _, count in common[SHOWN_AT_MOST:]),
        agreed_but={
            quality: _pairs(many, yes=Quality.AGREED, no=quality)
            for quality in (Quality.CHALLENGING, Quality.CLEAR, Quality.ALIGNED)
        },
        challenging_not_agreed=_pairs(many, yes=Quality.CHALLENGING, no=Quality.AGREED),
    )


def _alone(many: list[Lights]) -> dict[Quality, dict[Shown, int]]:
    found = {quality: dict.fromkeys(Shown, 0) for quality in Quality}
    for one in many:
        for light in one:
            found[light.quality][light.shown] += 1
    return found


def _pairs(many: list[Lights], *, yes: Quality, no: Quality) -> int:
    return sum(
        shown[yes] == Shown.YES and shown[no] == Shown.NO
        for one in many
        if (shown := {light.quality: light.shown for light in one})
    )
