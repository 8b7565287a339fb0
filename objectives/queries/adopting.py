"""Where an objective began and what became of it, with the credit in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import CharField, Exists, OuterRef, QuerySet, Value

from objectives.models import Closing, ContributionLink, Cycle, Objective
from objectives.queries.leaders import Leaders, leaders
from objectives.queries.parts import priorities_in_force, shortened
from objectives.queries.seen import is_seen
from objectives.queries.sides import main_link
from people.models import OrgUnit
from people.policy import Action, Standing
from strategy.models import Priority

State = Objective.State
MEANT = (State.AGREED, State.LIVE)
TAKEN_UP = (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)
BEGAN, TAKEN, EARLIER = "began", "taken", "earlier"


@dataclass(frozen=True, kw_only=True)
class CreditLine:
    """`kind`: it began with this one, was taken up as this one, or was this one last year."""

    kind: str
    objective_id: int
    title: str
    unit: str


def credit_of(objective: Objective, *, standing: Standing) -> list[CreditLine]:
    """One query, whatever there is."""
    fields = ("kind", "pk", "current__title", "unit__name", "state", "unit_id")
    began = Objective.objects.filter(pk=objective.adopted_from_id or 0).order_by()
    taken = Objective.objects.filter(adopted_from=objective).order_by()
    before = Closing.objects.filter(carried_to=objective).order_by()
    rows = (
        began.annotate(kind=_word(BEGAN))
        .values_list(*fields)
        .union(
            taken.annotate(kind=_word(TAKEN)).values_list(*fields),
            before.annotate(kind=_word(EARLIER)).values_list(
                "kind",
                "objective_id",
                "objective__current__title",
                "objective__unit__name",
                "objective__state",
                "objective__unit_id",
            ),
            all=True,
        )
    )
    return [
        CreditLine(kind=kind, objective_id=pk, title=title or "", unit=unit)
        for kind, pk, title, unit, state, unit_id in rows
        if state != State.WITHDRAWN and is_seen(standing, state=state, unit_id=unit_id)
    ]


def _word(kind: str) -> Value:
    return Value(kind, output_field=CharField())


def may_take_up(objective: Objective, *, standing: Standing) -> bool:
    """Whether this person leads a level above: no query."""
    if objective.state not in MEANT or objective.unit.parent_id is None:
        return False
    own = standing.units_for(Action.ANSWER_FOR_OWNER)
    return objective.unit.parent_id in own or standing.root_unit_id in own


def units_that_may_adopt(objective: Objective, *, standing: Standing) -> list[OrgUnit]:
    """The levels above it that this person leads, the nearest first."""
    above = _above(objective.unit_id, leaders())
    own = [pk for pk in above if standing.may(Action.ANSWER_FOR_OWNER, unit_id=pk)]
    found = {unit.pk: unit for unit in OrgUnit.objects.open().filter(pk__in=own)}
    return [found[pk] for pk in own if pk in found]


def _above(unit_id: int, known: Leaders) -> list[int]:
    found, next_id = list[int](), known.above.get(unit_id)
    while next_id is not None:
        found.append(next_id)
        next_id = known.above.get(next_id)
    return found


def what_it_could_serve(objective: Objective, *, unit: OrgUnit) -> Objective | Priority | None:
    """On the team's own way up, the first thing that is above the level that takes it up."""
    higher = set(_above(unit.pk, leaders()))
    seen, here = {objective.pk}, objective
    while (link := main_link(here)) is not None:
        if link.parent_objective is None:
            in_force = link.parent_priority_id in priorities_in_force()
            return link.parent_priority if in_force else None
        here = link.parent_objective
        if here.unit_id in higher:
            return here
        if here.pk in seen:
            return None
        seen.add(here.pk)
    return None


def waiting_to_join(unit_ids: frozenset[int]) -> QuerySet[Objective]:
    """What was made of these units' objectives, where the team has yet to say whether its own
    serves it."""
    answered = ContributionLink.objects.filter(
        child=OuterRef("adopted_from"), parent_objective=OuterRef("pk")
    )
    return (
        Objective.objects.filter(
            ~Exists(answered),
            adopted_from__unit_id__in=unit_ids,
            adopted_from__state__in=MEANT,
            state__in=TAKEN_UP,
        )
        .select_related("current", "unit", "adopted_from__current")
        .order_by("proposed_at", "pk")
    )


def title_in(row: Objective) -> str:
    return shortened(row.current.title if row.current else row.ref)


def began_with_a_team(standing: Standing, *, cycle: Cycle | None) -> int:
    """How many objectives of a level above began with a team's."""
    rows = Objective.objects.visible_to(standing).filter(cycle=cycle, state__in=TAKEN_UP)
    return rows.filter(adopted_from__isnull=False).count()
