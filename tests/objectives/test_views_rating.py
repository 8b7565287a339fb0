"""Rating unseen, saying how clear it is, the lights on pages, hints while words are typed."""

from __future__ import annotations

import csv
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from objectives import services
from objectives.models import ChallengeRating, ClarityAnswer, Objective
from objectives.services import Words
from people.addresses import address
from people.models import Person
from tests.conftest import HTMX
from tests.factories import (
    ChallengeRatingFactory,
    ClarityAnswerFactory,
    ContributionLinkFactory,
    ObjectiveFactory,
    RoleGrantFactory,
)
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, accepted, agreed, standing, words, written


def rate(by: Person, objective: Objective, **changed: Any) -> Any:
    fields: dict[str, Any] = {
        "number": words(objective).number,
        "challenge": 4,
        "feasibility": 4,
        "commitment": 5,
    }
    where = address("objectives:rate", objective.pk)
    return client_of(by).post(where, sent(**(fields | changed)))


def page_of(by: Person, objective: Objective) -> Any:
    return client_of(by).get(address("objectives:objective", objective.pk))


def test_a_light_changes_on_the_page_right_after_the_change(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    before = page_of(world.sister, objective)
    assertContains(before, "Waiting")
    assertContains(before, "It would reach “Safe, kind care”")

    accepted(objective, "parent_owner", world.director)

    after = page_of(world.sister, objective)
    assertContains(after, "Both sides said yes")
    assertContains(after, "It reaches “Safe, kind care”.")
    assertContains(after, "Say how hard and how doable it is")


def test_neither_side_sees_anything_until_both_have_rated(world: World) -> None:
    objective = agreed(world)
    response = rate(world.sister, objective, challenge=5)
    assertRedirects(response, address("objectives:objective", objective.pk))

    for person in (world.sister, world.director, world.nurse):
        page = page_of(person, objective)
        assertContains(page, "One side has rated")
        assertNotContains(page, "very hard")

    rate(world.director, objective, challenge=3)

    for person in (world.sister, world.director, world.nurse):
        page = page_of(person, objective)
        assertContains(page, "The sides see it differently")
        assertContains(page, "Its owner finds it very hard and doable")
        assertContains(page, "The side it serves finds it fair and doable")


def test_the_rating_page_holds_ones_own_view_and_not_the_others(world: World) -> None:
    objective = agreed(world)
    rate(world.sister, objective, challenge=5)

    own = client_of(world.sister).get(address("objectives:rate", objective.pk))
    theirs = client_of(world.director).get(address("objectives:rate", objective.pk))

    assertContains(own, "checked", 3)
    assertNotContains(theirs, "checked")
    assertContains(theirs, "You rate for")


def test_once_both_have_rated_the_rating_page_leads_to_what_was_said(world: World) -> None:
    objective = agreed(world)
    rate(world.sister, objective)
    rate(world.director, objective)

    response = client_of(world.sister).get(address("objectives:rate", objective.pk), follow=True)

    assertContains(response, "Both sides have rated these words")
    assertContains(rate(world.sister, objective), "stays as it is", status_code=422)


def test_what_was_chosen_stays_when_something_is_missing(world: World) -> None:
    objective = agreed(world)

    response = rate(world.sister, objective, feasibility="")

    assertContains(response, "Select whether it can be done", status_code=422)
    assertContains(response, "checked", 2, status_code=422)
    assert not ChallengeRating.objects.exists()


def test_words_that_changed_meanwhile_are_shown_with_what_was_chosen(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    services.word_anew(
        objective=objective,
        words=Words(title="Falls with harm down by a third"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )

    response = rate(world.sister, objective, number=1)

    assertContains(response, "The words changed", status_code=409)
    assertContains(response, "Falls with harm down by a third", status_code=409)
    assertContains(response, 'name="number" value="2"', status_code=409)
    assertContains(response, "checked", 3, status_code=409)


def test_a_member_says_whether_it_is_clear(world: World) -> None:
    objective = agreed(world)
    where = address("objectives:say_how_clear", objective.pk)
    assertContains(page_of(world.nurse, objective), where)
    assertContains(client_of(world.nurse).get(where), "Once 11 of the team have answered")

    response = client_of(world.nurse).post(where, sent(number=1, clarity=2))

    assertRedirects(response, address("objectives:objective", objective.pk))
    assert ClarityAnswer.objects.get().clarity == 2
    assertNotContains(page_of(world.sister, objective), "The team finds it")


def test_a_team_is_heard_when_enough_of_it_answered(world: World) -> None:
    objective = agreed(world)
    for _ in range(11):
        ClarityAnswerFactory.create(version=words(objective), clarity=2)

    page = page_of(world.stranger, objective)

    assertContains(page, "The team finds it hardly clear.")
    assertNotContains(page, address("objectives:say_how_clear", objective.pk))


def test_mending_is_offered_to_those_who_may(world: World) -> None:
    objective = agreed(world)
    reword, stranger = (
        address("objectives:reword", objective.pk),
        page_of(world.stranger, objective),
    )

    assertContains(page_of(world.sister, objective), f'<a href="{reword}">Add what is missing</a>')
    assertNotContains(stranger, reword)
    assertContains(stranger, "Add what is missing.")


def test_lists_and_team_pages_mark_the_four_lights(world: World) -> None:
    agreed(world)

    for where in (address("objectives:objectives"), address("objectives:team", world.ward.pk)):
        response = client_of(world.nurse).get(where)
        for mark in ("Not clear", "Aligned", "Agreed", "Challenging: not known"):
            assertContains(response, f">{mark}</strong>")


def test_a_team_page_costs_as_much_for_seventy_objectives_as_for_seven(world: World) -> None:
    client, counts = client_of(world.nurse), []
    where = address("objectives:team", world.ward.pk)
    client.get(where)
    for number in (7, 63):
        for at in range(number):
            state = ("agreed", "proposed")[at % 2]
            one = ObjectiveFactory.create(unit=world.ward, state=state, proposed_at=NOON)
            ContributionLinkFactory.create(
                child=one, parent_priority=world.safe, state=("accepted", "proposed")[at % 2]
            )
            ChallengeRatingFactory.create(version=words(one))
        with CaptureQueriesContext(connection) as captured:
            client.get(where)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def hinted(by: Person, **typed: Any) -> Any:
    return client_of(by).post(address("objectives:hints"), typed, headers=HTMX)


def test_hints_come_while_words_are_typed_and_keep_nothing(world: World) -> None:
    response = hinted(world.sister, title="Continue to leverage our robust partnerships")

    assertContains(response, "“continue to” can mean many things")
    assertContains(response, "How will you see that it is reached?")
    assert not Objective.objects.exists()


def test_hints_say_nothing_yet_and_say_when_all_is_there(world: World) -> None:
    assert hinted(world.sister, title="Falls").text.strip() == ""
    full = hinted(
        world.sister,
        title="Falls with harm down by a fifth",
        why="A fall can end a life at home",
        measure_name="Falls",
        direction="down",
        baseline="10",
        target="many",  # not a number yet: hints never refuse
        target_date_2="2027",
    )
    assertContains(full, "This reads clearly.")


def test_new_ground_is_met_with_finding_out_how(world: World) -> None:
    response = hinted(world.sister, title="Falls with harm down by a fifth", complexity="4")

    assertContains(response, "It is new ground.")


def test_a_form_that_comes_back_holds_its_hints_without_script(world: World) -> None:
    response = client_of(world.sister).post(
        address("objectives:write"), sent(title="Deliver robust care to all", unit="W7")
    )

    assertContains(response, "“robust” can mean many things", status_code=422)


def test_a_goal_to_find_out_how_is_written_and_worded_anew(world: World) -> None:
    client = client_of(world.sister)
    fields = {
        "title": "Learn what keeps people on their feet",
        "unit": "W7",
        "serves": "priority:SAFE",
        "goal_type": "learning",
        "complexity": "5",
        "will_know": "Which three habits matter most",
        "no_measure_reason": "We do not know yet what to count",
        "then": "draft",
    }
    client.post(address("objectives:write"), sent(**fields))
    objective = Objective.objects.get()
    version = words(objective)
    assert (objective.goal_type, version.complexity) == ("learning", 5)
    assert version.will_know == "Which three habits matter most"
    assert version.no_measure_reason == "We do not know yet what to count"

    where = address("objectives:reword", objective.pk)
    assertContains(client.get(where), "Which three habits matter most")
    client.post(where, {"version": 1, **fields, "goal_type": "performance", "complexity": ""})

    objective.refresh_from_db()
    assert objective.goal_type == "performance"
    assert words(objective).complexity is None
    assert not words(objective).is_material


def test_what_will_be_known_is_agreed_like_the_rest_of_the_words(world: World) -> None:
    objective = agreed(world)
    title = words(objective).title

    def anew(number: int, **changed: Any) -> bool:
        return services.word_anew(
            objective=objective,
            words=Words(title=title, **changed),
            number=number,
            by=world.sister,
            standing=standing(world.sister),
            now=NOON,
        ).is_material

    assert not anew(1, complexity=4, no_measure_reason="Too few to count", goal_type="learning")
    assert anew(2, will_know="Which habits matter")


def test_the_file_of_lights_says_what_the_list_says(world: World) -> None:
    objective = agreed(world)
    written(world.sister, world.ward, world.fair, title="Fewer falls on nights by March")
    RoleGrantFactory.create(person=world.stranger, role="board_secretary")
    client = client_of(world.stranger)
    assertContains(client.get(address("objectives:objectives")), address("objectives:lights_file"))

    answer = client.get(f"{address('objectives:lights_file')}?state=agreed")

    header, *rows = csv.reader(answer.content.decode("utf-8-sig").splitlines())
    assert header[4:8] == ["Clear", "Aligned", "Agreed", "Challenging"]
    assert rows == [
        [objective.ref, "Ward 7", "Falls with harm down by a fifth", "Agreed", "Not clear",
         "Aligned", "Agreed", "Challenging: not known", "Something is missing",
         "Reaches the Board", "Both sides said yes", "Not rated yet"]
    ]  # fmt: skip


def test_what_a_goal_to_find_out_how_will_know_stands_on_its_page(world: World) -> None:
    text = Words(
        title="Learn what keeps people on their feet",
        goal_type="learning",
        will_know="Which three habits matter",
        no_measure_reason="Nobody has counted it",
    )
    objective = written(world.sister, world.ward, world.safe, text=text)

    page = page_of(world.nurse, objective)

    assertContains(page, "A goal to find out how")
    assertContains(page, "Which three habits matter")
    assertContains(page, "Nothing is measured: Nobody has counted it")
