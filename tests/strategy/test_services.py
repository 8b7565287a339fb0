from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import DatabaseError, transaction

from people.models import BoardMembership, Errand, Organisation, Person
from people.tenancy import acting_in
from strategy import queries, services
from strategy.models import PriorityWording, StrategyVersion, Value
from strategy.services import PriorityWords, StrategyRefused, Vote
from tests.factories import BoardMembershipFactory, PersonFactory
from tests.parallel import at_once

MOST = Vote(votes_for=9, votes_against=1, abstentions=1)
WORDS = PriorityWords(title="Safe, kind care every time", statement="", sponsor=None)


@pytest.fixture
def draft(inside: Organisation) -> StrategyVersion:
    """A draft that the Board could decide on."""
    draft = services.start_draft(title="Leading together")
    services.word_strategy(
        draft=draft,
        edition=1,
        title="Leading together",
        starts_on=date(2026, 4, 1),
        ends_on=date(2031, 3, 31),
        vision="Care that people would choose for those they love",
    )
    services.add_priority(draft=draft, words=WORDS)
    services.add_value(draft=draft, title="Kindness", behaviour="We ask before we assume")
    return StrategyVersion.objects.select_related("strategy").get(pk=draft.pk)


def decide(
    draft: StrategyVersion,
    now: datetime,
    *,
    vote: Vote = MOST,
    words_hash: str | None = None,
) -> None:
    services.record_decision(
        draft=draft,
        words_hash=words_hash or queries.strategy_page(draft).content_hash,
        held_on=date(2026, 10, 29),
        text="The Board approved the strategy",
        vote=vote,
        recorded_by=Person.objects.first() or PersonFactory.create(),
        now=now,
    )


def test_a_carried_decision_puts_the_draft_in_force(draft: StrategyVersion, noon: datetime) -> None:
    decide(draft, noon)

    version = queries.version_in_force()
    assert version is not None
    assert version.in_force_from == date(2026, 10, 29)
    assert version.content_hash == queries.strategy_page(version).content_hash
    assert Errand.objects.get().task == "reports.tasks.compute_after_changes"


@pytest.mark.parametrize(
    ("votes_for", "votes_against", "abstentions", "is_in_force"),
    [
        (6, 5, 0, True),
        (5, 5, 1, False),  # a tie is not carried
        (1, 0, 10, True),  # abstentions are not votes cast
        (0, 0, 11, False),
        (5, 6, 0, False),
    ],
)
def test_more_for_than_against_carries(
    draft: StrategyVersion,
    noon: datetime,
    votes_for: int,
    votes_against: int,
    abstentions: int,
    is_in_force: bool,
) -> None:
    vote = Vote(votes_for=votes_for, votes_against=votes_against, abstentions=abstentions)

    decide(draft, noon, vote=vote)

    assert (queries.version_in_force() is not None) is is_in_force
    assert len(queries.decision_lines(draft)) == 1


def test_words_changed_since_they_were_read_are_not_decided(
    draft: StrategyVersion, noon: datetime
) -> None:
    read = queries.strategy_page(draft).content_hash
    services.add_value(draft=draft, title="Courage", behaviour="")

    with pytest.raises(StrategyRefused, match="The words changed after you opened this page"):
        decide(draft, noon, words_hash=read)


def test_no_more_votes_than_voting_members(draft: StrategyVersion, noon: datetime) -> None:
    BoardMembershipFactory.create()
    BoardMembershipFactory.create(is_voting=False, seat=BoardMembership.Seat.NON_VOTING)

    with pytest.raises(StrategyRefused, match="has 1 voting member, but 11 votes"):
        decide(draft, noon)


def test_a_draft_with_nothing_to_decide_is_not_decided(
    inside: Organisation, noon: datetime
) -> None:
    draft = services.start_draft(title="Leading together")

    with pytest.raises(StrategyRefused, match="Write the vision first"):
        decide(draft, noon)


