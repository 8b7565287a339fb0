from __future__ import annotations

from datetime import timedelta

import pytest

from objectives import services
from objectives.models import Agreement, JointOwner, Message, Objective
from objectives.queries.waiting import reader_of, waiting_for
from people.models import Errand, Person
from people.tenancy import organisation_in_force
from tests.objectives.world import NOON, World, someone, standing, words, written


def state_of(objective: Objective) -> str:
    return Objective.objects.get(pk=objective.pk).state


def answer(what: str, objective: Objective, party: str, by: Person, **more: str) -> None:
    getattr(services, what)(
        objective=objective,
        party=party,
        number=words(objective).number,
        by=by,
        standing=standing(by),
        now=NOON + timedelta(hours=1),
        **more,
    )


def say(objective: Objective, by: Person, words: str) -> Message:
    return services.send_message(
        objective=objective, words=words, by=by, standing=standing(by), now=NOON
    )


def titles(person: Person) -> list[str]:
    return [one.title for one in waiting_for(reader_of(standing(person)))]


def test_an_acceptance_with_a_concern_agrees_and_keeps_the_concern(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    answer("accept", objective, "parent_owner", world.director, concern="Who covers the nights?")

    assert state_of(objective) == "agreed"
    said = Agreement.objects.get(response="accept_with_concern")
    assert (said.note, said.person) == ("Who covers the nights?", world.director)


def test_a_wish_to_talk_is_heard_by_the_other_side_and_agrees_nothing(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    answer("challenge", objective, "parent_owner", world.director, note="Why a fifth?")

    assert state_of(objective) == "in_catchball"
    [title] = [one for one in titles(world.sister) if one.startswith("Talk about")]
    assert "Falls with harm" in title


@pytest.mark.parametrize("what", ["challenge", "decline"])
def test_to_send_words_back_one_says_why(world: World, what: str) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(services.Refused, match="Say"):
        answer(what, objective, "parent_owner", world.director, note=" ")

    assert state_of(objective) == "proposed"


def test_a_message_is_kept_and_the_other_side_is_told(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    before = Errand.objects.count()

    message = say(objective, world.sister, " Could we count near misses too? ")

    assert (message.words, message.party) == ("Could we count near misses too?", "owner")
    letters = Errand.objects.order_by("pk")[before:]
    assert {errand.arguments["to"] for errand in letters} == {"dana@example.org"}


def test_whoever_is_on_neither_side_says_nothing(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(services.NotTheirs):
        say(objective, world.stranger, "Hello")

    assert not Message.objects.exists()


def test_nobody_talks_about_a_draft_or_what_is_over(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    for state in ("draft", "withdrawn", "achieved"):
        Objective.objects.filter(pk=objective.pk).update(state=state)
        with pytest.raises(services.Refused):
            say(objective, world.sister, "Hello")


def test_an_objective_two_units_own_needs_both(world: World) -> None:
    surgeon = someone("Sue Surgeon", world.surgery, is_lead=True)
    objective = written(world.sister, world.ward, world.safe)
    JointOwner.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        unit=world.surgery,
        added_by=world.sister,
    )
    answer("accept", objective, "parent_owner", world.director)
    assert state_of(objective) == "proposed"

    with pytest.raises(services.NotTheirs):
        answer("accept", objective, f"joint-{world.surgery.pk}", world.sister)
    answer("accept", objective, f"joint-{world.surgery.pk}", surgeon)

    assert state_of(objective) == "agreed"
