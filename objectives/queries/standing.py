"""How far an organisation agrees: by state, and where it does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import F, OuterRef, QuerySet, Subquery

from objectives.figures import CONCERN, STALLED_AFTER
from objectives.models import Agreement, Cycle, GoingAhead, Objective, ObjectiveVersion
from people.paging import Lines
from people.policy import Standing

State = Objective.State
TALKING, AGREED = (State.PROPOSED, State.IN_CATCHBALL), (State.AGREED, State.LIVE)


@dataclass(frozen=True, kw_only=True)
class Voiced:
    """What somebody said that others should hear: a concern, or a reason to go ahead."""

    objective_id: int
    objective: str
    unit: str
    person: str
    words: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Stalled:
    objective_id: int
    objective: str
    unit: str
    days: int


@dataclass(frozen=True, kw_only=True)
class HowFar:
    """Agreed or live among all that were ever put forward this cycle (domain.md M4)."""

    agreed: int
    talking: int
    drafts: int

    @property
    def of(self) -> int:
        return self.agreed + self.talking


def how_far(standing: Standing, *, cycle: Cycle | None) -> HowFar:
    """Drafts only as far as this person sees them."""
    rows = Objective.objects.visible_to(standing).filter(cycle=cycle)
    states = Counter(rows.values_list("state", flat=True))
    return HowFar(
        agreed=sum(states[state] for state in AGREED),
        talking=sum(states[state] for state in TALKING),
        drafts=states[State.DRAFT],
    )


def concerns(standing: Standing, *, cycle: Cycle | None) -> Lines[Voiced]:
    """Concerns that agreements in force were given with, the newest first; read page by page."""
    seen = Objective.objects.visible_to(standing).filter(cycle=cycle, state__in=AGREED)
    answers = Agreement.objects.filter(
        response=CONCERN,
        version__objective__in=seen,
        version__number__gte=_floor("version__objective"),
    ).select_related("person", "version__objective__current", "version__objective__unit")
    return Lines(answers.order_by("-made_at", "-pk"), _concern)


def goings_ahead(standing: Standing, *, cycle: Cycle | None) -> list[Voiced]:
    """Work that goes on without agreement about its newest words."""
    seen = Objective.objects.visible_to(standing).filter(cycle=cycle, state__in=TALKING)
    found = GoingAhead.objects.filter(
        version__objective__in=seen, version__number__gte=_floor("version__objective")
    ).select_related("person", "version__objective__current", "version__objective__unit")
    return [
        _voiced(one.version.objective, person=one.person.name, words=one.reason, at=one.decided_at)
        for one in found.order_by("-decided_at", "-pk")
    ]


def stalled(standing: Standing, *, cycle: Cycle | None, now: datetime) -> Lines[Stalled]:
    """Words that both sides have talked about for thirty days and more, the longest first; read
    page by page."""
    rows = Objective.objects.visible_to(standing).filter(cycle=cycle, state__in=TALKING)
    waiting = rows.annotate(worded_at=Subquery(_material(OuterRef("pk")).values("written_at")[:1]))
    old = waiting.filter(worded_at__lte=now - STALLED_AFTER, proposed_at__lte=now - STALLED_AFTER)
    oldest_first = _with_names(old).order_by(F("worded_at").asc(), "pk")
    return Lines(oldest_first, partial(_stalled, now=now))


def _stalled(row: Objective, *, now: datetime) -> Stalled:
    return Stalled(
        objective_id=row.pk,
        objective=row.current.title if row.current else row.ref,
        unit=row.unit.name,
        days=(now - max(vars(row)["worded_at"], row.proposed_at or now)).days,
    )


def _with_names(rows: QuerySet[Objective]) -> QuerySet[Objective]:
    return rows.select_related("current", "unit")


def _material(objective: OuterRef) -> QuerySet[ObjectiveVersion]:
    versions = ObjectiveVersion.objects.filter(objective=objective, is_material=True)
    return versions.order_by("-number")


def _floor(path: str) -> Subquery:
    """The number of the newest words that matter."""
    return Subquery(_material(OuterRef(path)).values("number")[:1])


def _concern(one: Agreement) -> Voiced:
    return _voiced(one.version.objective, person=one.person.name, words=one.note, at=one.made_at)


def _voiced(objective: Objective, *, person: str, words: str, at: datetime) -> Voiced:
    return Voiced(
        objective_id=objective.pk,
        objective=objective.current.title if objective.current else objective.ref,
        unit=objective.unit.name,
        person=person,
        words=words,
        at=at,
    )
