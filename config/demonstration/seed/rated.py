"""How hard both sides find what they agreed, and how clear their larger teams find it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from zlib import crc32

from config.demonstration.seed.rows import add
from objectives.figures import ACCEPTING, OWNER, PARENT
from objectives.models import Agreement, ChallengeRating, ClarityAnswer, Cycle, Objective
from objectives.services.common import words_of
from people.models import Assignment
from people.tenancy import organisation_in_force

View = tuple[int, int, int]  # how hard, how doable, how much they stand behind it
WELL: tuple[View, View] = ((4, 4, 5), (4, 3, 4))
# one of these for each objective; None is a side that has not said yet
TOLD: tuple[tuple[View | None, View | None], ...] = (
    WELL,
    ((4, 4, 4), (3, 4, 4)),
    (None, None),
    ((5, 3, 4), (4, 3, 5)),
    ((5, 2, 4), (3, 4, 4)),
    WELL,
    ((4, 3, 4), None),
    ((5, 2, 3), (4, 3, 3)),
    ((4, 4, 5), (4, 4, 4)),
    ((2, 5, 4), (2, 4, 4)),
    (None, None),
)
HEARD_IN_THREE = 3  # in every third of the larger teams' objectives the team was asked
CLEARNESS = ((4, 5, 5, 4, 3), (5, 5, 4, 5, 4), (3, 2, 4, 2, 3))


def rate_some(*, cycle: Cycle, now: datetime) -> None:
    """Whoever accepted for a side said how hard it is, the day after."""
    agreed = list(
        Objective.objects.filter(cycle=cycle, state__in=("agreed", "live")).select_related(
            "current"
        )
    )
    by_objective = {one.pk: one for one in agreed}
    accepted: dict[int, dict[str, Agreement]] = defaultdict(dict)
    said = Agreement.objects.filter(version__objective__in=agreed, response__in=ACCEPTING)
    for answer in said.select_related("version").order_by("made_at", "pk"):
        accepted[answer.version.objective_id][answer.party] = answer
    rows = [
        row
        for pk, answers in accepted.items()
        for row in _ratings(by_objective[pk], answers, now=now)
    ]
    add(ChallengeRating, rows)
    add(ClarityAnswer, _clearness(agreed, now=now))


def _ratings(
    objective: Objective, answers: dict[str, Agreement], *, now: datetime
) -> Iterator[ChallengeRating]:
    told = dict(zip((OWNER, PARENT), TOLD[_of(objective.ref) % len(TOLD)], strict=True))
    if len({answer.person_id for answer in answers.values()}) < len(answers):
        return  # nobody rates for both sides
    for party, answer in answers.items():
        view = told[party]
        if view is not None:
            hard, doable, meant = view
            yield ChallengeRating(
                organisation=organisation_in_force(),
                version=words_of(objective),
                party=party,
                person_id=answer.person_id,
                challenge=hard,
                feasibility=doable,
                commitment=meant,
                rated_at=min(answer.made_at + timedelta(days=1), now),
            )


def _clearness(agreed: list[Objective], *, now: datetime) -> Iterator[ClarityAnswer]:
    floor = organisation_in_force().small_group_floor
    members: dict[int, list[int]] = defaultdict(list)
    places = Assignment.objects.current().filter(person__is_active=True).order_by("pk")
    for unit_id, person_id in places.values_list("unit_id", "person_id"):
        members[unit_id].append(person_id)
    large = [one for one in agreed if len(members[one.unit_id]) > floor]
    for objective in large:
        asked = _of(objective.ref)
        if asked % HEARD_IN_THREE:
            continue
        words = CLEARNESS[asked // HEARD_IN_THREE % len(CLEARNESS)]
        for at, person_id in enumerate(members[objective.unit_id][: floor + 4]):
            yield ClarityAnswer(
                organisation=organisation_in_force(),
                version=words_of(objective),
                person_id=person_id,
                clarity=words[at % len(words)],
                answered_at=now,
            )


def _of(ref: str) -> int:
    """The same for the same objective, each time the demonstration is made."""
    return crc32(ref.encode())
