"""Words that leave by e-mail: a title and a link, never more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    subject: str
    body: str


def someone_is_waiting(*, what: str, title: str, link: str) -> Words:
    """Somebody needs this person's answer, or their next words."""
    return Words(subject="Someone is waiting for you", body=f"{what}: {title}\n\n{link}\n")
