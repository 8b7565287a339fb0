"""Words that leave by e-mail: a title and a link, never more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Words:
    subject: str
    body: str


def check_ins_are_due(*, titles: list[str], link: str) -> Words:
    """A lead is asked how their objectives stand."""
    many = f"{len(titles)} objectives"
    return Words(
        subject=f"Check in on {many if len(titles) > 1 else '1 objective'}",
        body=f"For you, as you lead it: {titles[0] if len(titles) == 1 else many}\n\n{link}\n",
    )


def someone_is_waiting(*, what: str, title: str, link: str) -> Words:
    """Somebody needs this person's answer, or their next words."""
    return Words(subject="Someone is waiting for you", body=f"{what}: {title}\n\n{link}\n")
