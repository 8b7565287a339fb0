from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from objectives.models import AskedObjective
from people.models import Organisation, Person
from people.tenancy import acting_in
from reports import queries
from strategy.models import StrategyVersion
from tests.conftest import HTMX
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    CycleFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.reports.conftest import Trust, put_in_force
from tests.reports.pages import NORTHVALE, grow, queries_of, text_of
from tests.ui.pages import words

COVERAGE = "/northvale/coverage/"
TWO_SIZES = {9: 10, 11: 490}  # by month: so many units more


def table_of(html: str) -> list[str]:
    """The rows of the heat table in words."""
    table = html.split('id="coverage">')[1].split("</table>")[0]
    return [words(row) for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)]


def test_without_a_year_the_page_says_what_comes_first(signed_in: Client) -> None:
    assertContains(signed_in.get(COVERAGE), "once teams have objectives for a year")


def test_without_a_strategy_in_force_it_leads_to_the_strategy(
    signed_in: Client, inside: Organisation
) -> None:
    CycleFactory.create()

    assertContains(signed_in.get(COVERAGE), "once the Board has put its priorities in force")


def test_with_nothing_computed_who_may_can_compute(signed_in: Client, person: Person) -> None:
    CycleFactory.create()
    put_in_force({"P1": "Safe, kind care"})
    asks_for_nothing = signed_in.get(COVERAGE)
    RoleGrantFactory.create(person=person, role="od_staff")

    assertContains(asks_for_nothing, "every night and after each change")
    assertNotContains(asks_for_nothing, "Compute the figures")
    assertContains(signed_in.get(COVERAGE), "Compute the figures")


def test_figures_without_priorities_are_no_figures(
    signed_in: Client, trust: Trust, person: Person
) -> None:
    version = StrategyVersion.objects.get()
    version.state = StrategyVersion.State.SUPERSEDED
    version.save()
    trust.compute("coverage")

    assertContains(signed_in.get(COVERAGE), "once the Board has put its priorities in force")


