"""Clear: is it said so that everybody knows what it asks? (domain measure M1)

On paper: how many of the things that make words specific are there. As read: what the team
itself answered, where enough of them did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import fmean

from objectives.figures.lights.light import (
    NOTHING_TO_MEND,
    Light,
    Mend,
    Quality,
    Shown,
    Where,
)

ON_PAPER_FROM = Fraction(85, 100)
AS_READ_FROM = 0.60
NEAT_ON_PAPER = 0.30
BY_DATE = "by_date"
CLARITY_WORDS = ("Not at all clear", "Hardly clear", "Partly clear", "Mostly clear", "Fully clear")

# Something will be otherwise: a verb of change, a way it goes, a state that will hold.
_OUTCOME = frozenset(
    "achieve achieves answer answered answers are avoid begin below bring build can close create "
    "cut cuts decrease deliver double down drop each earlier eliminate end every everyone falls "
    "faster fewer find finish gain get gets give grow halve halved has have improve improved "
    "improves increase increased introduce is keep keeps know learn less longer lower lowered "
    "maintain make meet meets more move no nobody none offer open prevent protect raise reach "
    "reaches receive reduce reduced reduces remove replace rise save see seen shorten shorter "
    "sooner start stay stays stop stops test treat triple under understand up wait waits within "
    "without zero".split()
)
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Measurement:
    unit_name: str
    direction: str
    has_baseline: bool
    has_target: bool


@dataclass(frozen=True, kw_only=True)
class Worded:
    """What the newest words hold, as far as clearness goes."""

    title: str
    has_reason: bool = False
    measures: Sequence[Measurement] = ()
    has_date: bool = False
    has_answerable: bool = False
    is_learning: bool = False
    says_what_will_be_known: bool = False
    says_why_no_measure: bool = False


@dataclass(frozen=True, kw_only=True)
class Criterion:
    is_met: bool
    missing: str  # the sentence for the page when it is not met


def criteria(worded: Worded) -> list[Criterion]:
    """Those that apply. A learning goal needs no baseline and no target, but what will be known;
    a good reason for having no measure takes measure, baseline and target out; what is done by a
    date is counted in nothing."""
    found = [
        Criterion(
            is_met=names_an_outcome(worded.title),
            missing="The sentence does not say what will be different.",
        ),
        Criterion(is_met=worded.has_reason, missing="It does not say why it matters."),
    ]
    if worded.measures or not worded.says_why_no_measure:
        found += _of_measures(worded)
    if worded.is_learning:
        found.append(
            Criterion(
                is_met=worded.says_what_will_be_known,
                missing="It does not say what we will know when it is reached.",
            )
        )
    found += [
        Criterion(is_met=worded.has_date, missing="It has no date to be reached by."),
        Criterion(is_met=worded.has_answerable, missing="Nobody is answerable for it."),
    ]
    return found


def _of_measures(worded: Worded) -> list[Criterion]:
    counted = [one for one in worded.measures if one.direction != BY_DATE]
    by_date = len(counted) < len(worded.measures)
    says = "Its measure does not say what it is counted in." if worded.measures else ""
    found = [
        Criterion(
            is_met=by_date or any(one.unit_name for one in counted),
            missing=says or "It has no measure.",
        )
    ]
    if worded.is_learning or (by_date and not counted):
        return found
    return [
        *found,
        Criterion(
            is_met=any(one.has_baseline for one in counted),
            missing="It does not say where things are now.",
        ),
        Criterion(
            is_met=any(one.has_target for one in counted),
            missing="It does not say where things should be.",
        ),
    ]


def names_an_outcome(title: str) -> bool:
    """A few words at least, and among them a change, a state to hold, or a number."""
    words = [word.casefold() for word in _WORD.findall(title)]
    return len(words) >= 4 and any(word in _OUTCOME or word.isdigit() for word in words)


def on_paper(worded: Worded) -> Fraction:
    return _share(criteria(worded))


def _share(found: Sequence[Criterion]) -> Fraction:
    """The share of the criteria that apply and are met; there are always some."""
    return Fraction(sum(one.is_met for one in found), len(found))


def as_read(answers: Sequence[int], *, floor: int) -> float | None:
    """The team's own answers, 0 to 1; nothing while fewer answered than may be shown."""
    return (fmean(answers) - 1) / 4 if answers and len(answers) >= floor else None


def clear(worded: Worded, *, answers: Sequence[int] = (), floor: int) -> Light:
    """Clear on paper and, where the team was heard, to the team as well."""
    found = criteria(worded)
    paper, read = _share(found), as_read(answers, floor=floor)
    is_on_paper = paper >= ON_PAPER_FROM
    is_read = read is None or read >= AS_READ_FROM
    missing = [one.missing for one in found if not one.is_met]
    met = len(found) - len(missing)
    reasons = [f"On paper it has {met} of the {met + len(missing)} things that make it clear."]
    reasons += [*missing, *_said(read=read, paper=paper)]
    return Light(
        quality=Quality.CLEAR,
        shown=Shown.YES if is_on_paper and is_read else Shown.NO,
        verdict=_verdict(is_on_paper=is_on_paper, is_read=is_read, read=read),
        reasons=tuple(reasons),
        mend=_mend(missing, is_read=is_read),
    )


def _said(*, read: float | None, paper: Fraction) -> list[str]:
    if read is None:
        return []
    said = [f"The team finds it {CLARITY_WORDS[round(read * 4)].lower()}."]
    if float(paper) - read > NEAT_ON_PAPER:
        said.append("It is neater on paper than it is clear to the team.")
    return said


def _verdict(*, is_on_paper: bool, is_read: bool, read: float | None) -> str:
    if not is_read:
        return "Not clear to the team" if is_on_paper else "Not clear yet"
    if not is_on_paper:
        return "Something is missing"
    return "Clear on paper" if read is None else "Clear, also to the team"


def _mend(missing: Sequence[str], *, is_read: bool) -> Mend:
    if not is_read:
        return Mend(words="Ask the team what is unclear, and find new words", where=Where.WORDS)
    if missing:
        return Mend(words="Add what is missing", where=Where.WORDS)
    return NOTHING_TO_MEND
