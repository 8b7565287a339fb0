"""Checking in: how objectives stand, said by who leads them, in one go or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from objectives.figures.check_ins import may_undo
from objectives.models import CheckIn, Measure, MeasuredValue, Objective
from objectives.queries.check_ins import batch_of, last_words, may_check_in
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from people.models import Person
from people.policy import Standing
from people.tenancy import organisation_in_force

TOO_LATE = "A check-in can be taken back for 10 minutes. Check in again to put it right"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said about one objective. Without a confidence nothing has changed since the last
    time; `number` is the version of the words that were read, `values` go by the position of
    their measure."""

    objective_id: int
    number: int
    confidence: int | None
    values: Mapping[int, Decimal] = field(default_factory=dict)
    helped: str = ""
    hindered: str = ""


@transaction.atomic
def check_in(
    *, said: Sequence[Said], by: Person, standing: Standing, now: datetime
) -> list[CheckIn]:
    """Keeps all that was said, or none of it. Two who check in at once both stand."""
    held = _held([one.objective_id for one in said])
    last = last_words(list(held))
    made = []
    for one in said:
        objective = held.get(one.objective_id)
        if objective is None or not may_check_in(standing, objective):
            raise NotTheirs
        if objective.current is None or objective.current.number != one.number:
            raise WordsChanged
        before = last.get(one.objective_id)
        confidence = one.confidence or (before.confidence if before else None)
        if confidence is None:
            raise Refused("Say how confident you are: nobody has said it before")
        made.append(_write(one, confidence=confidence, by=by, now=now))
        _keep_values(made[-1], version_id=objective.current.pk, values=one.values)
    return made


def _held(objective_ids: Sequence[int]) -> dict[int, Objective]:
    """Held against new words while they are written: the rows first, what they say after."""
    rows = Objective.objects.filter(pk__in=objective_ids)
    list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    return {row.pk: row for row in rows.select_related("current", "cycle")}


def _write(said: Said, *, confidence: int, by: Person, now: datetime) -> CheckIn:
    return CheckIn.objects.create(
        organisation=organisation_in_force(),
        objective_id=said.objective_id,
        person=by,
        confidence=confidence,
        is_no_change=said.confidence is None,
        helped=said.helped,
        hindered=said.hindered,
        checked_in_at=now,
    )


def _keep_values(row: CheckIn, *, version_id: int, values: Mapping[int, Decimal]) -> None:
    measures = Measure.objects.filter(version_id=version_id, position__in=values)
    found = {one.position: one for one in measures} if values else {}
    if found.keys() != values.keys():
        raise WordsChanged
    for position, measure in found.items():
        MeasuredValue.objects.create(
            organisation=organisation_in_force(),
            check_in=row,
            measure=measure,
            value=values[position],
        )


@transaction.atomic
def undo_check_in(*, check_in: CheckIn, by: Person, now: datetime) -> int:
    """Takes back all that was said in the same go, for 10 minutes; again changes nothing."""
    if check_in.person_id != by.pk:
        raise NotTheirs
    if not may_undo(said_at=check_in.checked_in_at, now=now):
        raise Refused(TOO_LATE)
    rows = list(batch_of(check_in).select_for_update(of=("self",), no_key=True))
    for row in rows:
        row.undone_at = now
        row.save(update_fields=["undone_at", "updated_at"])
    return len(rows)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why confidence fell, and who could help."""

    check_in_id: int
    hindered: str
    who_can_help: str


@transaction.atomic
def say_why(*, check_in: CheckIn, reasons: Sequence[Reason], by: Person) -> None:
    """Adds to one's own check-ins of one go what got in the way and who can help."""
    if check_in.person_id != by.pk:
        raise NotTheirs
    rows = batch_of(check_in).select_for_update(of=("self",), no_key=True)
    known = {row.pk: row for row in rows}
    for reason in reasons:
        row = known.get(reason.check_in_id)
        if row is None:
            raise Refused("This check-in was taken back, so there is nothing to add to it")
        row.hindered, row.who_can_help = reason.hindered, reason.who_can_help
        row.save(update_fields=["hindered", "who_can_help", "updated_at"])
