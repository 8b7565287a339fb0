"""What is kept or changed goes on: a draft of the next year, with its origin and what it serves."""

from __future__ import annotations

from datetime import datetime

from objectives.figures import next_ref
from objectives.models import Closing, ContributionLink, Cycle, Measure, Objective
from objectives.services.common import words_of
from objectives.services.cycles import cycle_after
from objectives.services.links import propose_link
from objectives.services.refusals import Refused
from objectives.services.words import Words, write_version
from people.models import Person
from people.tenancy import organisation_in_force
from strategy.models import Priority


def carry_on(objective: Objective, *, by: Person, now: datetime) -> Objective:
    """A draft of the next year with the same words and measures, proposed to the same parents:
    priorities in force, and what the objectives it served go on as."""
    later = cycle_after(objective.cycle)
    cycle = Cycle.objects.select_for_update(no_key=True).get(pk=later.pk)
    draft = _draft(objective, cycle)
    before = words_of(objective).answerable
    copy_words(
        objective,
        draft=draft,
        by=by,
        now=now,
        answerable=before if before and before.is_active else None,
    )
    _serve_the_same(objective, draft, by=by, now=now)
    _be_served_by_the_same(objective, draft, by=by, now=now)
    return draft


def _draft(objective: Objective, cycle: Cycle) -> Objective:
    code = objective.unit.code
    taken = Objective.objects.filter(cycle=cycle, ref__startswith=f"{code[:50]}-")
    return Objective.objects.create(
        organisation=organisation_in_force(),
        cycle=cycle,
        ref=next_ref(code, taken.values_list("ref", flat=True)),
        unit=objective.unit,
        origin=objective.origin,
        goal_type=objective.goal_type,
        decides=objective.decides,
        local_reason=objective.local_reason,
    )


def copy_words(
    objective: Objective,
    *,
    draft: Objective,
    by: Person,
    now: datetime,
    answerable: Person | None,
) -> None:
    """The same words and measures; a day that does not fall in its year is chosen again."""
    before = words_of(objective)
    day = before.target_date
    version = write_version(
        objective=draft,
        words=Words(
            title=before.title,
            why=before.why,
            behaviours=before.behaviours,
            scope=before.scope,
            domain=before.domain,
            target_date=day if day and day >= draft.cycle.starts_on else None,
            answerable=answerable,
            complexity=before.complexity,
            will_know=before.will_know,
            no_measure_reason=before.no_measure_reason,
        ),
        by=by,
        now=now,
    )
    for measure in Measure.objects.filter(version=before).order_by("position"):
        measure.pk, measure.version = None, version
        measure._state.adding = True
        measure.save()


def _serve_the_same(objective: Objective, draft: Objective, *, by: Person, now: datetime) -> None:
    links = ContributionLink.objects.standing().filter(child=objective)
    for link in links.select_related("parent_priority").order_by("-is_primary", "pk"):
        parent = link.parent_priority or _goes_on_as(link.parent_objective_id)
        if parent is not None:
            _propose_again(link, child=draft, parent=parent, by=by, now=now)


def _be_served_by_the_same(
    objective: Objective, draft: Objective, *, by: Person, now: datetime
) -> None:
    """What was confirmed before this was finds its parent now."""
    links = ContributionLink.objects.standing().filter(parent_objective=objective)
    for link in links.order_by("-is_primary", "pk"):
        child = _goes_on_as(link.child_id)
        if child is not None and child.state == Objective.State.DRAFT:
            _propose_again(link, child=child, parent=draft, by=by, now=now)


def _goes_on_as(objective_id: int | None) -> Objective | None:
    closing = Closing.objects.filter(objective_id__in=[objective_id or 0]).select_related(
        "carried_to"
    )
    return next((one.carried_to for one in closing), None)


def _propose_again(
    link: ContributionLink,
    *,
    child: Objective,
    parent: Objective | Priority,
    by: Person,
    now: datetime,
) -> None:
    """What can no longer be served is left out: the draft says what it serves before it goes on."""
    has_primary = ContributionLink.objects.standing().filter(child=child, is_primary=True).exists()
    try:
        propose_link(
            child,
            parent=parent,
            by=by,
            now=now,
            strength=link.strength,
            rationale=link.rationale,
            first=not has_primary,
        )
    except Refused:
        return
