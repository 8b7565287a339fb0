"""An objective's words as they are handed to services, and what changed between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from objectives.models import Measure, Objective, ObjectiveVersion
from people.models import Person
from people.tenancy import organisation_in_force


@dataclass(frozen=True, kw_only=True)
class Measured:
    """How it is seen that an objective is reached."""

    name: str
    unit_name: str = ""
    direction: str = Measure.Direction.UP
    baseline: Decimal | None = None
    target: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a person writes. All but `why`, `behaviours`, `domain`, `complexity`, the reason for
    having no measure and the type of goal is material; "" leaves the type as it is."""

    title: str
    why: str = ""
    behaviours: str = ""
    scope: str = ObjectiveVersion.Scope.OWN_AREA
    domain: str = ObjectiveVersion.Domain.OTHER
    target_date: date | None = None
    answerable: Person | None = None
    measure: Measured | None = None
    goal_type: str = ""
    complexity: int | None = None
    will_know: str = ""
    no_measure_reason: str = ""


MATERIAL = ("title", "scope", "target_date", "answerable_id", "will_know")
COSMETIC = ("why", "behaviours", "domain", "complexity", "no_measure_reason")


def write_version(
    *,
    objective: Objective,
    words: Words,
    by: Person | None,
    now: datetime,
    is_material: bool = True,
) -> ObjectiveVersion:
    """The next version, with its measures, becomes the objective's newest."""
    before = objective.current
    version = ObjectiveVersion.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        number=before.number + 1 if before else 1,
        is_material=is_material,
        written_by=by,
        written_at=now,
        title=words.title,
        why=words.why,
        behaviours=words.behaviours,
        scope=words.scope,
        domain=words.domain,
        target_date=words.target_date,
        answerable=words.answerable,
        complexity=words.complexity,
        will_know=words.will_know,
        no_measure_reason=words.no_measure_reason,
    )
    _write_measures(version, before=before, first=words.measure)
    objective.current = version
    objective.goal_type = words.goal_type or objective.goal_type
    objective.save(update_fields=["current", "goal_type", "updated_at"])
    return version


def _write_measures(
    version: ObjectiveVersion, *, before: ObjectiveVersion | None, first: Measured | None
) -> None:
    """The first measure is the one written; any others go on as they were."""
    if first is not None:
        old = first_measure(before)
        Measure.objects.create(
            organisation=organisation_in_force(),
            version=version,
            position=1,
            name=first.name,
            unit_name=first.unit_name,
            direction=first.direction,
            baseline=first.baseline,
            target=first.target,
            source=old.source if old else "",
            kind=old.kind if old else Measure.Kind.OUTCOME,
        )
    for measure in Measure.objects.filter(version=before, position__gt=1).order_by("position"):
        measure.pk = None
        measure.version = version
        measure._state.adding = True
        measure.save()


def first_measure(version: ObjectiveVersion | None) -> Measure | None:
    return Measure.objects.filter(version=version, position=1).first()


def measured(version: ObjectiveVersion | None) -> Measured | None:
    """The version's first measure as it was written."""
    first = first_measure(version)
    if first is None:
        return None
    return Measured(
        name=first.name,
        unit_name=first.unit_name,
        direction=first.direction,
        baseline=first.baseline,
        target=first.target,
    )


def differs(version: ObjectiveVersion, *, words: Words, fields: tuple[str, ...]) -> bool:
    wanted = {"answerable_id": words.answerable.pk if words.answerable else None}
    return any(
        getattr(version, name) != wanted.get(name, getattr(words, name, None)) for name in fields
    )


def is_material(version: ObjectiveVersion, *, words: Words) -> bool:
    """Statement, measure, target, date, answerable and scope matter to what was agreed."""
    return differs(version, words=words, fields=MATERIAL) or measured(version) != words.measure
