"""Bringing together what is expected of a unit and what those below it offer: the nearest first."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.db.models import Exists, OuterRef, Q, QuerySet

from objectives.figures.bridging import bridge
from objectives.figures.likeness import likeness
from objectives.models import ContributionLink, Cycle, Objective
from objectives.queries.between import OPEN, Line, Load, between, title_of
from objectives.queries.choices import choice_named
from objectives.queries.seen import objectives_visible_to
from people.addresses import address
from people.models import OrgUnit
from people.policy import Action, Standing

READ_AT_MOST, OFFERED_AT_MOST = 300, 10


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A team that can be asked, with what it carries."""

    load: Load
    href: str


@dataclass(frozen=True, kw_only=True)
class Matching:
    """One side of a match, and what may be put beside it."""

    title: str
    facts: str
    lines: list[Line]
    asking: list[Asking]
    write_url: str  # "" where an offer waits to be matched


def offers_for(
    value: str, *, unit: OrgUnit, standing: Standing, cycle: Cycle | None
) -> Matching | None:
    """What those below have that could meet what is expected, and whom to ask for more."""
    expected = choice_named(value, standing=standing)
    if expected is None:
        return None
    kind, _, ref = value.partition(":")
    loads = between(unit, standing=standing, cycle=cycle).loads
    return Matching(
        title=expected.title,
        facts=expected.hint,
        lines=_near(expected.title, value, unit=unit, standing=standing, cycle=cycle),
        asking=[
            Asking(load=load, href=address("objectives:ask", load.unit_id, ref))
            for load in reversed(loads)
            if kind == "priority" and load.unit_id != unit.pk
        ],
        write_url=f"{address('objectives:write')}?unit={quote(unit.code, safe='')}"
        f"&serves={quote(value, safe=':')}",
    )


def expected_for(
    offer: Objective, *, unit: OrgUnit, standing: Standing, cycle: Cycle | None
) -> Matching:
    """What is expected of the unit, what the offer is most like first."""
    words = f"{title_of(offer)} {offer.current.why if offer.current else ''}"
    lines = [
        Line(
            title=line.title,
            facts=line.facts,
            href=line.href,
            act="See the draft",
            act_href=_draft(offer.pk, line.serves),
            is_matched=line.is_matched,
        )
        for line in between(unit, standing=standing, cycle=cycle).expected
        if line.serves
    ]
    lines.sort(key=lambda line: (-likeness(words, line.title), line.is_matched))
    return Matching(
        title=title_of(offer), facts=offer.unit.name, lines=lines, asking=[], write_url=""
    )


def offer_below(
    objective_id: int, *, unit: OrgUnit, standing: Standing, cycle: Cycle | None
) -> Objective | None:
    return _offers(unit, standing, cycle).filter(pk=objective_id).first()


def drafted_bridge(objective: Objective, value: str, *, standing: Standing) -> str:
    """The sentence to start from; "" where the value names nothing this person sees."""
    expected = choice_named(value, standing=standing)
    if expected is None or objective.current is None:
        return ""
    return bridge(
        unit=objective.unit.name,
        offered=objective.current.title,
        why=objective.current.why,
        expected=expected.title,
    )


def _near(
    title: str, value: str, *, unit: OrgUnit, standing: Standing, cycle: Cycle | None
) -> list[Line]:
    """Those that serve nothing yet before others that are as near."""
    serving = ContributionLink.objects.standing().filter(child=OuterRef("pk"))
    rows = (
        _offers(unit, standing, cycle)
        .exclude(Exists(serving.filter(_to(value, cycle))))
        .annotate(is_linked=Exists(serving))
        .order_by("is_linked", "unit__name", "pk")[:READ_AT_MOST]
    )
    ranked = sorted(rows, key=lambda row: (-likeness(title_of(row), title), vars(row)["is_linked"]))
    return [_offer_line(row, value, standing) for row in ranked[:OFFERED_AT_MOST]]


def _to(value: str, cycle: Cycle | None) -> Q:
    kind, _, ref = value.partition(":")
    if kind == "priority":
        return Q(parent_priority__ref=ref)
    return Q(parent_objective__ref=ref, parent_objective__cycle=cycle)


def _offers(unit: OrgUnit, standing: Standing, cycle: Cycle | None) -> QuerySet[Objective]:
    """Objectives of the unit itself and of those just below it."""
    rows = objectives_visible_to(standing).filter(cycle=cycle, state__in=OPEN)
    return rows.filter(Q(unit__parent=unit) | Q(unit=unit))


def _offer_line(row: Objective, value: str, standing: Standing) -> Line:
    may_write = standing.may(Action.WRITE_OBJECTIVE, unit_id=row.unit_id)
    href = address("objectives:objective", row.pk)
    says = "serves something else too" if vars(row)["is_linked"] else "serves nothing yet"
    return Line(
        title=title_of(row),
        facts=f"{row.unit.name}, {says}",
        href=href,
        act="See the draft" if may_write else "Talk about it",
        act_href=_draft(row.pk, value) if may_write else href,
    )


def _draft(objective_id: int, value: str) -> str:
    return f"{address('objectives:serve', objective_id)}?serves={quote(value, safe=':')}&draft=yes"
