"""What to look at in a network, and its rhythm, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from objectives.figures.networks import (
    Finding,
    Part,
    Rhythm,
    heaviest_unit,
    hours_by_unit,
)
from ui.wording import counted, in_words


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    words: str
    mend: str


PLAIN = {
    Finding.NOBODY: ("Nobody is in it yet.", "Ask people of at least three units to join."),
    Finding.ONE_PERSON: (
        "It rests on one person.",
        "When they are away, it stands still. Ask people of other units to join.",
    ),
    Finding.FEW_PROFESSIONS: (
        "It has fewer than two professions in it.",
        "Another profession sees what this one cannot.",
    ),
    Finding.NO_FRONT_LINE: (
        "Nobody in it works in a front-line team.",
        "Those who do the work know first what will not work.",
    ),
    Finding.NO_SPONSOR: (
        "It has no sponsor, and so no protected time.",
        "Ask an executive director to stand behind it.",
    ),
    Finding.NO_TIME: ("No hours are protected for it.", "Its sponsor can protect some."),
}


def finding_lines(
    found: Sequence[Finding], parts: Sequence[Part], units: Mapping[int, str], rhythm: Rhythm
) -> list[FindingLine]:
    return [_line(one, parts, units, rhythm) for one in found]


def _line(
    finding: Finding, parts: Sequence[Part], units: Mapping[int, str], rhythm: Rhythm
) -> FindingLine:
    if finding in PLAIN:
        words, mend = PLAIN[finding]
        return FindingLine(words=words, mend=mend)
    if finding == Finding.RHYTHM:
        return FindingLine(
            words="It does not meet as it meant to.",
            mend=f"{rhythm_in_words(rhythm)} Meet, or choose a rhythm it can keep.",
        )
    if finding == Finding.FEW_UNITS:
        number = len({part.unit_id for part in parts})
        return FindingLine(
            words=f"Only {counted(number, 'unit')} carry it.",
            mend="Ask people of a third unit that patients pass through.",
        )
    if finding == Finding.ONE_UNIT:
        return FindingLine(
            words=f"It rests on one unit: {units.get(parts[0].unit_id, '')}.",
            mend="A target that one unit carries alone is that unit’s, not ours. Ask others.",
        )
    return _most_hours(parts, units)


def _most_hours(parts: Sequence[Part], units: Mapping[int, str]) -> FindingLine:
    unit_id, hours = heaviest_unit(parts) or 0, hours_by_unit(parts)
    of = f"{plain(hours.get(unit_id, 0))} of {plain(sum(hours.values()))}"
    return FindingLine(
        words=f"{units.get(unit_id, '')} carries more than 60% of the hours: {of} a month.",
        mend="Share the hours out, or ask another unit to join.",
    )


def rhythm_in_words(rhythm: Rhythm) -> str:
    """Kept: last met 12 May 2026. Every 30 days was meant."""
    meant = f"Every {counted(rhythm.every_days, 'day')} was meant."
    if rhythm.last_met is None:
        return f"{'Not begun' if rhythm.is_kept else 'Not kept'}: it has not met yet. {meant}"
    kept = "Kept" if rhythm.is_kept else "Not kept"
    return f"{kept}: last met {in_words(rhythm.last_met)}. {meant}"


def plain(number: object) -> str:
    """4.0 as 4."""
    words = f"{number:,f}" if not isinstance(number, int) else f"{number:,}"
    return words.rstrip("0").rstrip(".") if "." in words else words
