"""What of the objectives can be found: those this person may see, of every year."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from objectives.models import Cycle, Objective
from objectives.queries.lists import reaching
from objectives.queries.parts import priorities_in_force, tag_of
from objectives.queries.seen import objectives_visible_to
from people.addresses import address
from people.policy import Action, Standing
from people.searching.kinds import DIVISION, units_below
from people.searching.registry import Candidates, Chosen, Filter, Found, Kind, can_find, narrows

STATE, PRIORITY, CYCLE = "state", "priority", "cycle"
OVER = Q(state=Objective.State.WITHDRAWN) | Q(cycle__state=Cycle.State.CLOSED)


def enrol() -> None:
    can_find(
        Kind(
            code="objectives",
            name="Objectives",
            one="Objective",
            narrowed_by=frozenset({DIVISION, STATE, PRIORITY, CYCLE}),
            candidates=_objectives,
            lines=_lines,
        ),
        position=10,
    )
    for position, chosen in enumerate(_filters(), start=20):
        narrows(chosen, position=position)


def _filters() -> list[Filter]:
    return [
        Filter(
            name=STATE,
            label="State",
            all_of_them="Any state",
            choices=lambda _: [
                (str(value), str(words)) for value, words in Objective.State.choices
            ],
        ),
        Filter(
            name=PRIORITY,
            label="On the way to",
            all_of_them="Any priority, or none",
            choices=lambda _: [(name.ref, name.title) for name in priorities_in_force().values()],
        ),
        Filter(
            name=CYCLE,
            label="Year",
            all_of_them="Every year",
            choices=lambda _: [
                (one.name, one.name) for one in Cycle.objects.order_by("-starts_on")
            ],
        ),
    ]


def _objectives(standing: Standing, chosen: Chosen) -> Candidates:
    rows = objectives_visible_to(standing)
    if not standing.may(Action.SEE_OBJECTIVES):
        rows = rows.none()
    if DIVISION in chosen:
        rows = rows.filter(unit_id__in=units_below(chosen[DIVISION]))
    if STATE in chosen:
        rows = rows.filter(state=chosen[STATE])
    if PRIORITY in chosen:
        rows = rows.filter(pk__in=reaching(chosen[PRIORITY]))
    if CYCLE in chosen:
        rows = rows.filter(cycle__name=chosen[CYCLE])
    return Candidates(
        rows=rows,
        title="current__title",
        reference="ref",
        elsewhere=("current__why", "unit__name"),
        is_past=OVER,
    )


def _lines(keys: Collection[int]) -> list[Found]:
    rows = Objective.objects.filter(pk__in=keys).select_related("current", "unit", "cycle")
    return [
        Found(
            key=row.pk,
            title=row.current.title if row.current else row.ref,
            facts=f"{row.ref}, {row.unit.name}, {row.cycle.name}",
            href=address("objectives:objective", row.pk),
            tag=(state := tag_of(row.state)).words,
            colour=state.colour,
        )
        for row in rows
    ]