def test_the_whole_organisation_is_a_finding_and_a_table(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    response = signed_in.get(COVERAGE)

    assertContains(response, "Two priorities have no objective in Estates")
    assertContains(response, "As of 3 November 2026 at midday")
    assertContains(response, "Counted: 6 agreed objectives, 2 links that count")
    assert table_of(response.text) == [
        "Division Safe, kind care Fair outcomes",
        "The Board 4 below, 4 gaps 2 gap",
        "Medicine 2 below, 2 gaps 2 gap",
        "Estates gap gap",
    ]


def test_the_numbers_are_those_of_the_command(signed_in: Client, trust: Trust) -> None:
    document = queries.document(trust.compute("coverage"))

    text = text_of(signed_in, "/coverage/")

    for line, title in zip(
        document["priorities"], ("Safe, kind care", "Fair outcomes"), strict=True
    ):
        share, by_head = (
            f"{round(line[key] * 100)}%" for key in ("coverage", "coverage_headcount")
        )
        assert f"{title} {line['expected']} {line['covered']} {share} {by_head}" in text
    sight = document["line_of_sight"]
    assert f"{sight['connected']} of {sight['in_scope']} people (50%)" in text
    assert f"{len(document['uncovered_units'])} unit." in text
    shown = {
        (cell["unit"], cell["priority"]): cell["objectives"]
        for cell in document["cells"]
        if cell["unit"] in ("BOARD", "MED", "EST")
    }
    assert shown == {
        ("BOARD", "P1"): 2,
        ("MED", "P1"): 2,
        ("EST", "P1"): 0,
        ("EST", "P2"): 0,
    }


def test_a_part_opens_with_a_way_back(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    response = signed_in.get(f"{COVERAGE}?unit=MED")

    assertContains(response, "<title>Coverage: Medicine - Throughline</title>")
    assertContains(
        response,
        '<a class="nhsuk-breadcrumb__link" href="/northvale/coverage/?unit=BOARD">The Board</a>',
        html=True,
    )
    assert table_of(response.text) == [
        "Team Safe, kind care Fair outcomes",
        "Medicine 2 below, 2 gaps 2 gap",
        "Ward 7 1 invited",
        "Ward 8 gap gap",
    ]


def test_cells_lead_to_objectives_and_to_what_can_be_done(signed_in: Client, trust: Trust) -> None:
    trust.units["W8"].code = "W 8/é"
    trust.units["W8"].save()
    trust.compute("coverage")

    response = signed_in.get(f"{COVERAGE}?unit=MED")

    assertContains(response, 'href="/northvale/objectives/?unit=W7&amp;priority=P1">1</a>')
    assertContains(response, 'href="/northvale/coverage/gap/?unit=W%208%2F%C3%A9&amp;priority=P1"')
    assertContains(response, f'href="/northvale/teams/{trust.units["W7"].pk}/">Ward 7</a>')
    assertContains(response, 'href="/northvale/priorities/P1/reach/">Safe, kind care</a>')


def test_gaps_only_shows_each_unit_with_one(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    response = signed_in.get(f"{COVERAGE}?show=gaps")

    assert table_of(response.text)[1:] == [
        "Ward 8 In Medicine gap gap",
        "Estates In The Board gap gap",
    ]


def test_where_there_is_no_gap_that_is_said(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    text = text_of(signed_in, "/coverage/?unit=W7&show=gaps")

    assert "No unit in Ward 7 that was asked is without an objective." in text


def test_an_earlier_run_is_compared_in_words(signed_in: Client, trust: Trust) -> None:
    earlier = trust.compute("coverage", month=9)
    trust.objectives["W2"].links_up.update(state="accepted")
    trust.compute("coverage")

    response = signed_in.get(f"{COVERAGE}?unit=MED&earlier={earlier.pk}")

    assertContains(response, "Since 3 September 2026 one gap has closed and no gaps have opened.")
    assert table_of(response.text)[1:] == [
        "Medicine 2 below, 1 gap 3 1 more gap",
        "Ward 7 1 invited",
        "Ward 8 1 1 more gap",
    ]
    assertContains(response, f'<option value="{earlier.pk}" selected>')


@pytest.mark.parametrize(
    "query", ["?unit=NONE", "?earlier=404", "?earlier=x", "?unit=MED&earlier=0"]
)
def test_what_there_is_not_is_not_found(signed_in: Client, trust: Trust, query: str) -> None:
    trust.compute("coverage")

    assert signed_in.get(COVERAGE + query).status_code == 404


def test_a_run_of_the_other_report_cannot_be_compared(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")
    other = trust.compute("alignment")

    assert signed_in.get(f"{COVERAGE}?earlier={other.pk}").status_code == 404


def test_a_unit_opened_since_says_that_it_was_not_counted(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")
    OrgUnitFactory.create(code="NEW", name="New ward")

    assertContains(
        signed_in.get(f"{COVERAGE}?unit=NEW"),
        "New ward was not there when these figures were computed.",
    )


def test_htmx_gets_the_figures_alone(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    response = signed_in.get(f"{COVERAGE}?show=gaps", headers=HTMX)

    assertTemplateUsed(response, "reports/_coverage.html")
    assert "<html" not in response.text
    assert response.text.lstrip().startswith('<div id="coverage-report">')


def test_htmx_loads_the_whole_page_where_there_are_no_figures(signed_in: Client) -> None:
    response = signed_in.get(COVERAGE, headers=HTMX)

    assert response.headers["HX-Redirect"] == COVERAGE


@pytest.mark.parametrize("address", ["/coverage/", "/coverage/uncovered/", "/coverage/gap/"])
def test_somebody_signed_out_signs_in_first(client: Client, person: Person, address: str) -> None:
    response = client.get(NORTHVALE + address)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/accounts/login/")


def test_another_organisations_people_find_nothing(client: Client, trust: Trust) -> None:
    trust.compute("coverage")
    stranger = AccountFactory.create()
    with acting_in(OrganisationFactory.create(slug="southdale")):
        PersonFactory.create(account=stranger)
    client.force_login(stranger)

    assert client.get(COVERAGE).status_code == 404


def test_units_without_an_aligned_objective_lead_to_their_teams(
    signed_in: Client, trust: Trust
) -> None:
    trust.compute("coverage")

    response = signed_in.get("/northvale/coverage/uncovered/")

    assertContains(response, f'<a href="/northvale/teams/{trust.units["EST"].pk}/">Estates</a>')
    assertContains(response, "1 units", count=0)
    fragment = signed_in.get("/northvale/coverage/uncovered/", headers=HTMX)
    assertTemplateUsed(fragment, "reports/_uncovered.html")


def test_a_unit_without_anybody_uncovered_says_so(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    assert "There is none." in text_of(signed_in, "/coverage/uncovered/?unit=W7")


def gap_address(unit: str, priority: str) -> str:
    return f"/northvale/coverage/gap/?unit={unit}&priority={priority}"


def test_whoever_may_write_there_can_start_an_objective(
    signed_in: Client, trust: Trust, person: Person
) -> None:
    AssignmentFactory.create(person=person, unit=trust.units["W8"])
    trust.compute("coverage")

    response = signed_in.get(gap_address("W8", "P1"))

    assertContains(response, "“Safe, kind care” has no agreed objective in Ward 8")
    assertContains(response, "The Board requires this unit to contribute.")
    assertContains(response, 'href="/northvale/objectives/write/?serves=priority:P1&amp;unit=W8"')
    assertContains(response, "Huddles at every handover")


def test_others_can_ask_the_lead_and_then_see_that_it_waits(
    signed_in: Client, trust: Trust
) -> None:
    AssignmentFactory.create(unit=trust.units["W8"], is_lead=True, person__name="Grace Shah")
    trust.compute("coverage")
    response = signed_in.get(gap_address("W8", "P1"))
    key = re.search(r'name="idempotency_key" value="([^"]+)"', response.text)
    ask_url = re.search(r'<form method="post" action="([^"]+)"', response.text)
    assert key is not None and ask_url is not None

    answer = signed_in.post(ask_url[1], {"idempotency_key": key[1]})

    assertContains(response, "Ask Grace Shah to start one")
    assertNotContains(response, "Start an objective")
    assert answer.status_code == 302
    assert AskedObjective.objects.get().unit == trust.units["W8"]
    assertContains(signed_in.get(gap_address("W8", "P1")), "It waits on the lead’s home page.")


def test_where_nobody_leads_there_is_nobody_to_ask(signed_in: Client, trust: Trust) -> None:
    assertContains(signed_in.get(gap_address("W8", "P1")), "Nobody leads Ward 8 yet")


def test_a_closed_unit_is_neither_asked_nor_written_for(
    signed_in: Client, trust: Trust, person: Person
) -> None:
    RoleGrantFactory.create(person=person, role="od_staff")
    AssignmentFactory.create(unit=trust.units["W8"], is_lead=True)
    trust.units["W8"].closed_on = date(2026, 10, 1)
    trust.units["W8"].save()
    trust.compute("coverage")

    response = signed_in.get(gap_address("W8", "P1"))

    assertContains(response, "Ward 8 has closed")
    assertNotContains(response, "to start one")
    assertNotContains(response, "Start an objective")
    assert "Ward 8 Closed" in text_of(signed_in, "/coverage/?unit=MED")


def test_whoever_sets_what_is_asked_finds_the_way(
    signed_in: Client, trust: Trust, person: Person
) -> None:
    trust.compute("coverage")
    before = signed_in.get(COVERAGE)
    RoleGrantFactory.create(person=person, role="od_staff")

    assertNotContains(before, "Change what is asked of whom")
    assertContains(signed_in.get(COVERAGE), "Change what is asked of whom")


def test_a_gap_above_leads_to_those_below(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    response = signed_in.get(gap_address("MED", "P2"))

    assertContains(response, "units below it were asked")
    assertContains(
        response,
        '<a href="/northvale/coverage/gap/?unit=W8&amp;priority=P2">Ward 8</a>',
        html=True,
    )


def test_what_is_covered_is_not_called_a_gap(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")

    assertContains(
        signed_in.get(gap_address("MED", "P1")),
        "Two agreed objectives in Medicine serve “Safe, kind care”",
    )


@pytest.mark.parametrize(("unit", "priority"), [("NONE", "P1"), ("W8", "P9"), ("W8", "")])
def test_a_gap_that_there_is_not_is_not_found(
    signed_in: Client, trust: Trust, unit: str, priority: str
) -> None:
    assert signed_in.get(gap_address(unit, priority)).status_code == 404


def test_pages_cost_the_same_number_of_queries_at_any_size(signed_in: Client, trust: Trust) -> None:
    addresses = [
        "/coverage/",
        "/coverage/?unit=MED",
        "/coverage/?unit=MED&show=gaps",
        "/coverage/uncovered/",
        "/coverage/gap/?unit=MED&priority=P2",
    ]
    counts = []
    for month, units in TWO_SIZES.items():
        grow(trust, units=units, stem=f"T{month}-")
        trust.compute("coverage", month=month)
        counts.append([queries_of(signed_in, address) for address in addresses])

    assert counts[0] == counts[1]
