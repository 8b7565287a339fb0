from __future__ import annotations

from datetime import timedelta

import pytest

from objectives import services
from objectives.models import GoingAhead, Objective, TeamAnswer
from objectives.queries.waiting import reader_of, waiting_for
from objectives.services import Words
from people.addresses import address
from people.models import Errand, Person
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, accepted, someone, standing, written

YES, NOT_YET = TeamAnswer.Response.ACCEPT, TeamAnswer.Response.NOT_YET


def state_of(objective: Objective) -> str:
    return Objective.objects.get(pk=objective.pk).state


def ask_team(objective: Objective, by: Person) -> None:
    services.ask_team(objective=objective, by=by, standing=standing(by), now=NOON)


def answer(objective: Objective, by: Person, response: str = YES) -> None:
    services.answer_for_oneself(objective=objective, response=response, by=by, now=NOON)


def titles(person: Person) -> list[str]:
    return [one.title for one in waiting_for(reader_of(standing(person)))]


@pytest.fixture
def asked(world: World) -> Objective:
    """Ward 7's three people are asked; the other side has accepted already."""
    someone("Ned Nurse", world.ward)
    objective = written(world.sister, world.ward, world.safe)
    ask_team(objective, world.sister)
    return accepted(objective, "parent_owner", world.director)


def test_where_the_team_decides_both_sides_are_not_enough(world: World, asked: Objective) -> None:
    assert state_of(asked) == "proposed"

    answer(asked, world.nurse)
    assert state_of(asked) == "proposed"

    answer(asked, world.sister)
    assert state_of(asked) == "agreed"


def test_every_member_is_asked_once_and_by_letter(world: World, asked: Objective) -> None:
    assert TeamAnswer.objects.filter(consent__version__objective=asked).count() == 3
    assert any(title.startswith("Can you stand behind") for title in titles(world.nurse))
    letters = Errand.objects.filter(key__startswith="consent:")
    assert {one.arguments["to"] for one in letters} == {"nia@example.org", "ned@example.org"}

    with pytest.raises(services.Refused, match="already been asked"):
        ask_team(asked, world.sister)


def test_a_no_from_one_of_two_keeps_it_from_being_agreed(world: World, asked: Objective) -> None:
    answer(asked, world.nurse, NOT_YET)
    answer(asked, world.sister)
    assert state_of(asked) == "proposed"

    answer(asked, world.nurse, TeamAnswer.Response.CONCERN)
    assert state_of(asked) == "agreed"


def test_new_words_ask_the_team_again(world: World, asked: Objective) -> None:
    answer(asked, world.nurse)
    services.word_anew(
        objective=asked,
        words=Words(title="Falls with harm down by a tenth"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON + timedelta(hours=1),
    )

    with pytest.raises(services.NotTheirs):
        answer(asked, world.sister)
    assert not any(title.startswith("Can you stand behind") for title in titles(world.sister))
    ask_team(asked, world.sister)
    assert TeamAnswer.objects.filter(response="").count() == 3 + 2


def test_nobody_answers_for_another_and_strangers_not_at_all(
    world: World, asked: Objective
) -> None:
    with pytest.raises(services.NotTheirs):
        answer(asked, world.manager)
    page = client_of(world.manager).get(address("objectives:stand_behind", asked.pk))
    assert page.status_code == 403


def test_what_one_member_answered_is_on_no_page(world: World, asked: Objective) -> None:
    answer(asked, world.nurse, NOT_YET)

    text = client_of(world.sister).get(address("objectives:objective", asked.pk)).text

    assert "Not enough of the team yet" in text
    assert "1 of 3" not in text  # a small team: no numbers
    assert "Nia Nurse" not in text


def test_the_lead_decides_again(world: World, asked: Objective) -> None:
    services.let_lead_decide(
        objective=asked, by=world.sister, standing=standing(world.sister), now=NOON
    )

    assert state_of(asked) == "agreed"


def test_a_team_shares_an_objective_and_takes_it_back(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    surgeon = someone("Sue Surgeon", world.surgery, is_lead=True)
    services.share_with(
        objective=objective,
        unit=world.surgery,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    accepted(objective, "parent_owner", world.director)
    assert "Answer “Falls with harm down by a fifth”" in titles(surgeon)
    assert state_of(objective) == "proposed"

    with pytest.raises(services.Refused, match="owns it already"):
        services.share_with(
            objective=objective,
            unit=world.surgery,
            by=world.sister,
            standing=standing(world.sister),
            now=NOON,
        )
    services.own_alone(
        objective=objective,
        unit=world.surgery,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    assert state_of(objective) == "agreed"


def test_a_joint_owner_answers_on_the_page(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    surgeon = someone("Sue Surgeon", world.surgery, is_lead=True)
    client = client_of(world.sister)
    client.post(
        address("objectives:share_with", objective.pk),
        {"unit": "SUR", "idempotency_key": "2" * 32},
    )

    client_of(surgeon).post(
        address("objectives:answer", objective.pk),
        {"response": "accept", "number": "1", "idempotency_key": "3" * 32},
    )
    accepted(objective, "parent_owner", world.director)

    assert state_of(objective) == "agreed"


def go_ahead(
    objective: Objective, by: Person, *, days: int, reason: str = "It cannot wait"
) -> None:
    services.go_ahead(
        objective=objective,
        reason=reason,
        by=by,
        standing=standing(by),
        now=NOON + timedelta(days=days),
    )


def test_after_thirty_days_the_side_it_serves_may_go_ahead_and_it_is_not_agreed(
    world: World,
) -> None:
    objective = written(world.sister, world.ward, world.safe)
    with pytest.raises(services.Refused, match="30 days"):
        go_ahead(objective, world.director, days=29)
    with pytest.raises(services.Refused, match="Say why"):
        go_ahead(objective, world.director, days=31, reason=" ")
    with pytest.raises(services.NotTheirs):
        go_ahead(objective, world.sister, days=31)

    go_ahead(objective, world.director, days=31)

    assert state_of(objective) == "proposed"
    assert GoingAhead.objects.get().reason == "It cannot wait"
    text = client_of(world.nurse).get(address("objectives:objective", objective.pk)).text
    assert "Going ahead without agreement" in text
