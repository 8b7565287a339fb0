"""Words that leave by e-mail: a title and a link, never more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from people.letters import Words
from ui.wording import counted, in_words


def check_ins_are_due(*, titles: list[str], link: str) -> Words:
    """A lead is asked how their objectives stand."""
    many = f"{len(titles)} objectives"
    return Words(
        subject=f"Check in on {many if len(titles) > 1 else '1 objective'}",
        body=f"For you, as you lead it: {titles[0] if len(titles) == 1 else many}\n\n{link}\n",
        why="you lead work that nobody has checked in on for a while",
    )


def you_are_a_delegate(
    *, leader: str, unit: str, starts_on: date, ends_on: date, link: str
) -> Words:
    """Somebody learns that they answer in a leader's place."""
    return Words(
        subject=f"You answer for {leader} from {in_words(starts_on)}",
        body=f"{leader} has named you to answer agreements and promises for {unit} in their "
        f"place, from {in_words(starts_on)} to {in_words(ends_on)}.\n\n{link}\n",
        why=f"{leader} has named you",
    )


def a_delegation_ended(*, by: str, unit: str, link: str) -> Words:
    """The other of the two learns that it is over."""
    return Words(
        subject=f"Answering for {unit} in the leader’s place has ended",
        body=f"{by} has ended it. What was answered stays.\n\n{link}\n",
        why="you were one of the two",
    )


def someone_is_waiting(*, what: str, title: str, link: str) -> Words:
    """Somebody needs this person's answer, or their next words."""
    return Words(subject="Someone is waiting for you", body=f"{what}: {title}\n\n{link}\n")


def still_waiting(*, what: str, title: str, days: int, link: str) -> Words:
    """A question has waited for this person for a while."""
    return Words(
        subject=f"Still waiting for you: {counted(days, 'day')}",
        body=f"{what}: {title}\n\n{link}\n",
        why=f"it has waited for you for {counted(days, 'day')}",
    )


def talk_has_stalled(*, title: str, days: int, link: str, is_above: bool) -> Words:
    """Both sides, and the level above, hear that a talk goes nowhere."""
    place = "you lead the level above the two sides" if is_above else "you answer for one side"
    return Words(
        subject=f"{counted(days, 'day')} without agreement",
        body=f"Talked about for {counted(days, 'day')}: {title}\n\n"
        f"Meet, or change the words, or decide to go ahead and say why.\n\n{link}\n",
        why=f"the two sides have not agreed in that time and {place}",
    )


def promise_is_due(*, words: str, due_on: date, is_late: bool, link: str) -> Words:
    """Whoever answers for a promise hears that its day comes near, or has gone by."""
    when = f"was due on {in_words(due_on)}" if is_late else f"is due on {in_words(due_on)}"
    return Words(
        subject=f"A promise {when}",
        body=f"{words}\n\nIf it cannot be kept, offer another date or say why.\n\n{link}\n",
        why="you answer for the team that promised it",
    )


def your_week(
    *, waiting: Sequence[tuple[str, str]], heard: Sequence[tuple[str, str]], home: str
) -> Words:
    """The digest: what waits for a person, then what they should hear of; titles and links."""
    many = counted(len(waiting), "thing waits", "things wait")
    parts = []
    if waiting:
        parts.append("Waiting for you\n\n" + _list(waiting))
    if heard:
        parts.append("Good to know\n\n" + _list(heard))
    return Words(
        subject=f"Your week: {many} for you" if waiting else "Your week",
        body="\n".join(parts) + f"\nEverything for you: {home}\n",
        why="it is the day you chose for your digest, Monday unless you chose another",
    )


def _list(lines: Sequence[tuple[str, str]]) -> str:
    return "".join(f"- {title}\n  {link}\n" for title, link in lines)
