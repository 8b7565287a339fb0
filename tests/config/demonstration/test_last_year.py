from __future__ import annotations

import pytest

from config.demonstration.seed.last_year import ENDED
from objectives.figures.load import over
from objectives.models import Closing, Cycle, Objective, WorryReply, WorryRound
from objectives.queries.closing import how_far_closed
from objectives.queries.load import limits_in_force, loads_of
from people.models import OrgUnit, Person
from tests.config.demonstration.conftest import NOW

pytestmark = pytest.mark.usefixtures("northvale_inside")


def test_last_year_was_closed_by_both_sides_and_something_was_learnt() -> None:
    year = Cycle.objects.get(state=Cycle.State.CLOSED)
    closings = Closing.objects.filter(objective__cycle=year)

    assert closings.count() == len(ENDED) == 12
    assert how_far_closed(year).left == 0
    assert set(closings.values_list("result", flat=True)) == set(Closing.Result)
    for one in closings.select_related("objective"):
        assert one.said_by_id != one.confirmed_by_id
        assert one.objective.state == one.result
        assert one.confirmed_at is not None
        assert one.said_at < one.confirmed_at < NOW


def test_what_was_kept_goes_on_this_year_in_the_same_team() -> None:
    kept = Closing.objects.filter(carried_to__isnull=False).select_related(
        "objective", "carried_to__cycle"
    )

    assert kept.count() >= 6
    for one in kept:
        assert one.next != "stop"
        assert one.carried_to is not None
        assert one.carried_to.unit_id == one.objective.unit_id
        assert one.carried_to.cycle.state == Cycle.State.LIVE


def test_a_team_and_a_person_carry_more_than_the_limits() -> None:
    limits = limits_in_force()
    units = set(OrgUnit.objects.values_list("pk", flat=True))
    loads = loads_of(units, set(Person.objects.values_list("pk", flat=True)), now=NOW)

    assert any(over(one, limits.of_team()) for one in loads.teams.values())
    assert any(over(one, limits.of_person()) for one in loads.people.values())


def test_a_team_is_credited_and_a_ward_was_answered() -> None:
    credited = Objective.objects.get(adopted_from__isnull=False)
    assert credited.adopted_from is not None
    assert credited.adopted_from.unit.parent_id is not None

    asked = WorryRound.objects.get()

    assert asked.is_answered
    answered = set(WorryReply.objects.values_list("theme", flat=True))
    assert answered == set(asked.shown) - {"none"} != set()
