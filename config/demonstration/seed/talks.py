"""What the fictional trust's people say to each other: messages, concerns, promises, consent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle as over_and_over

from django.utils.timezone import localtime

from config.demonstration.seed.rows import add
from objectives.figures import OWNER, PARENT, STALLED_AFTER
from objectives.models import (
    Agreement,
    ConsentRound,
    Cycle,
    GoingAhead,
    JointOwner,
    Message,
    Objective,
    Promise,
    TeamAnswer,
)
from objectives.queries.leaders import Leaders, leaders
from objectives.queries.sides import sides_of
from objectives.services.common import words_of
from people.models import Assignment
from people.tenancy import organisation_in_force

State = Objective.State
# Each talk in turns, the side above first.
TALKS = (
    (
        "I like where this is going. Could it also cover weekends? That is when we hear most.",
        "Weekends are thin for us. We could start with Saturdays and look again at Christmas.",
        "Saturdays first is fair. Please say so in the words, and I will accept.",
    ),
    (
        "What would people see you do differently by the summer?",
        "The senior nurse asks every patient at the bedside, not at the desk. We can add that.",
    ),
    (
        "Is the target one you believe in, or one you think we want?",
        "Honestly, the second. We believe in half of it this year, if the post is filled.",
        "Then write half, and put the post under what you need. I will take it up.",
    ),
    (
        "Two other teams count this another way. Can you use the same measure?",
        "Yes, if they share their spreadsheet. We have asked them.",
    ),
)
CONCERNS = (
    "We said yes, and nights still have one registered nurse fewer than planned.",
    "It rests on the new system being live by March. It has been late twice.",
    "The teams next door have to change with us, or we only move the queue.",
    "We agree with the aim. The measure counts what is easy, not what patients notice.",
    "Two of us retire this year, and what they know is not written down.",
)
NEEDS = (
    ("Two hours a week for the lead, away from the rota", Promise.Kind.TIME),
    ("A decision on which of the two pathways we keep", Promise.Kind.DECISION),
    ("Half a post for six months", Promise.Kind.PEOPLE),
    ("Leave to stop the second weekly return", Promise.Kind.STOP),
    ("Two more bladder scanners", Promise.Kind.MONEY),
    ("A named person in the digital team who answers within a day", Promise.Kind.OTHER),
)
FATES = (
    Promise.State.ASKED,
    Promise.State.MADE,
    Promise.State.KEPT,
    Promise.State.MADE,  # and not kept by its day
    Promise.State.MOVING,
    Promise.State.DECLINED,
    Promise.State.KEPT_LATE,
    Promise.State.BROKEN,
)
OVERDUE = 3  # which of the fates above is not kept by its day


@dataclass(frozen=True, kw_only=True)
class Voices:
    """Who speaks for each side of an objective, and for which unit above."""

    owner: int
    parent: int
    above_id: int


def let_them_talk(*, cycle: Cycle, now: datetime) -> None:
    """In every state an agreement can be in, somebody has said something worth reading."""
    known = leaders()
    rows = Objective.objects.filter(cycle=cycle).select_related("current", "unit").order_by("ref")
    heard = [(row, voices) for row in rows if (voices := _voices(row, known)) is not None]
    talking = [pair for pair in heard if pair[0].state == State.IN_CATCHBALL]
    proposed = [pair for pair in heard if pair[0].state == State.PROPOSED]
    agreed = [pair for pair in heard if pair[0].state in (State.AGREED, State.LIVE)]
    add(Message, _messages(talking[:40], now=now))
    add(Agreement, _concerns(agreed[3::29]))
    add(Promise, _promises(agreed[1::17], now=now))
    _ask_teams(proposed[:3], now=now)
    _own_together(talking[-2:], known)
    _go_ahead([*talking, *proposed], now=now)


def _voices(row: Objective, known: Leaders) -> Voices | None:
    """One of those asked on each side, where two different people are."""
    if row.state not in (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE):
        return None
    sides = sides_of(row, known=known)
    above = sides.parent
    if above is None or above.unit_id is None:
        return None
    owners, parents = sorted(sides.owner.asked()), sorted(above.asked() - sides.owner.asked())
    if not owners or not parents:
        return None
    return Voices(owner=owners[0], parent=parents[0], above_id=above.unit_id)


def _messages(talking: Sequence[tuple[Objective, Voices]], *, now: datetime) -> Iterator[Message]:
    for (row, voices), turns in zip(talking, over_and_over(TALKS), strict=False):
        version = words_of(row)
        for number, words in enumerate(turns):
            is_above = number % 2 == 0
            yield Message(
                organisation=organisation_in_force(),
                objective=row,
                version=version,
                person_id=voices.parent if is_above else voices.owner,
                party=PARENT if is_above else OWNER,
                words=words,
                sent_at=min(version.written_at + timedelta(days=1 + number, hours=2), now),
            )


def _concerns(agreed: Sequence[tuple[Objective, Voices]]) -> Iterator[Agreement]:
    """The side above accepted, and said soon after what worried it."""
    newest = {
        one.version.objective_id: one
        for one in Agreement.objects.filter(
            version__objective__in=[row for row, _ in agreed], party=PARENT, response="accept"
        )
        .select_related("version")
        .order_by("made_at", "pk")
    }
    for (row, _), words in zip(agreed, over_and_over(CONCERNS), strict=False):
        accepted = newest.get(row.pk)
        if accepted is not None:
            yield Agreement(
                organisation=organisation_in_force(),
                version=accepted.version,
                party=PARENT,
                person_id=accepted.person_id,
                response=Agreement.Response.CONCERN,
                note=words,
                made_at=accepted.made_at,  # in one sitting
            )


def _promises(agreed: Sequence[tuple[Objective, Voices]], *, now: datetime) -> Iterator[Promise]:
    today = localtime(now).date()
    for number, ((row, voices), (words, kind)) in enumerate(
        zip(agreed, over_and_over(NEEDS), strict=False)
    ):
        fate = FATES[number % len(FATES)]
        asked_at = now - timedelta(days=40 + number % 30)
        is_made = fate not in (Promise.State.ASKED, Promise.State.DECLINED)
        due = today + timedelta(days=21 if number % len(FATES) != OVERDUE else -9)
        yield Promise(
            organisation=organisation_in_force(),
            objective=row,
            promiser_id=voices.above_id,
            kind=kind,
            words=words,
            needed_by=today + timedelta(days=14),
            state=fate,
            asked_by_id=voices.owner,
            asked_at=asked_at,
            due_on=due if is_made else None,
            offered_due_on=today + timedelta(days=60) if fate == Promise.State.MOVING else None,
            answered_by_id=None if fate == Promise.State.ASKED else voices.parent,
            answered_at=None if fate == Promise.State.ASKED else asked_at + timedelta(days=4),
            reason=_reason(fate),
            finished_at=now - timedelta(days=3) if fate in _OVER else None,
        )


_OVER = (Promise.State.KEPT, Promise.State.KEPT_LATE, Promise.State.DECLINED)


def _reason(fate: str) -> str:
    reasons: dict[str, str] = {
        Promise.State.DECLINED: "There is no money for it this year. We ask again in January.",
        Promise.State.BROKEN: "The vacancy was frozen. We are sorry, and look for another way.",
        Promise.State.MOVING: "The room is free from the spring only.",
    }
    return reasons.get(fate, "")


def _ask_teams(proposed: Sequence[tuple[Objective, Voices]], *, now: datetime) -> None:
    """Whole teams decide; some of their people have answered."""
    for row, voices in proposed:
        row.decides = Objective.Decides.TEAM
        row.save(update_fields=["decides", "updated_at"])
        consent = ConsentRound.objects.create(
            organisation=organisation_in_force(),
            version=words_of(row),
            unit=row.unit,
            asked_by_id=voices.owner,
            asked_at=now - timedelta(days=2),
        )
        places = Assignment.objects.current().filter(unit=row.unit, person__is_active=True)
        members = sorted(set(places.values_list("person_id", flat=True)))
        add(TeamAnswer, (_answer(consent, pk, at, now=now) for at, pk in enumerate(members)))


def _answer(consent: ConsentRound, person_id: int, at: int, *, now: datetime) -> TeamAnswer:
    said = ("accept", "accept_with_concern", "", "")[at % 4]
    return TeamAnswer(
        organisation=organisation_in_force(),
        consent=consent,
        person_id=person_id,
        response=said,
        answered_at=now - timedelta(days=1) if said else None,
    )


def _own_together(talking: Sequence[tuple[Objective, Voices]], known: Leaders) -> None:
    """Some objectives belong to two teams below the same unit."""
    for row, voices in talking:
        beside = [
            unit
            for unit, above in known.above.items()
            if above == known.above.get(row.unit_id) and unit != row.unit_id
        ]
        if beside:
            JointOwner.objects.create(
                organisation=organisation_in_force(),
                objective=row,
                unit_id=beside[0],
                added_by_id=voices.owner,
            )


def _go_ahead(waiting: Sequence[tuple[Objective, Voices]], *, now: datetime) -> None:
    """One that was talked about for too long."""
    old = [
        (row, voices)
        for row, voices in waiting
        if row.proposed_at and max(row.proposed_at, words_of(row).written_at) < now - STALLED_AFTER
    ]
    for row, voices in old[:2]:
        GoingAhead.objects.create(
            organisation=organisation_in_force(),
            version=words_of(row),
            person_id=voices.parent,
            reason="Winter will not wait for us. We start, and go on talking.",
            decided_at=now - timedelta(days=1),
        )
