"""Objectives and links as the import reads them: all of them, or those that one person sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from objectives.figures.lights import Quality
from objectives.intake.sheet_of_links import newest_links
from objectives.intake.sheet_of_objectives import first_measures, words_of
from objectives.models import Cycle, Measure, Objective
from objectives.queries.lights import lights_of
from objectives.queries.lights.cards import SHOWN_WORDS
from people.imports.writing import Cell
from people.intake.registry import Rows
from people.policy import Standing
from strategy.models import PriorityWording

LIGHTS = tuple(f"light_{quality.value}" for quality in Quality)  # read beside, never brought in


def all_objectives() -> Rows:
    """The current cycle's objectives."""
    return _objectives(Objective.objects.all())


def objectives_seen_by(standing: Standing, now: datetime) -> Rows:
    """Those of the current cycle's objectives that this person may open, with their four lights:
    as many queries for 10 as for 10,000."""
    seen = _worded(Objective.objects.visible_to(standing))
    lights = lights_of(seen, now=now, is_brief=True)
    measures = _measures()
    for objective in seen:
        shown = (SHOWN_WORDS[light.shown] for light in lights[objective.pk])
        yield (*_row(objective, measures), *shown)


def all_links() -> Rows:
    """The links of the current cycle's objectives."""
    return _links(Objective.objects.all())


def links_seen_by(standing: Standing, _now: datetime) -> Rows:
    """Those links whose two ends this person may open."""
    return _links(Objective.objects.visible_to(standing))


def _objectives(seen: QuerySet[Objective]) -> Iterator[tuple[Cell, ...]]:
    measures = _measures()
    for objective in _worded(seen):
        yield _row(objective, measures)


def _worded(seen: QuerySet[Objective]) -> QuerySet[Objective]:
    """Those of the current cycle that have words; of no cycle, none."""
    cycle = Cycle.objects.current().first()
    worded = seen.filter(cycle=cycle, cycle__isnull=False).exclude(current=None)
    return worded.select_related("unit", "current__answerable").order_by("ref")


def _measures() -> dict[int, Measure]:
    cycle = Cycle.objects.current().first()
    return first_measures(cycle) if cycle else {}


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
