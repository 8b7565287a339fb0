"""What the fictional trust's teams need of each other, and where two objectives pull apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localtime

from config.demonstration.seed.rows import add
from objectives.models import Conflict, ConflictMessage, Cycle, Dependency, Objective
from people.models import Assignment, OrgUnit
from people.tenancy import organisation_in_force

State = Dependency.State


@dataclass(frozen=True, kw_only=True)
class Need:
    unit: str
    of: str
    words: str
    days_ago: int
    state: str = State.ASKED
    answered_after: int = 0
    due_in: int | None = None
    reason: str = ""
    instead: str = ""


NEEDS = (
    Need(
        unit="EM-AMU",
        of="OPM-HAW",
        words="Two beds by eleven each morning for people who need older people’s care",
        days_ago=9,
    ),
    Need(
        unit="OPM-HAW",
        of="PHA-WAR",
        words="A pharmacist on the Monday round",
        days_ago=33,
        state=State.YES,
        answered_after=4,
        due_in=20,
    ),
    Need(
        unit="OPM-HAW",
        of="RHB-COM",
        words="A home visit within two days of going home",
        days_ago=41,
        state=State.NO,
        answered_after=6,
        reason="We have two therapists for the whole town until the spring.",
        instead="We ring everybody the day after, and visit those who ask.",
    ),
    Need(
        unit="EM-ED",
        of="DIA-BLO",
        words="Troponin results within the hour, also at night",
        days_ago=52,
        state=State.YES,
        answered_after=9,
        due_in=-6,
    ),
    Need(
        unit="TCC-THE",
        of="EST-POR",
        words="A porter at the theatre door from half past seven",
        days_ago=70,
        state=State.DONE,
        answered_after=2,
        due_in=-30,
    ),
    Need(
        unit="SPM-END",
        of="SUR-BOO",
        words="One list of people who can come at short notice",
        days_ago=60,
        state=State.DROPPED,
    ),
    Need(
        unit="NUR-UCR",
        of="DIG-EPR",
        words="To see the hospital’s record from the car",
        days_ago=37,
    ),
)


@dataclass(frozen=True, kw_only=True)
class Pull:
    unit: str
    other: str
    words: str
    days_ago: int
    turns: tuple[str, ...] = ()  # the other side first
    outcome: str = ""


PULLS = (
    Pull(
        unit="TCC-THE",
        other="TCC-DAY",
        words="We both count the recovery bays as ours on Thursday afternoons.",
        days_ago=48,
        turns=(
            "We fill them from two. Before that they are yours.",
            "Then we put our long cases on Thursday mornings.",
        ),
        outcome="Theatres until two, day surgery after. It is on the door of the recovery room.",
    ),
    Pull(
        unit="OPM-HAW",
        other="EM-AMU",
        words="We keep a bed for somebody who is nearly ready for it; they count every empty bed "
        "at ten. The same two beds make one of us look late.",
        days_ago=11,
        turns=("Could we count at noon instead, when you know who goes home?",),
    ),
)


def need_each_other(*, cycle: Cycle, now: datetime) -> None:
    add(Dependency, _needs(cycle, now=now))
    for pull in PULLS:
        _pull(pull, cycle=cycle, now=now)


def _objective(cycle: Cycle, unit: str) -> Objective | None:
    live = Objective.objects.filter(cycle=cycle, unit__code=unit, state=Objective.State.LIVE)
    return live.order_by("ref").first()


def _leader(unit_id: int) -> int | None:
    places = Assignment.objects.current().filter(
        unit_id=unit_id, is_lead=True, person__is_active=True
    )
    return places.order_by("pk").values_list("person_id", flat=True).first()


def _needs(cycle: Cycle, *, now: datetime) -> Iterator[Dependency]:
    today, units = localtime(now).date(), _units()
    for need in NEEDS:
        objective, asked_unit_id = _objective(cycle, need.unit), units.get(need.of)
        if objective is None or asked_unit_id is None:
            continue
        asks, answers = _leader(objective.unit_id), _leader(asked_unit_id)
        if asks is None or answers is None:
            continue
        asked_at = now - timedelta(days=need.days_ago)
        is_answered = bool(need.answered_after)
        is_over = need.state in (State.DONE, State.DROPPED)
        yield Dependency(
            organisation=organisation_in_force(),
            objective=objective,
            asked_unit_id=asked_unit_id,
            words=need.words,
            needed_by=today + timedelta(days=30),
            state=need.state,
            asked_by_id=asks,
            asked_at=asked_at,
            answered_by_id=answers if is_answered else None,
            answered_at=asked_at + timedelta(days=need.answered_after) if is_answered else None,
            due_on=today + timedelta(days=need.due_in) if need.due_in is not None else None,
            reason=need.reason,
            instead=need.instead,
            finished_at=now - timedelta(days=5) if is_over else None,
        )


def _units() -> dict[str, int]:
    codes = {need.of for need in NEEDS}
    return dict(OrgUnit.objects.filter(code__in=codes).values_list("code", "pk"))


def _pull(pull: Pull, *, cycle: Cycle, now: datetime) -> None:
    objective, other = _objective(cycle, pull.unit), _objective(cycle, pull.other)
    if objective is None or other is None:
        return
    raises, answers = _leader(objective.unit_id), _leader(other.unit_id)
    if raises is None or answers is None:
        return
    at = now - timedelta(days=pull.days_ago)
    conflict = Conflict.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        other=other,
        words=pull.words,
        state=Conflict.State.RESOLVED if pull.outcome else Conflict.State.DISCUSSED,
        raised_by_id=raises,
        raised_at=at,
        outcome=pull.outcome,
        settled_by_id=answers if pull.outcome else None,
        settled_at=at + timedelta(days=9) if pull.outcome else None,
    )
    add(
        ConflictMessage,
        (
            ConflictMessage(
                organisation=organisation_in_force(),
                conflict=conflict,
                person_id=raises if number % 2 else answers,
                words=words,
                sent_at=at + timedelta(days=2 + number),
            )
            for number, words in enumerate(pull.turns)
        ),
    )
