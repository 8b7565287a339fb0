"""Drafts the fictional board's strategy and has it put in force, by the services everybody uses."""

from __future__ import annotations

from config.demonstration.records import Demonstration, Strategy
from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.organisation import Known
from config.demonstration.seed.rows import add
from objectives.models import Cycle, ExpectedContribution
from strategy import queries, services
from strategy.models import Priority, StrategyVersion


def put_strategy_in_force(
    trust: Demonstration, *, known: Known, moments: Moments
) -> dict[str, Priority]:
    """The priorities, by reference, of a strategy that the board decided on."""
    draft = _draft(trust.strategy, known)
    decision = trust.strategy.decision
    services.record_decision(
        draft=draft,
        words_hash=queries.strategy_page(draft).content_hash,
        held_on=decision.meeting_on,
        text=decision.text,
        vote=services.Vote(
            votes_for=decision.votes_for,
            votes_against=decision.votes_against,
            abstentions=decision.abstentions,
        ),
        recorded_by=known.people[decision.recorded_by],
        now=moments.at(decision.meeting_on, Hour.ENDED),
    )
    return {priority.ref: priority for priority in Priority.objects.all()}


def _draft(strategy: Strategy, known: Known) -> StrategyVersion:
    draft = services.start_draft(title=strategy.title)
    services.word_strategy(
        draft=draft,
        edition=draft.edition,
        title=strategy.title,
        starts_on=strategy.starts_on,
        ends_on=strategy.ends_on,
        vision=strategy.vision,
    )
    for priority in strategy.priorities:
        words = services.PriorityWords(
            title=priority.title,
            statement=priority.statement,
            sponsor=known.people[priority.sponsor_staff_id],
        )
        services.add_priority(draft=draft, words=words)
    for value in strategy.values:
        services.add_value(draft=draft, title=value.title, behaviour=" ".join(value.behaviours))
    draft.refresh_from_db()
    return draft


def open_the_year(trust: Demonstration, *, known: Known, priorities: dict[str, Priority]) -> Cycle:
    """The cycle, and what the board asked of whom in it."""
    cycle = Cycle.objects.create(
        organisation=known.organisation,
        name=trust.cycle.name,
        starts_on=trust.cycle.starts_on,
        ends_on=trust.cycle.ends_on,
        state=trust.cycle.state,
    )
    rows = [
        ExpectedContribution(
            organisation=known.organisation,
            priority=priorities[row.priority_ref],
            unit=known.units[row.unit_code],
            expectation=row.expectation,
        )
        for row in trust.expectations
    ]
    add(ExpectedContribution, rows)
    return cycle
