from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from objectives.models import ObjectiveVersion
from people.models import Organisation, Person
from people.tenancy import acting_in
from reports import queries
from tests.conftest import HTMX
from tests.factories import (
    AccountFactory,
    ObjectiveVersionFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.reports.conftest import Trust
from tests.reports.pages import NORTHVALE, grow, queries_of, text_of

ALIGNMENT = "/northvale/alignment/"


def test_without_a_year_the_page_says_what_comes_first(signed_in: Client) -> None:
    assertContains(signed_in.get(ALIGNMENT), "once teams have objectives for a year")


def test_each_finding_says_why_and_leads_to_the_mend(signed_in: Client, trust: Trust) -> None:
    trust.compute("alignment")

    response = signed_in.get(ALIGNMENT)

    objective = trust.objectives
    assertContains(response, "Serve no priority: 1")
    assertContains(response, "Nobody can say which part of the strategy this work helps.")
    assertContains(response, f'href="/northvale/objectives/{objective["E1"].pk}/"')
    assertContains(
        response, "Its link to “Halve harm from falls” (Medicine) waits for an answer from Medicine"
    )
    assertContains(
        response,
        f'<a href="/northvale/objectives/{objective["M2"].pk}/">Open “Fair access to clinics”</a>',
        html=True,
    )
    assertContains(response, "Nobody is answerable: 5")
    assertContains(response, "Stand alone for an accepted reason: 1")


def test_the_numbers_are_those_of_the_command(signed_in: Client, trust: Trust) -> None:
    document = queries.document(trust.compute("alignment"))

    text = text_of(signed_in, "/alignment/")

    assert f"{len(document['aligned'])} of the 5 agreed objectives" in text
    assert f"({round(document['rate'] * 100)}%)" in text
    for level in document["levels"]:
        keys = ("total", "aligned", "unconfirmed", "local", "orphans")
        assert " ".join(str(level[key]) for key in keys) in text
    for line, title in zip(
        document["priorities"], ("Safe, kind care", "Fair outcomes"), strict=True
    ):
        assert f"{title} {line['objectives']} {line['units']} {line['depth']} link" in text
    spread = document["concentration"]
    assert f"{spread['answerable']} of {spread['people']} people" in text
    assert f"Nobody is answerable: {spread['unanswered']}" in text
    crossing = document["cross_boundary"]
    assert f"{crossing['external']} of the {crossing['internal']} links" in text


def test_no_number_stands_beside_a_name(signed_in: Client, trust: Trust) -> None:
    trust.compute("alignment")
    nurse = ObjectiveVersion.objects.get(objective=trust.objectives["W1"]).answerable
    assert nurse is not None

    assertNotContains(signed_in.get(ALIGNMENT), nurse.name)


def test_an_earlier_run_is_compared_in_words(signed_in: Client, trust: Trust) -> None:
    earlier = trust.compute("alignment", month=9)
    trust.objectives["W2"].links_up.update(state="accepted")
    trust.compute("alignment")

    text = text_of(signed_in, f"/alignment/?earlier={earlier.pk}")

    assert "Since 3 September 2026 at 1pm:" in text
    assert "3 reach a priority (1 more, it was 2)" in text
    assert "60% of those that should do (it was 40%)" in text
    assert "Safe, kind care 3 3 2 links 1 more" in text
    assert "Their chain is broken on the way: 1 (1 fewer)" in text


def test_a_priority_no_longer_in_force_has_no_picture(signed_in: Client, trust: Trust) -> None:
    run = trust.compute("alignment")
    lines = run.summary["priorities"]
    run.summary = run.summary | {"priorities": [*lines, lines[0] | {"ref": "OLD"}]}
    run.save()

    response = signed_in.get(ALIGNMENT)

    assertContains(response, "/priorities/P1/reach/")
    assertContains(response, "OLD")
    assertNotContains(response, "/priorities/OLD/reach/")


def test_htmx_gets_the_figures_alone(signed_in: Client, trust: Trust) -> None:
    trust.compute("alignment")

    response = signed_in.get(ALIGNMENT, headers=HTMX)

    assertTemplateUsed(response, "reports/_alignment.html")
    assert "<html" not in response.text


@pytest.mark.parametrize("finding", ["orphans", "unconfirmed", "unanswered", "local"])
def test_each_finding_has_a_page_of_its_own(signed_in: Client, trust: Trust, finding: str) -> None:
    trust.compute("alignment")
    address = f"/northvale/alignment/{finding}/"

    page, fragment = signed_in.get(address), signed_in.get(address, headers=HTMX)

    assertTemplateUsed(page, "reports/finding.html")
    assert "<html" not in fragment.text
    assertContains(fragment, '<li class="app-wrap">')


def test_who_was_named_since_is_said(signed_in: Client, trust: Trust, person: Person) -> None:
    trust.compute("alignment")
    objective = trust.objectives["E1"]
    objective.current = ObjectiveVersionFactory.create(objective=objective, answerable=person)
    objective.save()

    assert "Since then Amina Okafor has been named." in text_of(signed_in, "/alignment/unanswered/")


def test_a_finding_with_nothing_in_it_says_so(signed_in: Client, trust: Trust) -> None:
    trust.objectives["E1"].state = "withdrawn"
    trust.objectives["E1"].save()
    trust.compute("alignment")

    assert "There is none." in text_of(signed_in, "/alignment/orphans/")


def test_other_findings_and_findings_of_no_run_are_not_found(
    signed_in: Client, trust: Trust
) -> None:
    before = signed_in.get("/northvale/alignment/orphans/")
    trust.compute("alignment")

    assert before.status_code == 404
    assert signed_in.get("/northvale/alignment/heroes/").status_code == 404


@pytest.mark.parametrize("address", ["/alignment/", "/alignment/orphans/"])
def test_somebody_signed_out_signs_in_first(client: Client, person: Person, address: str) -> None:
    response = client.get(NORTHVALE + address)

    assert response.headers["Location"].startswith("/accounts/login/")


def test_another_organisations_people_find_nothing(
    client: Client, trust: Trust, inside: Organisation
) -> None:
    trust.compute("alignment")
    stranger = AccountFactory.create()
    with acting_in(OrganisationFactory.create(slug="southdale")):
        PersonFactory.create(account=stranger)
    client.force_login(stranger)

    assert client.get(ALIGNMENT).status_code == 404


def test_pages_cost_the_same_number_of_queries_at_any_size(signed_in: Client, trust: Trust) -> None:
    addresses = ["/alignment/", "/alignment/unconfirmed/", "/alignment/unanswered/"]
    counts = []
    for month, units in {9: 10, 11: 490}.items():
        grow(trust, units=units, stem=f"T{month}-")
        trust.compute("alignment", month=month)
        counts.append([queries_of(signed_in, address) for address in addresses])

    assert counts[0] == counts[1]
