from __future__ import annotations

from people.refusals import Refused, SavedMeanwhile

__all__ = ["NotTheirs", "Refused", "WordsChanged"]


class NotTheirs(Refused):
    """They see it, but it is not theirs to do."""

    def __init__(self) -> None:
        super().__init__("This is not yours to do")


class WordsChanged(SavedMeanwhile):
    """The words are no longer those the person was looking at."""
