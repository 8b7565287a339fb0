"""Each side rates before it sees the other's view; a team says whether it is clear to it."""

from __future__ import annotations

from typing import Any

import pytest

from objectives import services
from objectives.models import ChallengeRating, ClarityAnswer, Objective
from objectives.queries.rating import rating_open
from objectives.services import NotTheirs, Refused, WordsChanged
from people.models import Person
from tests.objectives.world import NOON, World, agreed, fresh, standing, words, written


def rated(objective: Objective, by: Person, **changed: int) -> ChallengeRating:
    values: dict[str, Any] = {"challenge": 4, "feasibility": 3, "commitment": 5} | changed
    return services.rate(
        objective=objective,
        number=values.pop("number", words(objective).number),
        by=by,
        standing=standing(by),
        now=NOON,
        **values,
    )


def cleared(objective: Objective, by: Person, clarity: int = 4) -> ClarityAnswer:
    return services.say_how_clear(
        objective=objective,
        number=words(objective).number,
        clarity=clarity,
        by=by,
        standing=standing(by),
        now=NOON,
    )


def test_each_side_rates_for_itself(world: World) -> None:
    objective = agreed(world)

    own, theirs = rated(objective, world.sister), rated(objective, world.director)

    assert (own.party, theirs.party) == ("owner", "parent_owner")


def test_a_view_may_change_until_both_sides_have_rated(world: World) -> None:
    objective = agreed(world)
    rated(objective, world.sister, challenge=2)
    rated(objective, world.sister, challenge=5)
    assert ChallengeRating.objects.get().challenge == 5

    rated(objective, world.director)

    assert rating_open(fresh(objective), standing=standing(world.sister)).is_shown
    with pytest.raises(Refused, match="stays as it is"):
        rated(objective, world.sister, challenge=1)


def test_nobody_rates_for_both_sides(world: World) -> None:
    """Medicine's manager may answer for the ward too; the question that comes to them wins."""
    above = written(world.manager, world.medicine, world.safe)
    below = written(world.sister, world.ward, above, title="Fewer falls on nights by March")

    assert rated(below, world.manager).party == "parent_owner"
    assert rated(below, world.manager, challenge=1).party == "parent_owner"
    assert ChallengeRating.objects.filter(person=world.manager).count() == 1


def test_those_who_may_answer_for_neither_side_do_not_rate(world: World) -> None:
    objective = agreed(world)

    for person in (world.nurse, world.stranger):
        with pytest.raises(NotTheirs):
            rated(objective, person)


def test_a_draft_and_older_words_are_not_rated(world: World) -> None:
    draft = written(world.sister, world.ward, world.safe, is_proposed=False)
    with pytest.raises(NotTheirs):
        rated(draft, world.sister)
    with pytest.raises(WordsChanged):
        rated(agreed(world), world.sister, number=7)


def test_members_of_the_team_say_how_clear_it_is(world: World) -> None:
    objective = agreed(world)
    cleared(objective, world.nurse, 2)
    cleared(objective, world.nurse, 5)

    assert ClarityAnswer.objects.get().clarity == 5
    for person in (world.stranger, world.director):
        with pytest.raises(NotTheirs):
            cleared(objective, person)
