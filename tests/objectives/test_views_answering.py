"""Answering an objective, a link, a question, a wish; and changing what an objective serves."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.asserts import assertContains, assertRedirects, assertTemplateUsed

from objectives import services
from objectives.models import (
    Agreement,
    AskedObjective,
    ContributionLink,
    ExpectedContribution,
    Objective,
    Withdrawal,
)
from objectives.services import Words
from people.addresses import address
from people.models import Person
from tests.conftest import HTMX
from tests.factories import AskedObjectiveFactory, ExpectedContributionFactory, RoleGrantFactory
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, agreed, fresh, link_of, standing, written


@pytest.fixture
def objective(world: World) -> Objective:
    return written(world.sister, world.ward, world.safe)


@pytest.fixture
def answer_url(objective: Objective) -> str:
    return address("objectives:answer", objective.pk)


def yes(**fields: Any) -> dict[str, Any]:
    return sent(response="accept", number=1, **fields)


def test_the_answer_page_is_about_one_thing(world: World, answer_url: str) -> None:
    response = client_of(world.director).get(answer_url)

    assertTemplateUsed(response, "objectives/answer.html")
    assertContains(response, "Your answer for The Board")
    assertContains(response, "Yes, we accept it")


def test_htmx_gets_only_the_answer(world: World, answer_url: str) -> None:
    response = client_of(world.director).get(answer_url, headers=HTMX)

    assertTemplateUsed(response, "objectives/_answer.html")
    assert "<html" not in response.text


def test_one_click_accepts(world: World, objective: Objective, answer_url: str) -> None:
    response = client_of(world.director).post(answer_url, yes())

    assertRedirects(response, address("objectives:objective", objective.pk))
    assert fresh(objective).state == "agreed"


def test_a_no_needs_its_reason(world: World, objective: Objective, answer_url: str) -> None:
    no = {"response": "decline", "number": 1}
    client = client_of(world.director)

    response = client.post(answer_url, sent(**no))
    assertContains(response, "Say why, so that they know what to do next", status_code=422)

    client.post(answer_url, sent(**no, note="Too soon for us"))
    assert fresh(objective).state == "in_catchball"
    assert Agreement.objects.get(response="decline").note == "Too soon for us"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_words_that_changed_meanwhile_are_shown_and_not_answered(
    world: World, objective: Objective, answer_url: str, headers: dict[str, str]
) -> None:
    services.word_anew(
        objective=objective,
        words=Words(title="Falls down by half"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )

    response = client_of(world.director).post(answer_url, yes(), headers=headers)

    assertContains(response, "The words changed while you were reading", status_code=409)
    assertContains(response, "Falls down by half", status_code=409)
    assertContains(response, 'name="number" value="2"', status_code=409)
    assert fresh(objective).state == "proposed"


@pytest.mark.parametrize(
    "fields", [{}, {"response": "perhaps"}, {"response": "accept", "number": "x"}]
)
def test_a_form_made_up_is_refused(world: World, answer_url: str, fields: dict[str, str]) -> None:
    assert client_of(world.director).post(answer_url, sent(**fields)).status_code == 422


def test_who_has_nothing_to_answer_is_led_to_the_objective(
    world: World, objective: Objective, answer_url: str
) -> None:
    """A letter's link, after somebody else has answered."""
    client = client_of(world.stranger)

    assertRedirects(client.get(answer_url), address("objectives:objective", objective.pk))
    assert client.post(answer_url, yes()).status_code == 403


def test_the_side_is_not_the_senders_to_choose(
    world: World, objective: Objective, answer_url: str
) -> None:
    client_of(world.director).post(answer_url, yes(party="owner", person=world.sister.pk))

    newest = Agreement.objects.order_by("-pk")[0]
    assert (newest.party, newest.person) == ("parent_owner", world.director)


def test_the_same_answer_sent_twice_is_kept_once(
    world: World, objective: Objective, answer_url: str
) -> None:
    client, fields = client_of(world.director), yes()

    client.post(answer_url, fields)
    client.post(answer_url, fields)

    assert Agreement.objects.filter(party="parent_owner").count() == 1


@pytest.fixture
def link(world: World) -> ContributionLink:
    """Ward 7's agreed objective also says that it serves Medicine's."""
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    child = agreed(world)
    return services.serve(
        child=child,
        parent=above,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
        rationale="Fewer falls",
    )


