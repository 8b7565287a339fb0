"""What a person may open: each starts from what they are, so that the rest does not exist."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from objectives.models import AskedObjective, ContributionLink, Cycle, Objective
from people.models import OrgUnit
from people.policy import Action, Standing


def objectives_visible_to(standing: Standing) -> QuerySet[Objective]:
    return Objective.objects.visible_to(standing).select_related("current", "unit__parent", "cycle")


def answered_for(person_id: int) -> list[int]:
    """Objectives whose newest words name this person as answerable. Read in a step of its own: as
    an alternative across tables it would have every objective read."""
    found = Objective.objects.filter(current__answerable_id=person_id)
    return list(found.values_list("pk", flat=True))


def led_or_answered_for(standing: Standing) -> Q:
    """Objectives of the units they lead, and those they are answerable for."""
    own = answered_for(standing.person_id)
    return Q(unit_id__in=standing.directly_led_unit_ids) | Q(pk__in=own)


def links_visible_to(standing: Standing) -> QuerySet[ContributionLink]:
    """A link is seen where both its ends are."""
    seen = Objective.objects.visible_to(standing)
    return ContributionLink.objects.filter(
        Q(parent_objective=None) | Q(parent_objective__in=seen), child__in=seen
    ).select_related(
        "child__current",
        "child__unit",
        "parent_objective__current",
        "parent_objective__unit",
        "parent_priority",
    )


def units_open() -> QuerySet[OrgUnit]:
    return OrgUnit.objects.open().select_related("parent")


def asked_objectives_for(standing: Standing) -> QuerySet[AskedObjective]:
    """What a unit's leads were asked for and have not answered."""
    waiting = AskedObjective.objects.filter(answered_at=None)
    units = standing.units_for(Action.ANSWER_FOR_OWNER)
    return waiting.filter(unit_id__in=units).select_related("unit", "priority", "asked_by")


def current_cycle() -> Cycle | None:
    return Cycle.objects.current().first()


def cycle_of_new_work() -> Cycle | None:
    """The current cycle or, while that is being closed, the one after it."""
    current = current_cycle()
    if current is None or current.state != Cycle.State.CLOSING:
        return current
    return Cycle.objects.filter(starts_on__gt=current.starts_on).order_by("starts_on", "pk").first()


def is_seen(standing: Standing, *, state: str, unit_id: int) -> bool:
    """The rule of `visible_to` for a row already read."""
    return state != Objective.State.DRAFT or standing.may(
        Action.SEE_DRAFT_OBJECTIVES, unit_id=unit_id
    )
