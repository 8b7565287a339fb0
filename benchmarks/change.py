"""One change, until a team's page shows it: a link ends, and the team's reach is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.ways.counts import Measured
from objectives.models import ContributionLink
from objectives.queries.home import TeamReach, team_reach
from objectives.queries.parts import priorities_in_force
from people.tenancy import acting_in

CHANGES = 15


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What the team's page said before and after, and how long it took to say so."""

    before: TeamReach
    after: TeamReach
    seconds: float


def one_change(measured: Measured, *, changes: int = CHANGES) -> float:
    """The median of several links drawn anew, the same at every run."""
    return median(each.seconds for each in changed(measured, changes=changes))


def changed(measured: Measured, *, changes: int = CHANGES) -> Iterator[Changed]:
    """Ends accepted links one by one, each in a transaction of its own."""
    with acting_in(measured.organisation, cause="benchmark"):
        accepted = ContributionLink.objects.filter(state=ContributionLink.State.ACCEPTED)
        ids = list(accepted.order_by("pk").values_list("pk", flat=True))
    drawn = np.random.default_rng(2026).choice(ids, size=min(changes, len(ids)), replace=False)
    for link_id in drawn.tolist():
        yield _end(measured, link_id)


def _end(measured: Measured, link_id: int) -> Changed:
    before = _shown(measured, link_id)
    started = perf_counter()
    with acting_in(measured.organisation, cause="benchmark"):
        link = ContributionLink.objects.get(pk=link_id)
        link.state = ContributionLink.State.ENDED
        link.save()
    after = _shown(measured, link_id)
    return Changed(before=before, after=after, seconds=perf_counter() - started)


def _shown(measured: Measured, link_id: int) -> TeamReach:
    """What the team of the link's objective reads on its page, in a request of its own."""
    with acting_in(measured.organisation, cause="benchmark"):
        link = ContributionLink.objects.select_related("child__unit").get(pk=link_id)
        return team_reach(
            link.child.unit,
            cycle=measured.cycle,
            now=measured.as_of,
            priorities=priorities_in_force(),
        )
