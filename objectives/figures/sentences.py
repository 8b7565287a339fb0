"""Our own words between the agreed ones on "My part": short and plain, for a reading age of about
twelve. `tests/objectives/test_figures_sentences.py` holds them to it."""

from __future__ import annotations

from enum import StrEnum


class Says(StrEnum):
    """What leads in to a step on the way from whom it helps up to the Board."""

    HELPS = "This is whom our work helps, and why:"
    HELPS_UNSAID = "Nobody has said yet whom this work helps."
    PROMISE = "{unit} has promised:"
    SERVES = "This helps {unit} keep its promise:"
    SERVES_OWN = "This is part of what {unit} has also promised:"
    PRIORITY = "And all of this helps with what the Board puts first:"
    WHY_NOW = "Why now:"
    ALONE = "This stands on its own. {unit} has said yes to that. This is why:"


class Note(StrEnum):
    """What is added to a step."""

    YOURS = "You answer for it."
    THEIRS = "{person} answers for it."
    BY = "It is due by {day}."
    CHANGED = "The words have since changed, {time} ago."
    HOW = "How it helps:"


class Broken(StrEnum):
    """Where the way breaks, and why."""

    NO_TEAM = "You have no team here yet, so we cannot show your part."
    NOTHING = "{unit} has not written down yet what it wants to do this year."
    NOT_YET = "{unit} has not yet agreed what it wants to do this year. The talk goes on."
    SERVES_NOTHING = "What {unit} does here does not yet help with anything agreed above it."
    LINK_WAITS = "{unit} says that this helps {above}. The answer is still to come."
    LINK_CHANGED = "The words have changed. Nobody has said if this still helps {above}."
    NOT_AGREED = "This helps with something that {above} has not agreed yet. The talk goes on."
    WITHDRAWN = "This helped with something that {above} has since withdrawn."
    OVER = "This helped with something that {above} has since closed."
    ENDED = "This once helped {above}. That has come to an end."
    DECLINED = "{unit} said that this helps {above}. The answer was no."
    PRIORITY_GONE = "This helped with a priority that the Board no longer has."
    REASON_WAITS = "{unit} says that this stands on its own. The answer is still to come."


class Waits(StrEnum):
    """Whom it waits for."""

    ON = "It waits for {people}."
    SINCE = "It has waited {time} for {people}."
    NOBODY = "Nobody leads there yet, so there is nobody to ask."
    YOU = "It waits for you."


BOARD = "the Board"


def in_sentence(template: StrEnum, **names: str) -> str:
    """The template with its names, a capital letter first."""
    words = template.value.format(**names)
    return words[:1].upper() + words[1:]
