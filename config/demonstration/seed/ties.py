"""A link's answers in order, told from its history and from the wordings of both its ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from config.demonstration.records import Link, Objective
from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.wordings import Wording

FINISHED = frozenset({"declined", "ended"})


@dataclass(frozen=True)
class Tie:
    """A link with whoever proposed it and when it was answered, the last answer last."""

    link: Link
    proposed_by: str
    proposed_at: datetime
    answered_by: str
    answered_at: tuple[datetime, ...]
    stale_since: datetime | None
    reason: str

    def state_on(self, day: date) -> str | None:
        return self.link.state_on(day)

    def answered_by_then(self, until: datetime) -> datetime | None:
        return max((at for at in self.answered_at if at <= until), default=None)


def tell_tie(
    link: Link,
    *,
    child: Objective,
    parent: Objective | None,
    answerer: str,
    wordings: Sequence[Wording],
    moments: Moments,
) -> Tie:
    """An accepted link is looked at again, and accepted, whenever either end is reworded."""
    reached = {moment.state: moment.on for moment in link.history}
    name = f"{link.child_ref} {link.parent_ref}"
    answers: list[datetime] = []
    if "accepted" in reached:
        answers.append(moments.at(reached["accepted"], Hour.ANSWERED, of=name))
        lasts_until = link.history[-1].on if link.state != "accepted" else None
        answers += _again(answers[0], wordings, until=lasts_until, name=name, moments=moments)
    if link.state in FINISHED:
        answers.append(moments.at(reached[link.state], Hour.ENDED, of=name))
    stale = link.stale_since
    return Tie(
        link=link,
        proposed_by=child.written_by,
        proposed_at=moments.at(link.history[0].on, Hour.PROPOSED, of=name),
        answered_by=answerer,
        answered_at=tuple(answers),
        stale_since=moments.at(stale, Hour.PARENT_AGREED, of=link.parent_ref) if stale else None,
        reason=_reason(link, child, parent) if link.state in FINISHED else "",
    )


def _again(
    accepted_at: datetime,
    wordings: Iterable[Wording],
    *,
    until: date | None,
    name: str,
    moments: Moments,
) -> list[datetime]:
    """The moments after an agreed rewording, as long as the link stood."""
    days = {
        wording.written_at.date()
        for wording in wordings
        if wording.agreed_at is not None and wording.written_at > accepted_at
    }
    standing = (day for day in sorted(days) if until is None or day < until)
    return [moments.at(day, Hour.LOOKED_AT_AGAIN, of=name) for day in standing]


def _reason(link: Link, child: Objective, parent: Objective | None) -> str:
    """A link that ended because one of its ends was withdrawn says so."""
    for end in filter(None, (child, parent)):
        if end.state == "withdrawn" and end.history[-1].on == link.history[-1].on:
            return f"Withdrawn: {end.closing_note}"
    return link.reason


def primary_of(ties: Iterable[Tie], day: date) -> Tie | None:
    """The tie that is first on that day: the one marked, or else an accepted one before others."""
    standing = [tie for tie in ties if tie.state_on(day) not in FINISHED | {None}]
    order = {True: 0, False: 1}
    return min(
        standing,
        key=lambda tie: (order[tie.link.is_primary], order[tie.state_on(day) == "accepted"]),
        default=None,
    )
