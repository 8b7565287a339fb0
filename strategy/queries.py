"""Reads about the strategy. The draft is for those who draft; what is in force is for everyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from people.models import BoardMembership, Person
from people.policy import Action, Standing
from strategy.figures import PriorityText, StrategyText, ValueText, content_hash
from strategy.models import (
    BoardDecision,
    PriorityWording,
    StrategyVersion,
    Value,
)


@dataclass(frozen=True, kw_only=True)
class PriorityLine:
    wording_id: int
    priority_id: int
    ref: str
    title: str
    statement: str
    sponsor: str
    sponsor_id: int | None
    edition: int


@dataclass(frozen=True, kw_only=True)
class ValueLine:
    value_id: int
    title: str
    behaviour: str
    edition: int


@dataclass(frozen=True, kw_only=True)
class DecisionLine:
    held_on: date
    meeting: str
    text: str
    votes_for: int
    votes_against: int
    abstentions: int
    is_carried: bool
    recorded_by: str
    recorded_at: datetime
    content_hash: str


@dataclass(frozen=True, kw_only=True)
class StrategyPage:
    """One version with its words, as a page shows it."""

    version_id: int
    number: int
    state: str
    state_words: str
    title: str
    starts_on: date | None
    ends_on: date | None
    vision: str
    note: str
    in_force_from: date | None
    edition: int
    values: list[ValueLine]
    priorities: list[PriorityLine]
    decisions: list[DecisionLine]

    @property
    def text(self) -> StrategyText:
        return StrategyText(
            title=self.title,
            starts_on=str(self.starts_on or ""),
            ends_on=str(self.ends_on or ""),
            vision=self.vision,
            values=[ValueText(title=v.title, behaviour=v.behaviour) for v in self.values],
            priorities=[
                PriorityText(ref=p.ref, title=p.title, statement=p.statement, sponsor=p.sponsor)
                for p in self.priorities
            ],
        )

    @property
    def content_hash(self) -> str:
        return content_hash(self.text)

    @property
    def missing(self) -> list[str]:
        """What the Board still needs before it can decide."""
        wants = []
        if not self.vision.strip():
            wants.append("Write the vision")
        if not self.priorities:
            wants.append("Write at least one priority")
        return wants


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    number: int
    state_words: str
    in_force_from: date | None
    note: str


def version_in_force() -> StrategyVersion | None:
    return StrategyVersion.objects.in_force().select_related("strategy").first()


def draft_visible_to(standing: Standing) -> StrategyVersion | None:
    if not standing.may(Action.SEE_STRATEGY_DRAFT):
        return None
    return StrategyVersion.objects.drafts().select_related("strategy").first()


def version_visible_to(standing: Standing, *, number: int) -> StrategyVersion | None:
    """A version by its number: those once in force for everyone, the draft for drafters."""
    version = StrategyVersion.objects.filter(number=number).select_related("strategy").first()
    is_draft = version is not None and version.state == StrategyVersion.State.DESIGN
    return None if is_draft and not standing.may(Action.SEE_STRATEGY_DRAFT) else version


def version_lines() -> list[VersionLine]:
    """The versions that have been in force, the newest first."""
    versions = StrategyVersion.objects.exclude(
        state__in=(StrategyVersion.State.DESIGN, StrategyVersion.State.WITHDRAWN)
    ).order_by("-number")
    return [
        VersionLine(
            number=v.number,
            state_words=v.get_state_display(),
            in_force_from=v.in_force_from,
            note=v.note,
        )
        for v in versions
    ]


def strategy_page(version: StrategyVersion) -> StrategyPage:
    """The version with all its words: four queries, whatever its length."""
    return StrategyPage(
        version_id=version.pk,
        number=version.number,
        state=version.state,
        state_words=version.get_state_display(),
        title=version.title,
        starts_on=version.starts_on,
        ends_on=version.ends_on,
        vision=version.vision,
        note=version.note,
        in_force_from=version.in_force_from,
        edition=version.edition,
        values=value_lines(version),
        priorities=priority_lines(version),
        decisions=decision_lines(version),
    )


def value_lines(version: StrategyVersion) -> list[ValueLine]:
    return [
        ValueLine(value_id=v.pk, title=v.title, behaviour=v.behaviour, edition=v.edition)
        for v in Value.objects.filter(version=version).order_by("position", "pk")
    ]


def priority_lines(version: StrategyVersion) -> list[PriorityLine]:
    wordings = (
        PriorityWording.objects.filter(version=version)
        .select_related("priority", "sponsor")
        .order_by("position", "pk")
    )
    return [
        PriorityLine(
            wording_id=w.pk,
            priority_id=w.priority_id,
            ref=w.priority.ref,
            title=w.title,
            statement=w.statement,
            sponsor=w.sponsor.name if w.sponsor else "",
            sponsor_id=w.sponsor_id,
            edition=w.edition,
        )
        for w in wordings
    ]


def decision_lines(version: StrategyVersion) -> list[DecisionLine]:
    decisions = (
        BoardDecision.objects.filter(version=version)
        .select_related("meeting", "recorded_by")
        .order_by("recorded_at")
    )
    return [
        DecisionLine(
            held_on=d.meeting.held_on,
            meeting=d.meeting.title,
            text=d.text,
            votes_for=d.votes_for,
            votes_against=d.votes_against,
            abstentions=d.abstentions,
            is_carried=d.is_carried,
            recorded_by=d.recorded_by.name,
            recorded_at=d.recorded_at,
            content_hash=d.content_hash,
        )
        for d in decisions
    ]


def possible_sponsors() -> list[tuple[int, str]]:
    """Members of the board, by name; a priority's sponsor is one of them."""
    seats = BoardMembership.objects.current().select_related("person").order_by("person__name")
    return [(seat.person_id, seat.person.name) for seat in seats]


