"""Lays down the fictional trust's objectives and links day by day, as they came about."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime

from config.demonstration import records
from config.demonstration.seed.facts import LINK_FACTS, OBJECTIVE_FACTS, Desk
from config.demonstration.seed.moments import Hour
from config.demonstration.seed.rows import add
from config.demonstration.seed.standing import Standing
from config.demonstration.seed.story import Story
from config.demonstration.seed.ties import Tie
from objectives.models import (
    Agreement,
    ContributionLink,
    Measure,
    Objective,
    ObjectiveVersion,
    Withdrawal,
)


class Work:
    """Everything about objectives and links, brought from one day to a later one."""

    def __init__(self, trust: records.Demonstration, story: Story, desk: Desk) -> None:
        self.trust, self.story, self.desk = trust, story, desk
        self.until = datetime.min.replace(tzinfo=UTC)
        self.objectives = Standing(Objective, OBJECTIVE_FACTS)
        self.links = Standing(ContributionLink, LINK_FACTS, leaving=_is_not_primary)
        self.ties_of: dict[str, list[Tie]] = defaultdict(list)
        for tie in story.ties:
            self.ties_of[tie.link.child_ref].append(tie)

    def bring_to(self, day: date, until: datetime) -> None:
        """The work as it stands at that moment of the day."""
        since, self.until = self.until, until
        begun = [one for one in self.trust.objectives if one.state_on(day) is not None]
        self.objectives.bring_to(
            {
                one.ref: self.desk.objective(
                    one, self.story.wordings[one.ref], day=day, until=until
                )
                for one in begun
            }
        )
        self._word(begun, since)
        self._withdraw(begun, since)
        self.links.bring_to(
            {
                (tie.link.child_ref, tie.link.parent_ref): self.desk.link(
                    tie, self.ties_of[tie.link.child_ref], day=day, until=until
                )
                for tie in self.story.ties
                if tie.state_on(day) is not None
            }
        )

    def _word(self, begun: list[records.Objective], since: datetime) -> None:
        """Versions written since, their measures, and all that was said since."""
        told = [(one, wording) for one in begun for wording in self.story.wordings[one.ref]]
        fresh = [(one, each) for one, each in told if since < each.written_at <= self.until]
        add(ObjectiveVersion, [ObjectiveVersion(**self.desk.version(*pair)) for pair in fresh])
        add(Measure, [Measure(**row) for pair in fresh for row in self.desk.measures(*pair)])
        said = [
            Agreement(**self.desk.agreement(one, wording, answer))
            for one, wording in told
            for answer in wording.said
            if since < answer.at <= self.until
        ]
        add(Agreement, sorted(said, key=lambda row: row.made_at))

    def _withdraw(self, begun: list[records.Objective], since: datetime) -> None:
        """The owner's side asked first; where there was an agreement the other side joined in."""
        for one in begun:
            if one.state != "withdrawn":
                continue
            asked_at = self.desk.moments.at(one.history[-1].on, Hour.PROPOSED, of=one.ref)
            if since < asked_at <= self.until:
                Withdrawal.objects.create(**self.desk.withdrawal(one, asked_at=asked_at))


def _is_not_primary(link: ContributionLink) -> bool:
    return not link.is_primary
