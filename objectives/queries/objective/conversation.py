"""What was said about an objective, in the order it was said: words, answers and messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from objectives.figures.redline import Piece, redline
from objectives.models import GoingAhead, Message, ObjectiveVersion
from objectives.queries.objective.history import AnswerLine, facts


@dataclass(frozen=True, kw_only=True)
class Reworded:
    """What became of one part of the words."""

    label: str
    pieces: list[Piece]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One turn of the conversation. `kind`: proposed, reworded, answered, message or ahead."""

    kind: str
    at: datetime
    person: str
    is_mine: bool
    number: int
    words: str = ""
    answer: AnswerLine | None = None
    changes: tuple[Reworded, ...] = ()
    is_material: bool = True


def conversation(
    objective_id: int,
    versions: Sequence[ObjectiveVersion],
    answers: Sequence[AnswerLine],
    *,
    me: int,
) -> list[Said]:
    """Oldest first: two queries beside the versions and answers already read."""
    turns = [
        *_wordings(versions, me=me),
        *[_answer(answer, me=me) for answer in answers],
        *_messages(objective_id, me=me),
        *_goings_ahead(objective_id, me=me),
    ]
    order = {"proposed": 0, "reworded": 0, "message": 1}
    return sorted(turns, key=lambda turn: (turn.at, order.get(turn.kind, 2)))


def _wordings(versions: Sequence[ObjectiveVersion], *, me: int) -> list[Said]:
    befores: list[ObjectiveVersion | None] = [None, *versions]
    return [
        Said(
            kind="reworded" if before else "proposed",
            at=version.written_at,
            person=version.written_by.name if version.written_by else "",
            is_mine=version.written_by_id == me,
            number=version.number,
            words=version.title,
            changes=reworded(before, version) if before else (),
            is_material=version.is_material,
        )
        for before, version in zip(befores, versions, strict=False)
    ]


def reworded(before: ObjectiveVersion, after: ObjectiveVersion) -> tuple[Reworded, ...]:
    """Each part that changed, as a redline."""
    olds, news = facts(before), facts(after)
    return tuple(
        Reworded(label=label, pieces=redline(olds[label], news[label]))
        for label in olds
        if olds[label] != news[label]
    )


def _answer(answer: AnswerLine, *, me: int) -> Said:
    return Said(
        kind="answered",
        at=answer.at,
        person=answer.person,
        is_mine=answer.person_id == me,
        number=answer.number,
        words=answer.note,
        answer=answer,
    )


def _messages(objective_id: int, *, me: int) -> list[Said]:
    messages = Message.objects.filter(objective_id=objective_id)
    return [
        Said(
            kind="message",
            at=message.sent_at,
            person=message.person.name,
            is_mine=message.person_id == me,
            number=message.version.number,
            words=message.words,
        )
        for message in messages.select_related("person", "version").order_by("sent_at", "pk")
    ]


def _goings_ahead(objective_id: int, *, me: int) -> list[Said]:
    found = GoingAhead.objects.filter(version__objective_id=objective_id)
    return [
        Said(
            kind="ahead",
            at=one.decided_at,
            person=one.person.name,
            is_mine=one.person_id == me,
            number=one.version.number,
            words=one.reason,
        )
        for one in found.select_related("person", "version")
    ]
