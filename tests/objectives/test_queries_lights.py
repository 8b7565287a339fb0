"""The four lights of objectives as they are kept: one place, a fixed number of queries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.figures.lights import Lights, Shown, has_all_four
from objectives.models import ContributionLink, Objective
from objectives.queries.lights import lights_of
from objectives.services import Measured, Words
from people.models import Organisation, OrgUnit
from reports.queries.documents import document
from reports.services import report_now
from tests.factories import (
    AgreementFactory,
    ChallengeRatingFactory,
    CheckInFactory,
    ClarityAnswerFactory,
    ConsentRoundFactory,
    ContributionLinkFactory,
    GoingAheadFactory,
    JointOwnerFactory,
    MeasuredValueFactory,
    MeasureFactory,
    ObjectiveFactory,
    TeamAnswerFactory,
)
from tests.objectives.world import (
    NOON,
    World,
    accepted,
    agreed,
    fresh,
    link_of,
    standing,
    words,
    written,
)

FULL = Words(
    title="Falls with harm down by a fifth",
    why="A fall can end a life at home",
    target_date=date(2027, 3, 31),
    measure=Measured(name="Falls with harm a month", unit_name="falls", direction="down",
                     baseline=Decimal(10), target=Decimal(8)),
)  # fmt: skip


def lights(objective: Objective, *, now: datetime = NOON) -> Lights:
    return lights_of([fresh(objective)], now=now)[objective.pk]


def shown(objective: Objective) -> list[str]:
    return [str(light.shown) for light in lights(objective)]


def both_rated(objective: Objective) -> None:
    for party in ("owner", "parent_owner"):
        ChallengeRatingFactory.create(version=words(objective), party=party)


def test_an_objective_goes_from_unknown_to_all_four(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe, text=FULL)
    assert shown(objective) == ["yes", "unknown", "no", "unknown"]

    accepted(objective, "parent_owner", world.director)
    both_rated(objective)

    assert shown(objective) == ["yes", "yes", "yes", "yes"]
    assert has_all_four(lights(objective)) is True
    assert lights(objective).aligned.reasons == ("It reaches “Safe, kind care”.",)


def test_new_words_lapse_answers_and_ratings_alike(world: World) -> None:
    objective = agreed(world)
    both_rated(objective)
    services.word_anew(
        objective=objective,
        words=Words(title="Falls with harm down by a third"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON + timedelta(days=1),
    )

    found = lights(objective)

    assert found.agreed.shown == Shown.NO
    assert found.agreed.reasons[-1] == "The side it serves has not answered."
    assert found.challenging.verdict == "Not rated yet"


def test_words_that_change_nothing_keep_what_was_said(world: World) -> None:
    objective = agreed(world)
    both_rated(objective)
    services.word_anew(
        objective=objective,
        words=Words(title=words(objective).title, why="Because falls end lives at home"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON + timedelta(days=1),
    )

    assert shown(objective)[2:] == ["yes", "yes"]


def test_a_team_below_the_floor_is_never_spoken_for(world: World) -> None:
    objective = agreed(world)
    for _ in range(10):
        ClarityAnswerFactory.create(version=words(objective), clarity=1)
    assert not any("team finds" in reason for reason in lights(objective).clear.reasons)

    ClarityAnswerFactory.create(version=words(objective), clarity=1)

    assert "The team finds it not at all clear." in lights(objective).clear.reasons


def test_what_served_a_withdrawn_objective_needs_a_new_link(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    below = written(world.sister, world.ward, above, title="Fewer falls on nights by March")
    services.withdraw(
        objective=above,
        reason="Merged into another",
        by=world.manager,
        standing=standing(world.manager),
        now=NOON,
    )
    lost_at = link_of(below).updated_at

    assert lights(below, now=lost_at).aligned.verdict == "Needs a new link"
    assert lights(below, now=lost_at + timedelta(days=31)).aligned.verdict == "Serves nothing"
    assert shown(above) == ["not_applicable"] * 4


def test_a_reason_to_stand_alone_counts_once_it_is_accepted(world: World) -> None:
    alone = written(world.sister, world.ward, None, local_reason="Our garden is falling apart")
    assert lights(alone).aligned.verdict == "Its reason waits"

    accepted(alone, "parent_owner", world.manager)

    assert lights(alone).aligned.verdict == "Stands alone, accepted"


def test_joint_owners_and_the_team_are_named_while_they_are_waited_for(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    JointOwnerFactory.create(objective=objective, unit=world.surgery)
    Objective.objects.filter(pk=objective.pk).update(decides="team")
    consent = ConsentRoundFactory.create(version=words(objective), unit=world.ward)
    TeamAnswerFactory.create(consent=consent)

    reasons = lights(objective).agreed.reasons

    assert reasons == (
        "Ward 7 accepted version 1.",
        "Surgery has not answered.",
        "The side it serves has not answered.",
        "The whole team decides, and too few of it stand behind it yet.",
    )


def test_going_ahead_is_not_agreement(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    GoingAheadFactory.create(version=words(objective))

    assert lights(objective).agreed.verdict == "Goes ahead, not agreed"


def test_six_past_values_say_how_far_the_target_reaches(world: World) -> None:
    text = Words(title=FULL.title, measure=FULL.measure, target_date=date(2026, 12, 1))
    objective = written(world.sister, world.ward, world.safe, text=text)
    measure = MeasureFactory._meta.model.objects.get(version=words(objective))
    start = datetime(2026, 11, 1, tzinfo=UTC)
    for month, value in enumerate((10, 12, 11, 13, 12, 14)):
        check_in = CheckInFactory.create(
            objective=objective, checked_in_at=start + timedelta(days=30 * month)
        )
        MeasuredValueFactory.create(check_in=check_in, measure=measure, value=value)
    both_rated(objective)

    # two falls fewer, against changes of 2, -1, 2, -1, 2 over one month: 2 / 1.643 = 1.22
    assert (
        "By its past ups and downs, the target is a stretch."
        in lights(objective).challenging.reasons
    )


def many(unit: OrgUnit, world: World, number: int) -> None:
    for at in range(number):
        state = ("agreed", "proposed", "live", "draft")[at % 4]
        one = ObjectiveFactory.create(unit=unit, state=state, proposed_at=NOON)
        ContributionLinkFactory.create(
            child=one, parent_priority=world.safe, state=("accepted", "proposed")[at % 2]
        )
        MeasureFactory.create(version=words(one))
        AgreementFactory.create(version=words(one))
        ChallengeRatingFactory.create(version=words(one))


def test_seventy_lights_take_as_many_queries_as_seven(world: World) -> None:
    counts = []
    for number in (7, 63):
        many(world.ward, world, number)
        rows = list(Objective.objects.select_related("current", "unit"))
        with CaptureQueriesContext(connection) as captured:
            found = lights_of(rows, now=NOON)
        counts.append(len(captured))

    assert len(found) == 70
    assert counts[0] == counts[1] <= 16


@pytest.mark.parametrize("seed", range(3))
def test_lights_and_the_report_say_the_same_of_alignment(
    world: World, organisation: Organisation, seed: int
) -> None:
    """The report counts by arrays over the whole cycle, the lights by asking the database."""
    made = [agreed(world)]
    for at in range(1, 24):
        state = ("agreed", "live", "proposed", "live", "withdrawn")[(at * 7 + seed) % 5]
        one = ObjectiveFactory.create(unit=world.ward, state=state, proposed_at=NOON)
        kind = (at * 5 + seed) % 4
        link = ("accepted", "proposed", "stale", "accepted", "declined")[(at * 3 + seed) % 5]
        since = NOON - timedelta(days=(5, 45)[at % 2]) if link == "stale" else None
        if kind == 0:
            ContributionLinkFactory.create(
                child=one, parent_priority=world.safe, state=link, stale_since=since
            )
        elif kind < 3:
            ContributionLinkFactory.create(
                child=one, parent_objective=made[at // 3], state=link, stale_since=since
            )
        made.append(one)
    run = report_now(kind="alignment", organisation=organisation, cycle_name=None, now=NOON)
    found_there = document(run)
    rows = Objective.objects.filter(state__in=("agreed", "live")).select_related("current", "unit")
    found = lights_of(rows, now=NOON)

    by_shown: dict[str, set[str]] = {"yes": set(), "no": set(), "unknown": set()}
    for one in rows:
        by_shown[str(found[one.pk].aligned.shown)].add(one.ref)
    assert by_shown["yes"] == set(found_there["aligned"]) | set(found_there["local"])
    assert by_shown["unknown"] == set(found_there["unconfirmed"])
    assert by_shown["no"] == set(found_there["orphans"])
    assert by_shown["yes"]
    assert by_shown["no"]


def test_a_link_state_is_known_to_the_query() -> None:
    """Whoever adds a state of a link says here whether it counts."""
    assert set(ContributionLink.State.values) == {
        "proposed", "accepted", "declined", "stale", "ended",
    }  # fmt: skip
