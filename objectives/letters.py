"""Words that leave by e-mail: a title and a link, never more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ui.wording import in_words


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


def you_are_a_delegate(
    *, leader: str, unit: str, starts_on: date, ends_on: date, link: str
) -> Words:
    """Somebody learns that they answer in a leader's place."""
    return Words(
        subject=f"You answer for {leader} from {in_words(starts_on)}",
        body=f"{leader} has named you to answer agreements and promises for {unit} in their "
        f"place, from {in_words(starts_on)} to {in_words(ends_on)}.\n\n{link}\n",
    )


def a_delegation_ended(*, by: str, unit: str, link: str) -> Words:
    """The other of the two learns that it is over."""
    return Words(
        subject=f"Answering for {unit} in the leader’s place has ended",
        body=f"{by} has ended it. What was answered stays.\n\n{link}\n",
    )


def someone_is_waiting(*, what: str, title: str, link: str) -> Words:
    """Somebody needs this person's answer, or their next words."""
    return Words(subject="Someone is waiting for you", body=f"{what}: {title}\n\n{link}\n")
