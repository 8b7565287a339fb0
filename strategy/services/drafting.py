"""Writing the draft: its vision, values and priorities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from people.models import Person
from people.tenancy import organisation_in_force
from strategy import queries
from strategy.models import Priority, PriorityWording, Strategy, StrategyVersion, Value
from strategy.services.common import StaleDraft, StrategyRefused, lock_draft


@transaction.atomic
def start_draft(*, title: str) -> StrategyVersion:
    """A draft to work on: a copy of what is in force, or the first draft there is."""
    if StrategyVersion.objects.drafts().exists():
        raise StrategyRefused("There is a draft already. Open it and go on from there")
    try:
        with transaction.atomic():
            return copy_of(
                version=queries.version_in_force(), title=title, state=StrategyVersion.State.DESIGN
            )
    except IntegrityError as error:
        raise StrategyRefused("Somebody started a draft just now. Open it and go on") from error


@transaction.atomic
def copy_of(*, version: StrategyVersion | None, title: str, state: str) -> StrategyVersion:
    """A new version with the words of another, or, without one, the first of a new strategy."""
    strategy = (
        version.strategy
        if version
        else Strategy.objects.create(organisation=organisation_in_force())
    )
    newest = StrategyVersion.objects.aggregate(newest=Max("number"))["newest"] or 0
    copy = StrategyVersion.objects.create(
        organisation=organisation_in_force(),
        strategy=strategy,
        number=newest + 1,
        title=title,
        state=state,
    )
    if version:
        _copy_parts(version, copy)
    return copy


def _copy_parts(source: StrategyVersion, draft: StrategyVersion) -> None:
    draft.title, draft.vision = source.title, source.vision
    draft.starts_on, draft.ends_on = source.starts_on, source.ends_on
    draft.save()
    for part in [*source.wordings.order_by("position"), *source.values.order_by("position")]:
        part.pk = None
        part.version = draft
        part.edition = 1
        part.save(force_insert=True)


@transaction.atomic
def word_strategy(
    *,
    draft: StrategyVersion,
    edition: int,
    title: str,
    starts_on: date | None,
    ends_on: date | None,
    vision: str,
) -> None:
    """The draft's title, years and vision; raises StaleDraft when somebody saved them first."""
    changed = StrategyVersion.objects.drafts().filter(pk=draft.pk, edition=edition)
    if not changed.update(
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        vision=vision,
        edition=F("edition") + 1,
    ):
        raise StaleDraft


@dataclass(frozen=True, kw_only=True)
class PriorityWords:
    title: str
    statement: str
    sponsor: Person | None


@transaction.atomic
def add_priority(*, draft: StrategyVersion, words: PriorityWords) -> PriorityWording:
    """A new priority at the end of the draft's list, with a reference of its own."""
    lock_draft(draft=draft)
    taken = set(Priority.objects.filter(strategy=draft.strategy).values_list("ref", flat=True))
    ref = next(f"P{n}" for n in range(1, len(taken) + 2) if f"P{n}" not in taken)
    priority = Priority.objects.create(
        organisation=draft.organisation, strategy=draft.strategy, ref=ref
    )
    last = PriorityWording.objects.filter(version=draft).aggregate(last=Max("position"))["last"]
    return PriorityWording.objects.create(
        organisation=draft.organisation,
        version=draft,
        priority=priority,
        position=(last or 0) + 1,
        title=words.title,
        statement=words.statement,
        sponsor=words.sponsor,
    )


@transaction.atomic
def word_priority(*, wording: PriorityWording, edition: int, words: PriorityWords) -> None:
    """New words for a priority of the draft; raises StaleDraft when somebody saved them first."""
    lock_draft(draft=wording.version)
    changed = PriorityWording.objects.filter(pk=wording.pk, edition=edition).update(
        title=words.title,
        statement=words.statement,
        sponsor=words.sponsor,
        edition=F("edition") + 1,
    )
    if not changed:
        raise StaleDraft


@transaction.atomic
def move_priority(*, wording: PriorityWording, up: bool) -> None:
    """One place up or down in the draft's list; at its end it stays where it is."""
    lock_draft(draft=wording.version)
    row = list(PriorityWording.objects.filter(version=wording.version).order_by("position", "pk"))
    here = row.index(wording)
    there = here - 1 if up else here + 1
    if 0 <= there < len(row):
        row[here], row[there] = row[there], row[here]
    for position, each in enumerate(row, start=1):
        PriorityWording.objects.filter(pk=each.pk).update(position=position)


@transaction.atomic
def remove_priority(*, wording: PriorityWording) -> None:
    """Takes a priority out of the draft; its words stay in the record of changes."""
    lock_draft(draft=wording.version)
    wording.delete()


@transaction.atomic
def put_back_priority(*, draft: StrategyVersion, priority_id: int) -> None:
    """Undoes `remove_priority`: the words last taken out stand in the draft again."""
    lock_draft(draft=draft)
    removed = queries.last_removed_wording(draft, priority_id=priority_id)
    if (
        removed is None
        or PriorityWording.objects.filter(version=draft, priority_id=priority_id).exists()
    ):
        raise StrategyRefused("There is nothing to put back")
    PriorityWording.objects.create(
        organisation=draft.organisation,
        version=draft,
        priority_id=priority_id,
        title=removed.title,
        statement=removed.statement,
        sponsor_id=removed.sponsor_id,
        position=removed.position,
    )


@transaction.atomic
def add_value(*, draft: StrategyVersion, title: str, behaviour: str) -> Value:
    """A value, with what people would see when it is lived."""
    lock_draft(draft=draft)
    last = Value.objects.filter(version=draft).aggregate(last=Max("position"))["last"]
    return Value.objects.create(
        organisation=draft.organisation,
        version=draft,
        title=title,
        behaviour=behaviour,
        position=(last or 0) + 1,
    )


@transaction.atomic
def word_value(*, value: Value, edition: int, title: str, behaviour: str) -> None:
    """New words for a value of the draft; raises StaleDraft when somebody saved them first."""
    lock_draft(draft=value.version)
    changed = Value.objects.filter(pk=value.pk, edition=edition).update(
        title=title, behaviour=behaviour, edition=F("edition") + 1
    )
    if not changed:
        raise StaleDraft


@transaction.atomic
def remove_value(*, value: Value) -> None:
    """Takes a value out of the draft."""
    lock_draft(draft=value.version)
    value.delete()


@transaction.atomic
def put_back_value(*, draft: StrategyVersion, value_id: int) -> None:
    """Undoes `remove_value`: the value last taken out stands in the draft again."""
    lock_draft(draft=draft)
    removed = queries.removed_value(draft, value_id=value_id)
    if removed is None:
        raise StrategyRefused("There is nothing to put back")
    Value.objects.create(
        organisation=draft.organisation,
        version=draft,
        title=removed.title,
        behaviour=removed.behaviour,
        position=removed.position,
    )
