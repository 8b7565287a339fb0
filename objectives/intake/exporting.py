"""Objectives and links as the import reads them: all of them, or those that one person sees."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from objectives.intake.sheet_of_links import newest_links
from objectives.intake.sheet_of_objectives import first_measures, words_of
from objectives.models import Cycle, Measure, Objective
from people.imports.writing import Cell
from people.intake.registry import Rows
from people.policy import Standing
from strategy.models import PriorityWording


def all_objectives() -> Rows:
    """The current cycle's objectives."""
    return _objectives(Objective.objects.all())


def objectives_seen_by(standing: Standing) -> Rows:
    """Those of the current cycle's objectives that this person may open."""
    return _objectives(Objective.objects.visible_to(standing))


def all_links() -> Rows:
    """The links of the current cycle's objectives."""
    return _links(Objective.objects.all())


def links_seen_by(standing: Standing) -> Rows:
    """Those links whose two ends this person may open."""
    return _links(Objective.objects.visible_to(standing))


def _objectives(seen: QuerySet[Objective]) -> Iterator[tuple[Cell, ...]]:
    cycle = Cycle.objects.current().first()
    if cycle is None:
        return
    measures = first_measures(cycle)
    worded = seen.filter(cycle=cycle).exclude(current=None)
    for objective in worded.select_related("unit", "current__answerable").order_by("ref"):
        yield _row(objective, measures)


def _row(objective: Objective, measures: dict[int, Measure]) -> tuple[Cell, ...]:
    version = objective.current
    assert version is not None  # noqa: S101  # only worded ones are read
    words = words_of(version, measures.get(version.pk))
    return (
        objective.ref,
        objective.unit.code,
        words.title,
        words.why,
        objective.origin,
        objective.goal_type,
        words.measure,
        words.measure_unit,
        words.baseline,
        words.target,
        words.target_date,
        version.answerable.staff_id if version.answerable else "",
        objective.state,
        objective.local_reason,
    )


def _links(seen: QuerySet[Objective]) -> Iterator[tuple[Cell, ...]]:
    cycle = Cycle.objects.current().first()
    objectives = dict(seen.filter(cycle=cycle).values_list("pk", "ref"))
    wordings = PriorityWording.objects.in_force().values_list("priority_id", "priority__ref")
    refs = objectives | {-priority: ref for priority, ref in wordings}
    for (child, parent), link in newest_links().items():
        if child in objectives and parent in refs:
            yield (refs[child], refs[parent], link.strength, link.state, link.rationale)
