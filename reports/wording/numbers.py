"""Numbers as people read them in a sentence."""

from __future__ import annotations

from ui.wording import counted

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def percent(share: float | None) -> str:
    """A share as people read it; one of nothing is not applicable."""
    return "not applicable" if share is None else f"{round(share * 100)}%"


def in_words(number: int) -> str:
    """Two, nine, 10, 1,240."""
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def so_many(number: int, one: str, many: str = "") -> str:
    """No gaps, one gap, two gaps, 12 gaps."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def difference(now: int, before: int | None) -> str:
    """How a number has changed: 3 more, 2 fewer, no change, new."""
    if before is None:
        return "new"
    if now == before:
        return "no change"
    return f"{abs(now - before):,} {'more' if now > before else 'fewer'}"


def points(now: float | None, before: float | None) -> str:
    """How a share has changed, in percentage points."""
    if now is None or before is None:
        return ""
    change = round(now * 100) - round(before * 100)
    if not change:
        return "no change"
    return f"{counted(abs(change), 'percentage point')} {'more' if change > 0 else 'fewer'}"


def sentence(text: str) -> str:
    """With a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."


def quoted(title: str) -> str:
    return f"“{title}”"
