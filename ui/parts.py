"""What components are made of: plain lines that a query or a view hands to a template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class SummaryRow:
    """One question and its answer. `change_what` finishes the sentence "Change ..."."""

    key: str
    value: str
    change_url: str = ""
    change_what: str = ""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do. `colour` is an NHS tag colour; empty shows the status as plain text."""

    title: str
    status: str
    href: str = ""
    hint: str = ""
    colour: str = ""


@dataclass(frozen=True, kw_only=True)
class LegendEntry:
    """What one tint or line means. `css_class` is one of the picture's own classes."""

    css_class: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class StaleText:
    """One field as two people left it, both starting from the same version."""

    label: str
    yours: str
    theirs: str


@dataclass(frozen=True, kw_only=True)
class StaleSave:
    """Somebody saved first. Both texts are shown, and nothing is chosen for anybody."""

    saved_by: str
    saved_at: datetime
    texts: Sequence[StaleText]
    what: str = "this page"
    start_again_url: str = ""

    @property
    def changed(self) -> list[StaleText]:
        return [text for text in self.texts if text.yours != text.theirs]
