"""What has waited long: which talks and promises, for how long and on whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from objectives.figures import ACCEPTING, CHALLENGE, DECLINE, PARENT, STALLED_AFTER
from objectives.models import Cycle, GoingAhead, Objective, Promise
from objectives.queries.leaders import NOBODY, leaders
from objectives.queries.parts import main_links, priorities_in_force
from objectives.queries.sides import owner_side
from objectives.queries.waiting.promised import asked_to_promise
from objectives.queries.waiting.reader import Reader
from objectives.queries.waiting.talks import TALKING, Talk, talks_among, with_parents
from people.policy import Standing

NO_ONE = Standing(person_id=0, roles=frozenset())


@dataclass(frozen=True, kw_only=True)
class WaitsOn:
    """One side whose turn it is, since when, and the people asked."""

    objective_id: int
    title: str
    party: str
    is_rewording: bool
    since: datetime
    people: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class StalledTalk:
    """Thirty days about the same words: both sides, and the level above them."""

    objective_id: int
    title: str
    since: datetime
    sides: frozenset[int]
    above: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class LongTalks:
    waits: list[WaitsOn]
    stalled: list[StalledTalk]


def long_talks(*, now: datetime, only: int | None = None) -> LongTalks:
    """Every talk there is, or one: a fixed number of queries. What goes ahead without agreement
    is no longer waited for."""
    reader = _any_reader()
    ahead = GoingAhead.objects.values("version__objective_id")
    rows = (
        Objective.objects.filter(state__in=TALKING)
        .exclude(cycle__state=Cycle.State.CLOSED)
        .exclude(pk__in=ahead)
    )
    talks = talks_among(with_parents(rows.filter(pk=only) if only else rows), reader)
    stalled = [talk for talk in talks if now - talk.since >= STALLED_AFTER]
    return LongTalks(
        waits=[wait for talk in talks for wait in _waits(talk)],
        stalled=[_stalled(talk, reader) for talk in stalled],
    )


def _any_reader() -> Reader:
    return Reader(standing=NO_ONE, leaders=leaders(), priorities=priorities_in_force())


def _waits(talk: Talk) -> Iterator[WaitsOn]:
    """The sides whose turn it is: to find new words after a no, or to answer."""
    for party, side in talk.sides.items():
        noes = [
            talk.said[other]
            for other in talk.across(party)
            if talk.response(other) in (CHALLENGE, DECLINE)
        ]
        if side is None or not noes and party in talk.said:
            continue
        yield WaitsOn(
            objective_id=talk.objective_id,
            title=talk.title,
            party=party,
            is_rewording=bool(noes),
            since=max([talk.since, *(no.made_at for no in noes)]),
            people=side.asked(but_not=_spoke_across(talk, party)),
        )


def _spoke_across(talk: Talk, party: str) -> frozenset[int]:
    accepted = [talk.said[one] for one in talk.across(party) if talk.response(one) in ACCEPTING]
    people = {one.person_id for one in accepted} | {one.on_behalf_of_id or 0 for one in accepted}
    return frozenset(people)


def _stalled(talk: Talk, reader: Reader) -> StalledTalk:
    sides = [side for side in talk.sides.values() if side is not None]
    parent = talk.sides.get(PARENT) or sides[0]
    known = reader.leaders
    above = known.above.get(parent.unit_id or 0) or known.root_id
    asked = NOBODY.union(*(side.asked() for side in sides))
    over = owner_side(above, None, known=known).asked() if above is not None else NOBODY
    return StalledTalk(
        objective_id=talk.objective_id,
        title=talk.title,
        since=talk.since,
        sides=asked,
        above=over - asked,
    )


@dataclass(frozen=True, kw_only=True)
class OpenPromise:
    """A promise asked for or made, with the people of the side that gives."""

    promise_id: int
    words: str
    state: str
    asked_at: datetime
    due_on: date | None
    people: frozenset[int]


def open_promises(*, only: int | None = None) -> list[OpenPromise]:
    """Unanswered ones, and those whose day is still to come or went by: a fixed number of
    queries."""
    reader = _any_reader()
    wanted = Q(state__in=(Promise.State.ASKED, Promise.State.MADE, Promise.State.MOVING))
    rows = list(
        Promise.objects.filter(wanted, **({"pk": only} if only else {}))
        .exclude(objective__cycle__state=Cycle.State.CLOSED)
        .select_related("objective__current", "objective__unit", "promiser")
    )
    links = main_links([row.objective_id for row in rows])
    return [
        OpenPromise(
            promise_id=row.pk,
            words=row.words,
            state=row.state,
            asked_at=row.asked_at,
            due_on=row.due_on,
            people=asked_to_promise(row, link=links.get(row.objective_id), reader=reader),
        )
        for row in rows
    ]
