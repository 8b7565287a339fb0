from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from objectives.models import Objective
from people.models import Person
from strategy.models import Priority
from tests.factories import AssignmentFactory, ContributionLinkFactory
from tests.reports.conftest import Trust
from tests.reports.pages import grow, queries_of

REACH = "/northvale/priorities/P1/reach/"


def boxes(html: str) -> set[str]:
    """Where the boxes of the picture lead."""
    picture = html.split('<svg class="app-columns"')[1].split("</svg>")[0]
    return set(re.findall(r'<a class="app-box[^"]*" href="([^"]+)"', picture))


def lines(html: str) -> set[str]:
    """Where the lines of the list lead."""
    listed = html.split('<ul class="app-branches">', 1)[1].split("</main>")[0]
    return set(re.findall(r'<li class="app-branches__branch app-wrap"><a href="([^"]+)"', listed))


def test_the_priority_spreads_from_left_to_right(signed_in: Client, trust: Trust) -> None:
    response = signed_in.get(REACH)

    assertContains(response, "How “Safe, kind care” reaches teams</title>", count=1)
    assertContains(
        response, "Three objectives in three units serve “Safe, kind care”. All of them are agreed."
    )
    headings = re.findall(r'app-columns__heading"[^>]*>([^<]+)<', response.text)
    assert headings == ["Board priority", "Division", "Team"]


def test_the_list_leads_where_the_boxes_lead(signed_in: Client, trust: Trust) -> None:
    html = signed_in.get(REACH).text

    wanted = {f"/northvale/objectives/{trust.objectives[ref].pk}/" for ref in ("M1", "W1", "W2")}
    assert boxes(html) == wanted | {"/northvale/strategy/"}
    assert lines(html) == wanted


def test_states_are_said_in_words_and_by_dashes(
    signed_in: Client, trust: Trust, person: Person
) -> None:
    AssignmentFactory.create(person=person, unit=trust.units["W8"])
    Objective.objects.filter(ref="W2").update(state="draft")

    response = signed_in.get(REACH)

    assertContains(response, "Ward 8 · Draft")
    assertContains(response, "app-box--grey app-box--dashed")
    assertContains(response, "app-edge--dashed")
    assertContains(response, "link not confirmed yet")


def test_a_draft_of_others_is_not_there(signed_in: Client, trust: Trust) -> None:
    Objective.objects.filter(ref="W2").update(state="draft")

    assertNotContains(signed_in.get(REACH), "Huddles at every handover")


def test_what_serves_two_is_whole_once_and_named_again(signed_in: Client, trust: Trust) -> None:
    ContributionLinkFactory.create(
        child=trust.objectives["W1"], parent_priority=trust.priorities["P1"], state="accepted"
    )

    response = signed_in.get(REACH)

    assertContains(response, "app-edge--shared")
    assertContains(response, "It serves more than one and is listed in full above or below.")


def test_one_part_can_be_opened(signed_in: Client, trust: Trust) -> None:
    response = signed_in.get(f"{REACH}?unit=W8")

    assertContains(response, "Two objectives in and above Ward 8 serve “Safe, kind care”.")
    assertContains(response, '<option value="W8" selected>Ward 8</option>', html=True)
    assertNotContains(response, "Falls down a fifth")
    assertContains(response, f'<a href="{REACH}">Show the whole organisation</a>')


def test_another_priority_is_chosen_by_its_own_address(signed_in: Client, trust: Trust) -> None:
    response = signed_in.get(f"{REACH}?priority=P2&unit=MED")

    assertRedirects(response, "/northvale/priorities/P2/reach/?unit=MED")


def test_a_reference_may_have_a_stroke(signed_in: Client, trust: Trust) -> None:
    Priority.objects.filter(ref="P1").update(ref="P/1 é")

    response = signed_in.get("/northvale/priorities/P/1%20%C3%A9/reach/")

    assertContains(response, "How “Safe, kind care” reaches teams")


def test_what_is_not_agreed_yet_is_counted(signed_in: Client, trust: Trust) -> None:
    def said() -> str:
        html = signed_in.get("/northvale/priorities/P2/reach/").text
        return html.split('nhsuk-lede-text app-wrap">')[1].split("</p>")[0]

    some = said()
    Objective.objects.filter(ref="W3").update(state="proposed")

    assert some.endswith("serve “Fair outcomes”. One of them is agreed.")
    assert said().endswith("serve “Fair outcomes”. None of them is agreed yet.")


@pytest.mark.parametrize("address", ["/northvale/priorities/P9/reach/", f"{REACH}?unit=NONE"])
def test_what_there_is_not_is_not_found(signed_in: Client, trust: Trust, address: str) -> None:
    assert signed_in.get(address).status_code == 404


def test_somebody_signed_out_signs_in_first(client: Client, person: Person) -> None:
    assert client.get(REACH).headers["Location"].startswith("/accounts/login/")


def test_nothing_that_serves_it_leads_to_writing(signed_in: Client, trust: Trust) -> None:
    trust.objectives["M2"].links_up.update(state="ended")

    response = signed_in.get("/northvale/priorities/P2/reach/")

    assertContains(response, "Nothing serves “Fair outcomes” yet.")
    assertContains(response, 'href="/northvale/objectives/write/?serves=priority:P2"')


def test_more_than_eighty_boxes_fold_by_unit_and_open(signed_in: Client, trust: Trust) -> None:
    grow(trust, units=60)

    whole = signed_in.get(REACH)
    opened = signed_in.get(f"{REACH}?unit=T7")

    assertContains(whole, "some boxes stand for all the objectives of a unit")
    assertContains(whole, "2 objectives, open to see them")
    assert f"{REACH}?unit=T7" in boxes(whole.text)
    assert len(boxes(whole.text)) <= 80
    assert lines(whole.text) == boxes(whole.text) - {"/northvale/strategy/"}
    assertContains(opened, "Aim T7-1")
    assertNotContains(opened, "open to see them")


def test_many_objectives_of_one_team_fold_too(signed_in: Client, trust: Trust) -> None:
    grow(trust, units=50)
    Objective.objects.filter(ref__startswith="T").update(unit=trust.units["W7"])

    response = signed_in.get(f"{REACH}?unit=W7")

    assert len(boxes(response.text)) <= 80
    assertContains(response, "Ward 7")


def test_a_page_costs_no_more_queries_at_any_size(signed_in: Client, trust: Trust) -> None:
    addresses = ["/priorities/P1/reach/", "/priorities/P1/reach/?unit=MED"]
    counts = []
    for units in (10, 490):
        grow(trust, units=units, stem=f"T{units}-")
        counts.append([queries_of(signed_in, address) for address in addresses])

    few, many = counts
    assert all(after <= before for before, after in zip(few, many, strict=True))
