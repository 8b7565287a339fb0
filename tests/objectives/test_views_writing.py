"""Writing an objective, wording it anew and proposing it in the browser."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django.asserts import (
    assertContains,
    assertNotContains,
    assertRedirects,
    assertTemplateUsed,
)

from objectives import services
from objectives.models import ContributionLink, Measure, Objective
from objectives.services import Words
from people.addresses import address
from tests.conftest import HTMX
from tests.factories import (
    AskedObjectiveFactory,
    AssignmentFactory,
    MeasureFactory,
)
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, fresh, standing, words, written

TITLE = "Falls with harm down by a fifth"


def good(**fields: Any) -> dict[str, Any]:
    return sent(title=TITLE, unit="W7", serves="priority:SAFE", then="propose", **fields)


def test_the_page_begins_with_what_an_address_names(world: World) -> None:
    url = address("objectives:write") + "?unit=W7&serves=priority:FAIR"

    response = client_of(world.manager).get(url)

    assertContains(response, 'value="priority:FAIR"')
    assert response.context["chosen"] == "priority:FAIR"
    assert response.context["form"]["unit"].value() == "W7"


def test_the_only_team_one_writes_for_is_not_asked_for(world: World) -> None:
    response = client_of(world.nurse).get(address("objectives:write"))

    assertContains(response, '<input type="hidden" name="unit" value="W7">', html=True)


def test_ones_own_team_stands_first_where_there_are_several(world: World) -> None:
    response = client_of(world.manager).get(address("objectives:write"))

    assert response.context["form"]["unit"].value() == "MED"
    assert [code for code, _ in response.context["units"]] == ["MED", "W7"]


def test_whoever_writes_nowhere_is_forbidden(world: World) -> None:
    world.stranger.assignments.update(ended_on="2026-10-01")

    assert client_of(world.stranger).get(address("objectives:write")).status_code == 403


def test_three_fields_are_enough_to_propose(world: World) -> None:
    response = client_of(world.sister).post(address("objectives:write"), good())

    objective = Objective.objects.get()
    assertRedirects(response, address("objectives:objective", objective.pk))
    assert (objective.state, words(objective).title) == ("proposed", TITLE)
    assert ContributionLink.objects.get().parent_priority == world.safe


def test_all_that_may_be_added_is_kept(world: World) -> None:
    fields = good(
        why="Each fall hurts",
        measure_name="Falls with harm a month",
        direction="down",
        baseline="10",
        target="7.5",
        unit_name="falls",
        target_date_0="31",
        target_date_1="3",
        target_date_2="2027",
        answerable=f"Nia Nurse ({world.nurse.staff_id})",
        behaviours="We round each hour",
        scope="cross_boundary",
        domain="quality_of_care",
        strength="partial",
    )

    client_of(world.sister).post(address("objectives:write"), fields)

    version = words(Objective.objects.get())
    assert (version.why, version.scope, version.domain) == (
        "Each fall hurts",
        "cross_boundary",
        "quality_of_care",
    )
    assert (str(version.target_date), version.answerable) == ("2027-03-31", world.nurse)
    measure = Measure.objects.get()
    assert (measure.baseline, measure.target, measure.unit_name) == (
        Decimal(10),
        Decimal("7.5"),
        "falls",
    )
    assert ContributionLink.objects.get().strength == "partial"


def test_a_draft_may_stand_alone_for_a_reason(world: World) -> None:
    fields = good() | {"serves": "none", "local_reason": "Patients asked", "then": "draft"}

    client_of(world.sister).post(address("objectives:write"), fields)

    objective = Objective.objects.get()
    assert (objective.state, objective.local_reason) == ("draft", "Patients asked")


def test_an_objective_may_serve_one_of_another_unit(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)

    client_of(world.sister).post(
        address("objectives:write"), good() | {"serves": f"objective:{above.ref}"}
    )

    link = ContributionLink.objects.get(child__unit=world.ward)
    assert link.parent_objective == above


def test_the_same_form_sent_twice_makes_one_objective(world: World) -> None:
    client, fields = client_of(world.sister), good()

    first = client.post(address("objectives:write"), fields)
    again = client.post(address("objectives:write"), fields)

    assert Objective.objects.count() == 1
    assert first.headers["Location"] == again.headers["Location"]


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"title": ""}, "Enter the objective, in one sentence"),
        ({"title": "Falls"}, "at least 10 characters"),
        ({"unit": "SUR"}, "Select a team you may write for"),
        ({"serves": ""}, "Select what it serves, or say why it serves no priority"),
        ({"serves": "priority:NONE"}, "Select what it serves from the list"),
        ({"serves": "nonsense"}, "Select what it serves from the list"),
        ({"serves": "none"}, "Say why it matters here"),
        ({"target": "lots", "measure_name": "Falls"}, "must be a number"),
        ({"target": "5"}, "Say what is measured"),
        ({"answerable": "Nobody Known"}, "Nobody here is called Nobody Known"),
        ({"target_date_0": "31"}, "target date must include a month and a year"),
        ({"strength": "enormous"}, "Select how it helps"),
    ],
)
def test_a_bad_form_comes_back_with_words_and_input(
    world: World, headers: dict[str, str], bad: dict[str, str], sentence: str
) -> None:
    fields = good(why="Each fall hurts") | bad

    response = client_of(world.sister).post(address("objectives:write"), fields, headers=headers)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "Each fall hurts", status_code=422)
    assert not Objective.objects.exists()
    assert ("<html" in response.text) is not bool(headers)


def test_two_people_of_one_name_are_told_apart_by_number(world: World) -> None:
    world.stranger.name = "Nia Nurse"
    world.stranger.save()

    response = client_of(world.sister).post(
        address("objectives:write"), good(answerable="nia nurse")
    )

    assertContains(response, "More than one person is called", status_code=422)


def test_a_team_that_has_closed_meanwhile_is_not_written_for(world: World) -> None:
    client, fields = client_of(world.sister), good()
    world.ward.closed_on = date(2026, 10, 1)
    world.ward.save()

    response = client.post(address("objectives:write"), fields)

    assert response.status_code == 403
    assert not Objective.objects.exists()


def test_a_search_brings_back_what_was_typed_unjudged(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    fields = sent(title="Fa", unit="W7", find="halve", look="1", target_date_0="31")

    response = client_of(world.sister).post(address("objectives:write"), fields)

    assertContains(response, f'value="objective:{above.ref}"')
    assertContains(response, ">Fa</textarea>")
    assertContains(response, 'value="31"')
    assertNotContains(response, "There is a problem")


def test_what_was_chosen_stays_offered_while_one_searches(world: World) -> None:
    url = address("objectives:parents") + "?find=zebra&serves=priority:FAIR&unit=W7"

    response = client_of(world.sister).get(url, headers=HTMX)

    assertTemplateUsed(response, "objectives/_parents.html")
    assertContains(response, "Nothing found")
    assert [choice.value for choice in response.context["offered"]] == ["priority:FAIR"]


def test_what_stands_nearest_is_offered_first(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    written(world.stranger, world.surgery, world.safe)

    response = client_of(world.sister).get(address("objectives:parents") + "?unit=W7")

    offered = [choice.value for choice in response.context["offered"]]
    assert offered == [f"objective:{above.ref}", "priority:SAFE", "priority:FAIR"]


def test_starting_what_was_asked_for_answers_it(world: World) -> None:
    asked = AskedObjectiveFactory.create(unit=world.ward, priority=world.safe)

    client_of(world.sister).post(address("objectives:write"), good())

    asked.refresh_from_db()
    assert asked.objective == Objective.objects.get()


@pytest.fixture
def objective(world: World) -> Objective:
    return written(world.sister, world.ward, world.safe)


def test_the_words_page_holds_the_newest_words(world: World, objective: Objective) -> None:
    MeasureFactory.create(version=words(objective), name="Falls a month", target="7.5000")

    response = client_of(world.sister).get(address("objectives:reword", objective.pk))

    assertContains(response, "Falls a month")
    assertContains(response, 'value="7.5"')


def test_new_words_are_saved(world: World, objective: Objective) -> None:
    response = client_of(world.sister).post(
        address("objectives:reword", objective.pk), {"version": 1, "title": "Falls down by half"}
    )

    assertRedirects(response, address("objectives:objective", objective.pk))
    assert words(objective).title == "Falls down by half"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_who_saves_second_sees_both_texts_and_may_save_again(
    world: World, objective: Objective, headers: dict[str, str]
) -> None:
    services.word_anew(
        objective=objective,
        words=Words(title="Falls down by a third"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    client, url = client_of(world.nurse), address("objectives:reword", objective.pk)
    fields = {"version": 1, "title": "Falls down by half", "measure_name": "Falls a month"}

    response = client.post(url, fields, headers=headers)

    assertContains(response, "Falls down by a third", status_code=409)
    assertContains(response, "Sam Sister saved", status_code=409)
    assertContains(response, 'name="version" value="2"', status_code=409)
    assert words(objective).title == "Falls down by a third"

    client.post(url, fields | {"version": 2})
    assert words(objective).title == "Falls down by half"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"version": 1, "title": "Falls"}, "at least 10 characters"),
        ({"version": 1, "title": TITLE}, "Nothing has changed"),
        ({"title": "Falls down by half"}, "This page was out of date"),
    ],
)
def test_bad_new_words_come_back(
    world: World, objective: Objective, fields: dict[str, Any], sentence: str
) -> None:
    response = client_of(world.sister).post(address("objectives:reword", objective.pk), fields)

    assertContains(response, sentence, status_code=422)
    assert words(objective).number == 1


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["reword", "propose", "serve", "give_local_reason", "withdraw"])
def test_who_may_not_change_an_objective_is_forbidden(
    world: World, objective: Objective, name: str, method: str
) -> None:
    client, url = client_of(world.stranger), address(f"objectives:{name}", objective.pk)
    fields = sent(version=1, title="Falls down by half", reason="Because", serves="priority:FAIR")

    response = getattr(client, method)(url, fields if method == "post" else None)

    assert response.status_code == 403
    assert fresh(objective).state == "proposed"


@pytest.mark.parametrize("name", ["objective", "answer", "reword", "propose", "serve", "withdraw"])
def test_a_draft_of_others_does_not_exist(world: World, name: str) -> None:
    draft = written(world.sister, world.ward, world.safe, is_proposed=False)

    response = client_of(world.stranger).get(address(f"objectives:{name}", draft.pk))

    assert response.status_code == 404


def test_a_draft_is_proposed_in_two_clicks(world: World) -> None:
    draft = written(world.sister, world.ward, world.safe, is_proposed=False)
    client, url = client_of(world.sister), address("objectives:propose", draft.pk)

    assertContains(client.get(url), "Propose it")
    response = client.post(url, sent())

    assertRedirects(response, address("objectives:objective", draft.pk))
    assert fresh(draft).state == "proposed"


def test_a_draft_that_serves_nothing_says_so_when_proposed(world: World) -> None:
    draft = written(world.sister, world.ward, None, is_proposed=False)

    response = client_of(world.sister).post(address("objectives:propose", draft.pk), sent())

    assertContains(response, "Say what this serves", status_code=422)


def test_people_of_the_team_are_offered_as_answerable(world: World) -> None:
    AssignmentFactory.create(person=world.stranger, unit=world.ward, is_primary=False)

    response = client_of(world.sister).get(address("objectives:write"))

    assert [name.split(" (")[0] for name in response.context["people_near"]] == [
        "Sam Sister",
        "Nia Nurse",
        "Sol Stranger",
    ]
