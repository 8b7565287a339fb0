"""Deciding: what the Board resolved on exact words, and putting them in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from people.errands import reports_are_due
from people.models import Person
from strategy import queries
from strategy.figures import is_carried
from strategy.models import BoardDecision, BoardMeeting, StrategyVersion
from strategy.services.common import StrategyRefused, lock_draft
from strategy.taking_effect import tell_reworded
from ui.wording import counted


@dataclass(frozen=True, kw_only=True)
class Vote:
    """How the voting members voted."""

    votes_for: int
    votes_against: int
    abstentions: int


@transaction.atomic
def record_decision(
    *,
    draft: StrategyVersion,
    words_hash: str,
    held_on: date,
    text: str,
    vote: Vote,
    recorded_by: Person,
    now: datetime,
) -> BoardDecision:
    """Keeps what the Board decided on exactly these words; carried, they are in force from then.

    Refused when the words have changed since they were read, when nothing is there to decide,
    when more votes were counted than there are voting members, or for a day yet to come.
    """
    version = lock_draft(draft=draft)
    page = queries.strategy_page(version)
    _check_words(page, words_hash)
    _check_votes(vote)
    if held_on > now.date():
        raise StrategyRefused("Enter the date of a meeting that has been held")
    meeting, _ = BoardMeeting.objects.get_or_create(
        organisation=version.organisation, held_on=held_on, title="Board meeting"
    )
    carried = is_carried(votes_for=vote.votes_for, votes_against=vote.votes_against)
    decision = BoardDecision.objects.create(
        organisation=version.organisation,
        meeting=meeting,
        version=version,
        text=text,
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstentions=vote.abstentions,
        is_carried=carried,
        content_hash=page.content_hash,
        recorded_by=recorded_by,
        recorded_at=now,
    )
    if carried:
        put_in_force(version=version, words_hash=page.content_hash, on=held_on, now=now)
    return decision


def _check_words(page: queries.StrategyPage, words_hash: str) -> None:
    if page.missing:
        raise StrategyRefused(f"The Board cannot decide yet. {page.missing[0]} first")
    if page.content_hash != words_hash:
        raise StrategyRefused(
            "The words changed after you opened this page. Read them again, then record"
        )


def _check_votes(vote: Vote) -> None:
    cast = vote.votes_for + vote.votes_against + vote.abstentions
    members = queries.voting_members()
    if cast == 0:
        raise StrategyRefused("Enter how the voting members voted")
    if members and cast > members:
        raise StrategyRefused(
            f"The Board has {counted(members, 'voting member')}, but {cast} votes were entered"
        )


@transaction.atomic
def put_in_force(
    *, version: StrategyVersion, words_hash: str, on: date, now: datetime, note: str = ""
) -> None:
    """Makes a version the one in force and the earlier one superseded; there is only ever one.
    Whoever built on a priority is told when it says something else from now on."""
    before = queries.words_of_priorities(StrategyVersion.objects.in_force())
    StrategyVersion.objects.in_force().update(state=StrategyVersion.State.SUPERSEDED)
    version.state = StrategyVersion.State.IN_DELIVERY
    version.in_force_from = on
    version.content_hash = words_hash
    version.note = note
    version.edition += 1
    version.save()
    after = queries.words_of_priorities(StrategyVersion.objects.in_force())
    changed = [pk for pk, words in after.items() if pk in before and before[pk] != words]
    tell_reworded(changed, now)
    reports_are_due(now=now)


@transaction.atomic
def withdraw(*, version: StrategyVersion, now: datetime) -> None:
    """Takes a version out of force without a successor."""
    StrategyVersion.objects.in_force().filter(pk=version.pk).update(
        state=StrategyVersion.State.WITHDRAWN
    )
    reports_are_due(now=now)