def test_a_link_is_answered_on_a_page_of_its_own(world: World, link: ContributionLink) -> None:
    client, url = client_of(world.manager), address("objectives:answer_link", link.pk)

    assertContains(client.get(url), "Halve harm from falls")
    response = client.post(url, sent(response="accept"))

    assertRedirects(response, address("objectives:objective", link.child_id))
    link.refresh_from_db()
    assert link.state == "accepted"


def test_a_link_is_declined_with_a_reason(world: World, link: ContributionLink) -> None:
    client, url = client_of(world.manager), address("objectives:answer_link", link.pk)

    assertContains(client.post(url, sent(response="decline")), "Say why", status_code=422)
    client.post(url, sent(response="decline", note="Not our aim"))

    link.refresh_from_db()
    assert (link.state, link.reason) == ("declined", "Not our aim")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["answer_link", "set_primary", "end_link"])
def test_who_is_on_neither_side_may_not_touch_a_link(
    world: World, link: ContributionLink, name: str, method: str
) -> None:
    client, url = client_of(world.stranger), address(f"objectives:{name}", link.pk)

    response = getattr(client, method)(
        url, sent(response="accept", reason="No") if method == "post" else None
    )

    assert response.status_code == 403


@pytest.mark.parametrize("name", ["answer_link", "set_primary", "end_link"])
def test_a_link_of_a_draft_does_not_exist_for_others(world: World, name: str) -> None:
    draft = written(world.sister, world.ward, world.safe, is_proposed=False)

    url = address(f"objectives:{name}", link_of(draft).pk)

    assert client_of(world.stranger).get(url).status_code == 404


def test_another_link_is_put_first(world: World, link: ContributionLink) -> None:
    client, url = client_of(world.sister), address("objectives:set_primary", link.pk)

    assertContains(client.get(url), "Halve harm from falls")
    client.post(url, sent())

    link.refresh_from_db()
    assert link.is_primary


def test_a_link_is_ended_with_a_reason(world: World, link: ContributionLink) -> None:
    client, url = client_of(world.sister), address("objectives:end_link", link.pk)

    assertContains(client.get(url), "Why not any longer?")
    assertContains(client.post(url, sent()), "Say why", status_code=422)
    client.post(url, sent(reason="It moved"))

    link.refresh_from_db()
    assert (link.state, link.reason) == ("ended", "It moved")


def test_one_more_thing_is_served(world: World, objective: Objective) -> None:
    client, url = client_of(world.sister), address("objectives:serve", objective.pk)

    assertContains(client.get(url), "Fair outcomes")
    searched = client.post(url, sent(find="fair", look="1"))
    assert [one.title for one in searched.context["offered"]] == ["Fair outcomes"]
    client.post(url, sent(serves="priority:FAIR", strength="partial", rationale="It helps"))

    added = ContributionLink.objects.get(parent_priority=world.fair)
    assert (added.child, added.strength, added.is_primary) == (objective, "partial", False)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Select what it serves"),
        ({"serves": "objective:NONE"}, "Select what it serves from the list"),
        ({"serves": "priority:SAFE"}, "This already serves that priority"),
        ({"serves": "priority:FAIR", "strength": ""}, "Select how it helps"),
        ({"serves": "priority:FAIR", "rationale": ""}, "Say in what way it helps"),
    ],
)
def test_a_bad_link_comes_back(
    world: World, objective: Objective, fields: dict[str, str], sentence: str
) -> None:
    whole = {"strength": "direct", "rationale": "It helps"} | fields

    response = client_of(world.sister).post(
        address("objectives:serve", objective.pk), sent(**whole)
    )

    assertContains(response, sentence, status_code=422)
    assert ContributionLink.objects.count() == 1


