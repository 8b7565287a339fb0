from datetime import datetime

from objectives.queries.waiting.adopted import adopted_lines
from objectives.queries.waiting.between_teams import dependency_lines
from objectives.queries.waiting.check_ins import check_in_lines
from objectives.queries.waiting.closing import closing_lines
from objectives.queries.waiting.conflicts import conflict_lines
from objectives.queries.waiting.networks import network_lines
from objectives.queries.waiting.others import (
    alone_lines,
    asked_lines,
    draft_lines,
    link_lines,
    withdrawal_lines,
)
from objectives.queries.waiting.promised import consent_lines, message_lines, promise_lines
from objectives.queries.waiting.reader import Reader, Waiting, reader_of
from objectives.queries.waiting.talks import next_step, talks_with
from objectives.queries.waiting.worries import worry_lines

__all__ = ["Reader", "Waiting", "all_waiting", "reader_of", "waiting_for"]


def all_waiting(*, reader: Reader, now: datetime) -> list[Waiting]:
    """What others wait for, and the check-ins that are due, oldest first."""
    found = [
        *waiting_for(reader),
        *check_in_lines(reader.standing, now=now),
        *closing_lines(reader, now=now),
        *adopted_lines(reader),
        *worry_lines(reader, now=now),
    ]
    return sorted(found, key=lambda one: (one.since, one.title))


def waiting_for(reader: Reader) -> list[Waiting]:
    """What waits for one person, oldest first: a fixed number of queries, whatever waits."""
    talks = talks_with(reader)
    unanswered = {talk.objective_id for talk in talks if talk.waits_for_parent}
    found = [
        *[step for talk in talks if (step := next_step(talk, reader)) is not None],
        *link_lines(reader, answered_with_words=unanswered),
        *draft_lines(reader),
        *asked_lines(reader),
        *alone_lines(reader),
        *withdrawal_lines(reader),
        *promise_lines(reader),
        *dependency_lines(reader),
        *network_lines(reader),
        *conflict_lines(reader),
        *consent_lines(reader),
        *message_lines(talks, reader),
    ]
    return sorted(found, key=lambda one: (one.since, one.title))
