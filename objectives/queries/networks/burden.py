"""What networks ask of units a month, beside what the units carry already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from objectives.figures.networks import NO_HOURS, Burden
from objectives.models import Network, NetworkMember, Objective
from objectives.queries.networks.findings import plain
from ui.wording import counted

CARRIED = (Objective.State.AGREED, Objective.State.LIVE)


def burdens(unit_ids: Collection[int], *, network_id: int) -> dict[int, Burden]:
    """For each unit: two queries, however many."""
    here: dict[int, Decimal] = defaultdict(Decimal)
    elsewhere: dict[int, Decimal] = defaultdict(Decimal)
    others: dict[int, set[int]] = defaultdict(set)
    rows = (
        NetworkMember.objects.filter(unit_id__in=unit_ids, state=NetworkMember.State.IN)
        .exclude(network__state=Network.State.CLOSED)
        .values_list("unit_id", "network_id", "hours_a_month")
    )
    for unit_id, found_id, hours in rows:
        if found_id == network_id:
            here[unit_id] += hours
        else:
            elsewhere[unit_id] += hours
            others[unit_id].add(found_id)
    live = Objective.objects.filter(unit_id__in=unit_ids, state__in=CARRIED)
    objectives = dict(live.values_list("unit_id").annotate(Count("pk")).order_by())
    return {
        unit_id: Burden(
            here=here.get(unit_id, NO_HOURS),
            elsewhere=elsewhere.get(unit_id, NO_HOURS),
            networks_elsewhere=len(others.get(unit_id, ())),
            objectives=objectives.get(unit_id, 0),
        )
        for unit_id in unit_ids
    }


@dataclass(frozen=True, kw_only=True)
class BurdenLine:
    """A unit's burden in words, before and after somebody joins."""

    unit: str
    before: str
    after: str


def burden_line(*, unit_id: int, unit: str, hours: Decimal, network_id: int) -> BurdenLine:
    """Ward 7 gives 6 hours a month to networks now; with this it would give 10."""
    burden = burdens([unit_id], network_id=network_id)[unit_id]
    carries = f"carries {counted(burden.objectives, 'agreed objective')}"
    return BurdenLine(
        unit=unit,
        before=f"{unit} {_given(burden)}, and {carries}.",
        after=f"With this it would give {hours_in_words(burden.after(hours))} a month.",
    )


def _given(burden: Burden) -> str:
    others = counted(burden.networks_elsewhere, "other network")
    where = "in this one"
    if burden.networks_elsewhere:
        where = f"in this one and {others}" if burden.here else f"in {others}"
    if not burden.before:
        return "gives no hours to networks now"
    return f"gives {hours_in_words(burden.before)} a month to networks now, {where}"


def hours_in_words(hours: Decimal) -> str:
    return f"{plain(hours)} {'hour' if hours == 1 else 'hours'}"