def test_a_reason_to_stand_alone_is_given_and_accepted(world: World) -> None:
    objective = agreed(world)
    services.end_link(
        link=link_of(objective),
        reason="It moved",
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    give = address("objectives:give_local_reason", objective.pk)
    accept = address("objectives:accept_local_reason", objective.pk)

    client_of(world.sister).post(give, sent(reason="Our patients asked"))
    assert client_of(world.sister).get(accept).status_code == 403
    assertContains(client_of(world.manager).get(accept), "Our patients asked")
    client_of(world.manager).post(accept, sent())

    assert fresh(objective).is_local_reason_accepted


def test_an_objective_is_withdrawn_by_both_sides(world: World) -> None:
    objective = agreed(world)
    url = address("objectives:withdraw", objective.pk)

    assertContains(client_of(world.sister).get(url), "Why is it withdrawn?")
    client_of(world.sister).post(url, sent(reason="The ward closes"))
    assert Withdrawal.objects.count() == 1
    client_of(world.director).post(url, sent(reason="Agreed"))

    assert fresh(objective).state == "withdrawn"


def test_a_lead_is_asked_in_one_click(world: World) -> None:
    client, url = client_of(world.stranger), address("objectives:ask", world.ward.pk, "FAIR")

    assertContains(client.get(url), "Sam Sister will find it on their home page")
    response = client.post(url, sent())

    assertRedirects(response, address("objectives:team", world.ward.pk))
    assert AskedObjective.objects.get().asked_by == world.stranger


def test_nobody_is_asked_about_what_is_not_there(world: World) -> None:
    client = client_of(world.stranger)

    assert client.get(address("objectives:ask", world.ward.pk, "NONE")).status_code == 404
    assert client.get(address("objectives:ask", 404, "FAIR")).status_code == 404
    response = client.post(address("objectives:ask", world.surgery.pk, "FAIR"), sent())
    assertContains(response, "Nobody leads Surgery", status_code=422)


def test_a_lead_starts_what_was_asked_for_or_says_why_not(world: World) -> None:
    asked = AskedObjectiveFactory.create(unit=world.ward, priority=world.fair)
    client, url = client_of(world.sister), address("objectives:asked", asked.pk)

    assertContains(client.get(url), "unit=W7&amp;serves=priority:FAIR")
    assertContains(client.post(url, sent()), "Say why", status_code=422)
    assertRedirects(client.post(url, sent(reason="Pharmacy does it")), address("objectives:home"))

    asked.refresh_from_db()
    assert asked.reason == "Pharmacy does it"


@pytest.mark.parametrize("who", ["nurse", "stranger"])
def test_what_was_asked_of_others_does_not_exist(world: World, who: str) -> None:
    asked = AskedObjectiveFactory.create(unit=world.ward, priority=world.fair)

    url = address("objectives:asked", asked.pk)

    assert client_of(getattr(world, who)).get(url).status_code == 404


@pytest.fixture
def officer(world: World) -> Person:
    RoleGrantFactory.create(person=world.stranger)  # organisational development
    return world.stranger


def cell(world: World, was: str, now: str) -> dict[str, str]:
    name = f"cell-{world.medicine.pk}-{world.safe.pk}"
    return {f"was-{name}": was, name: now}


def test_expectations_are_set_for_the_units_of_a_level(world: World, officer: Person) -> None:
    client, url = client_of(officer), address("objectives:expectations")

    response = client.get(url)
    assertContains(response, "Medicine: Safe, kind care")
    assertRedirects(client.post(url, cell(world, "", "required")), url)

    kept = ExpectedContribution.objects.get()
    assert (kept.unit, kept.priority, kept.expectation) == (world.medicine, world.safe, "required")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_expectation_changed_meanwhile_is_shown_and_kept(
    world: World, officer: Person, headers: dict[str, str]
) -> None:
    ExpectedContributionFactory.create(unit=world.medicine, priority=world.safe)

    response = client_of(officer).post(
        address("objectives:expectations"), cell(world, "", "invited"), headers=headers
    )

    assertContains(response, "Somebody else changed these", status_code=409)
    assert ExpectedContribution.objects.get().expectation == "required"


def test_a_lower_level_has_a_page_of_its_own(world: World, officer: Person) -> None:
    url = f"{address('objectives:expectations')}?unit={world.medicine.pk}"

    response = client_of(officer).get(url)

    assertContains(response, "Ward 7: Fair outcomes")
    assert client_of(officer).get(url.replace(str(world.medicine.pk), "999")).status_code == 404


def test_made_up_cells_change_nothing(world: World, officer: Person) -> None:
    name = f"cell-{world.medicine.pk}-{world.safe.pk}"
    fields = {f"was-{name}": "", name: "whatever", "cell-1-1": "required", "was-cell-1-1": ""}

    client_of(officer).post(address("objectives:expectations"), fields)

    assert not ExpectedContribution.objects.exists()


@pytest.mark.parametrize("who", ["director", "sister", "nurse"])
def test_others_do_not_see_the_expectations_page(world: World, who: str) -> None:
    url = address("objectives:expectations")

    assert client_of(getattr(world, who)).get(url).status_code == 404
