from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.models import Objective, Worry, WorryReply, WorryRound
from objectives.queries.waiting import all_waiting, reader_of
from objectives.queries.worries import worry_page
from objectives.services import worrying
from people.addresses import address
from people.models import Person
from tests.factories import WorryFactory, WorryRoundFactory
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import FALLS, NOON, World, accepted, someone, standing, words, written


@pytest.fixture
def team(world: World) -> list[Person]:
    """Ward 7 has the twelve people it takes to answer unseen."""
    return [world.sister, world.nurse, *[someone(f"Pat {n}", world.ward) for n in range(10)]]


@pytest.fixture
def objective(world: World, team: list[Person]) -> Objective:
    above = accepted(
        written(world.manager, world.medicine, world.safe), "parent_owner", world.director
    )
    return written(world.sister, world.ward, above)


def opened(objective: Objective, by: Person) -> WorryRound:
    return worrying.open_worries(objective=objective, by=by, standing=standing(by), now=NOON)


def say(asked: WorryRound, by: Person, *themes: str) -> None:
    worrying.say_worries(asked=asked, themes=themes, by=by, now=NOON)


def end(asked: WorryRound, by: Person) -> WorryRound:
    return worrying.end_worries(asked=asked, standing=standing(by), now=NOON)


def reply(asked: WorryRound, by: Person, **replies: str) -> WorryRound:
    return worrying.answer_worries(
        asked=asked, replies=replies, by=by, standing=standing(by), now=NOON
    )


def titles(person: Person) -> list[str]:
    reader = reader_of(standing(person))
    return [one.title for one in all_waiting(reader=reader, now=NOON)]


def test_either_side_asks_and_nobody_else(world: World, objective: Objective) -> None:
    with pytest.raises(services.NotTheirs):
        opened(objective, world.stranger)
    asked = opened(objective, world.manager)

    assert (asked.unit, asked.floor) == (world.ward, 11)
    assert f"What worries you about “{FALLS}”?" in titles(world.nurse)
    assert not any("worries" in one for one in titles(world.stranger))
    with pytest.raises(services.Refused, match="already"):
        opened(objective, world.sister)


def test_a_team_too_small_to_be_unseen_is_not_asked(world: World) -> None:
    small = written(world.manager, world.medicine, world.safe)

    with pytest.raises(services.Refused, match="unseen"):
        opened(small, world.manager)


def test_members_answer_once_each_and_only_while_it_is_open(
    world: World, objective: Objective
) -> None:
    asked = opened(objective, world.sister)
    with pytest.raises(services.NotTheirs):
        say(asked, world.stranger, "time")
    with pytest.raises(services.Refused, match="or that nothing does"):
        say(asked, world.nurse, "time", "none")

    say(asked, world.nurse, "time", "staff")
    say(asked, world.nurse, "harm")

    assert [one.theme for one in Worry.objects.filter(person=world.nurse)] == ["harm"]
    assert not any("worries you" in one for one in titles(world.nurse))
    end(asked, world.sister)
    with pytest.raises(services.Refused, match="ended"):
        say(asked, world.nurse, "time")


def test_nothing_is_shown_before_the_end_not_even_how_many_spoke(
    world: World, objective: Objective, team: list[Person]
) -> None:
    asked = opened(objective, world.manager)
    before = client_of(world.manager).get(address("objectives:worries", objective.pk))
    for person in team:
        say(asked, person, "backing")

    after = client_of(world.manager).get(address("objectives:worries", objective.pk))

    assert before.context["page"].lines == after.context["page"].lines == []
    strip = [one.text.split("<main")[1] for one in (before, after)]
    assert strip[0] == strip[1]


def test_too_few_answers_show_nothing_and_there_is_no_second_round(
    world: World, objective: Objective, team: list[Person]
) -> None:
    asked = opened(objective, world.manager)
    for person in team[:10]:
        say(asked, person, "time")

    ended = end(asked, world.manager)

    assert (ended.shown, ended.is_answered) == ({}, True)
    with pytest.raises(services.Refused, match="already"):
        opened(objective, world.sister)


def test_what_enough_share_goes_up_and_is_answered(
    world: World, objective: Objective, team: list[Person]
) -> None:
    asked = opened(objective, world.sister)
    for number, person in enumerate(team):
        say(asked, person, *(["staff", "harm"] if number < 2 else ["staff"]))
    ended = end(asked, world.sister)
    assert ended.shown == {"staff": "most"}  # two who fear harm are not exposed
    wanted = f"Answer what worries Ward 7 about “{FALLS}”"
    assert wanted in titles(world.manager)
    assert wanted not in titles(world.sister)

    with pytest.raises(services.Refused, match="at least one"):
        reply(ended, world.manager, harm="No")
    with pytest.raises(services.NotTheirs):
        reply(ended, world.sister, staff="No")
    client_of(world.manager).post(
        address("objectives:answer_worries", objective.pk), sent(staff="Two nurses from May")
    )

    assert WorryReply.objects.get().words == "Two nurses from May"
    assert wanted not in titles(world.manager)
    page = client_of(world.nurse).get(address("objectives:worries", objective.pk))
    assert "Two nurses from May" in page.text and "Most of those who answered" in page.text


def test_it_stays_between_the_team_and_the_two_sides(world: World, objective: Objective) -> None:
    opened(objective, world.sister)
    there = address("objectives:worries", objective.pk)

    codes = {
        person.name: client_of(person).get(there).status_code
        for person in (world.nurse, world.manager, world.stranger)
    }

    assert codes == {"Nia Nurse": 200, "Mo Manager": 200, "Sol Stranger": 403}


def test_a_round_in_clicks(world: World, objective: Objective) -> None:
    sister, nurse = client_of(world.sister), client_of(world.nurse)
    there = address("objectives:worries", objective.pk)
    assert there in sister.get(address("objectives:objective", objective.pk)).text
    sister.post(address("objectives:open_worries", objective.pk), sent())
    answer = address("objectives:say_worries", objective.pk)
    assert nurse.post(answer, sent()).status_code == 422
    assert nurse.post(answer, sent(themes=["time", "none"])).status_code == 422

    nurse.post(answer, sent(themes=["time", "clash"]))

    assert Worry.objects.count() == 2
    assert "We will not find the time" in nurse.get(there).text
    assert "We will not find the time" not in sister.get(there).text
    sister.post(address("objectives:end_worries", objective.pk), sent())
    assert "Too few answered" in nurse.get(there).text


def test_the_page_asks_as_often_whatever_was_said(
    world: World, objective: Objective, team: list[Person]
) -> None:
    asked = WorryRoundFactory.create(version=words(objective), unit=world.ward, ended_at=NOON)
    counts = []
    for number, person in enumerate(team):
        WorryFactory.create(version=asked.version, person=person)
        if number in (1, 11):
            with CaptureQueriesContext(connection) as captured:
                worry_page(objective, standing=standing(world.manager))
            counts.append(len(captured))

    assert counts[0] == counts[1]


def test_nobody_is_asked_about_what_was_withdrawn(world: World, objective: Objective) -> None:
    opened(objective, world.manager)
    Objective.objects.filter(pk=objective.pk).update(state="withdrawn")

    assert not any("worries you" in one for one in titles(world.nurse))