def sponsor(person_id: int | None) -> Person | None:
    return Person.objects.filter(pk=person_id).first() if person_id else None


def voting_members() -> int:
    return BoardMembership.objects.current().filter(is_voting=True).count()


def wording_in_draft(*, wording_id: int) -> PriorityWording | None:
    return (
        PriorityWording.objects.filter(pk=wording_id, version__state=StrategyVersion.State.DESIGN)
        .select_related("priority", "version", "sponsor")
        .first()
    )


def value_in_draft(*, value_id: int) -> Value | None:
    return (
        Value.objects.filter(pk=value_id, version__state=StrategyVersion.State.DESIGN)
        .select_related("version")
        .first()
    )


@dataclass(frozen=True, kw_only=True)
class RemovedPriority:
    title: str
    statement: str
    sponsor_id: int | None
    position: int


@dataclass(frozen=True, kw_only=True)
class RemovedValue:
    title: str
    behaviour: str
    position: int


def last_removed_wording(draft: StrategyVersion, *, priority_id: int) -> RemovedPriority | None:
    """The words of a priority as they were when it was last taken out of this draft."""
    last = _removed("PriorityWordingEvent", draft).filter(priority_id=priority_id).first()
    return last and RemovedPriority(
        title=last.title,
        statement=last.statement,
        sponsor_id=last.sponsor_id,
        position=last.position,
    )


def removed_value(draft: StrategyVersion, *, value_id: int) -> RemovedValue | None:
    """A value as it was when it was taken out of this draft."""
    last = _removed("ValueEvent", draft).filter(pgh_obj_id=value_id).first()
    return last and RemovedValue(title=last.title, behaviour=last.behaviour, position=last.position)


def _removed(events: str, draft: StrategyVersion) -> Any:
    """What the record says was taken out of this draft, the newest first."""
    return (
        apps.get_model("strategy", events)
        ._default_manager.filter(
            organisation=draft.organisation, version=draft, pgh_label="removed"
        )
        .order_by("-pgh_id")
    )


def words_of_priorities(versions: QuerySet[StrategyVersion]) -> dict[int, tuple[str, str]]:
    """What each priority of these versions says: its title and its statement."""
    rows = PriorityWording.objects.filter(version__in=versions)
    return {row.priority_id: (row.title, row.statement) for row in rows}