def test_the_next_version_begins_with_the_words_in_force_and_then_replaces_them(
    draft: StrategyVersion, noon: datetime
) -> None:
    decide(draft, noon)
    second = services.start_draft(title="ignored")
    assert queries.strategy_page(second).text == queries.strategy_page(draft).text

    services.word_priority(
        wording=PriorityWording.objects.get(version=second),
        edition=1,
        words=PriorityWords(title="Safer care", statement="", sponsor=None),
    )
    decide(StrategyVersion.objects.get(pk=second.pk), noon)

    in_force = StrategyVersion.objects.in_force().get()
    assert in_force.number == 2
    draft.refresh_from_db()
    assert draft.state == StrategyVersion.State.SUPERSEDED
    first, now = (queries.priority_lines(version)[0] for version in (draft, in_force))
    assert first.priority_id == now.priority_id
    assert (first.title, now.title) == ("Safe, kind care every time", "Safer care")


@pytest.mark.parametrize(
    "change",
    [
        lambda v: StrategyVersion.objects.filter(pk=v.pk).update(vision="Other words"),
        lambda v: StrategyVersion.objects.filter(pk=v.pk).update(state="design"),
        lambda v: PriorityWording.objects.filter(version=v).update(title="Other words"),
        lambda v: PriorityWording.objects.filter(version=v).delete(),
        lambda v: Value.objects.create(organisation=v.organisation, version=v, title="New"),
        lambda v: Value.objects.filter(version=v).update(behaviour="Other words"),
    ],
)
def test_the_database_refuses_to_change_what_is_in_force(
    draft: StrategyVersion, noon: datetime, change: Callable[[StrategyVersion], object]
) -> None:
    decide(draft, noon)

    with pytest.raises(DatabaseError, match="a strategy in force does not change"):
        with transaction.atomic():
            change(draft)


def test_services_refuse_to_change_what_is_in_force(draft: StrategyVersion, noon: datetime) -> None:
    decide(draft, noon)

    with pytest.raises(StrategyRefused, match="no longer a draft"):
        services.add_value(draft=draft, title="Courage", behaviour="")


def test_a_stale_edit_is_not_saved(draft: StrategyVersion) -> None:
    wording = PriorityWording.objects.get()
    services.word_priority(wording=wording, edition=1, words=WORDS)

    with pytest.raises(services.StaleDraft):
        services.word_priority(
            wording=wording,
            edition=1,
            words=PriorityWords(title="Late", statement="", sponsor=None),
        )

    wording.refresh_from_db()
    assert wording.title == "Safe, kind care every time"


def test_priorities_move_and_what_was_taken_out_can_be_put_back(draft: StrategyVersion) -> None:
    second = services.add_priority(
        draft=draft, words=PriorityWords(title="Fair outcomes", statement="For all", sponsor=None)
    )
    services.move_priority(wording=second, up=True)
    assert [p.title for p in queries.priority_lines(draft)] == [
        "Fair outcomes",
        "Safe, kind care every time",
    ]

    services.remove_priority(wording=PriorityWording.objects.get(pk=second.pk))
    services.put_back_priority(draft=draft, priority_id=second.priority_id)

    assert [p.title for p in queries.priority_lines(draft)] == [
        "Fair outcomes",
        "Safe, kind care every time",
    ]
    with pytest.raises(StrategyRefused, match="nothing to put back"):
        services.put_back_priority(draft=draft, priority_id=second.priority_id)


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_the_same_moment_make_one(
    organisation: Organisation, noon: datetime
) -> None:
    with acting_in(organisation):
        draft = services.start_draft(title="Leading together")
        StrategyVersion.objects.update(vision="Kind care")
        services.add_priority(draft=draft, words=WORDS)
        PersonFactory.create()

    def record() -> str:
        with acting_in(organisation):
            version = StrategyVersion.objects.select_related("strategy").get()
            try:
                decide(version, noon)
            except StrategyRefused:
                return "refused"
            return "recorded"

    outcomes = at_once(record, record)

    assert sorted(outcomes) == ["recorded", "refused"]
