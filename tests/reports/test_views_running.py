from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from people.models import Errand, Organisation, Person
from people.tenancy import acting_in
from reports import services
from reports.models import ReportRun
from tests.conftest import HTMX
from tests.factories import (
    AccountFactory,
    CycleFactory,
    OrganisationFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.reports.conftest import Trust

COVERAGE = "/northvale/coverage/"
RUN = "/northvale/reports/coverage/run/"


@pytest.fixture
def may_run(person: Person) -> Person:
    RoleGrantFactory.create(person=person, role="od_staff")
    return person


def ask(client: Client, *, back_to: str = COVERAGE, key: str = "", address: str = RUN) -> str:
    """Where asking for a run leads."""
    sent = {"idempotency_key": key or str(uuid4()), "next": back_to}
    response = client.post(address, sent)
    assert response.status_code == 302, response
    return response.headers["Location"]


def test_whoever_may_has_the_figures_computed(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    led_to = ask(signed_in, back_to=f"{COVERAGE}?unit=MED")

    run = ReportRun.objects.get()
    assert (run.kind, run.cause, run.asked_by) == ("coverage", "asked", may_run)
    assert Errand.objects.get().arguments == {"run": run.pk}
    assert led_to == f"{COVERAGE}?unit=MED"


def test_asking_twice_with_one_form_or_while_one_is_on_its_way_is_one_run(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    key = str(uuid4())

    led_to = [ask(signed_in, key=key), ask(signed_in, key=key), ask(signed_in)]

    assert led_to == [COVERAGE] * 3
    assert ReportRun.objects.count() == 1


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", ""])
def test_nobody_is_sent_off_this_site(
    signed_in: Client, trust: Trust, may_run: Person, elsewhere: str
) -> None:
    assert ask(signed_in, back_to=elsewhere) == COVERAGE


def test_who_may_not_ask_is_told_so(signed_in: Client, trust: Trust) -> None:
    response = signed_in.post(RUN, {"idempotency_key": str(uuid4())})

    assert response.status_code == 403
    assert ReportRun.objects.count() == 0


def test_a_report_that_there_is_not_is_not_found(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    response = signed_in.post(
        "/northvale/reports/capability/run/", {"idempotency_key": str(uuid4())}
    )

    assert response.status_code == 404
    assert signed_in.get(RUN).status_code == 405


def test_without_a_year_there_is_nothing_to_compute(signed_in: Client, may_run: Person) -> None:
    assert ask(signed_in) == COVERAGE

    assertContains(signed_in.get(COVERAGE), "There is no year yet to report on.")


def test_the_page_asks_how_far_it_is(signed_in: Client, trust: Trust, may_run: Person) -> None:
    trust.compute("coverage")
    ask(signed_in)
    run = ReportRun.objects.unfinished().get()

    response = signed_in.get(COVERAGE)

    assertContains(response, f'hx-get="/northvale/reports/runs/{run.pk}/progress/"')
    assertContains(response, "Waiting for its turn")
    assertContains(response, "As of 3 November 2026 at midday")
    assertNotContains(response, "Compute again")


def progress_of(client: Client, run: ReportRun) -> str:
    response = client.get(f"/northvale/reports/runs/{run.pk}/progress/", headers=HTMX)
    assert response.status_code == 200, response
    assert "<html" not in response.text
    return response.text


def test_progress_is_told_until_the_figures_are_here(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    ask(signed_in)
    run = ReportRun.objects.get()
    waiting = progress_of(signed_in, run)
    services.compute(run_id=run.pk, organisation=trust.organisation)
    done = progress_of(signed_in, run)

    assert "hx-get" in waiting and "Waiting for its turn" in waiting
    assert "hx-get" not in done and "Done: the new figures are here." in done
    assert '<a href="">Show the newest figures</a>' in done


def test_a_run_that_found_nothing_new_says_so(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    trust.compute("coverage")
    ask(signed_in)
    run = ReportRun.objects.unfinished().get()
    services.compute(run_id=run.pk, organisation=trust.organisation)

    assert "nothing has changed since" in progress_of(signed_in, run)
    assertContains(signed_in.get(COVERAGE), "the figures are the same")


def test_the_page_stops_asking_when_nobody_takes_the_run(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    ask(signed_in)
    ReportRun.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    run = ReportRun.objects.get()

    told = progress_of(signed_in, run)

    assert "hx-get" not in told
    assert "Nobody has begun on these figures yet." in told
    assertContains(signed_in.get(COVERAGE), "Nobody has begun on these figures yet.")


def fail(run: ReportRun) -> None:
    ReportRun.objects.filter(pk=run.pk).update(
        state="failed", trouble="The disk is full", ended_at=timezone.now()
    )


def test_a_failure_says_why_and_the_earlier_figures_stay_with_their_date(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    trust.compute("coverage")
    ask(signed_in)
    run = ReportRun.objects.unfinished().get()
    fail(run)

    told = progress_of(signed_in, run)
    response = signed_in.get(COVERAGE)

    assert "The figures could not be computed. The disk is full." in told
    assertContains(response, "The disk is full. What you see are the last figures that could be.")
    assertContains(response, "As of 3 November 2026 at midday")
    assertContains(response, "Compute again")


def test_a_first_run_that_failed_says_why(signed_in: Client, trust: Trust, may_run: Person) -> None:
    ask(signed_in)
    fail(ReportRun.objects.get())

    response = signed_in.get(COVERAGE)

    assertContains(response, "The disk is full.")
    assertContains(response, "Compute the figures")


def test_a_browser_without_script_gets_the_page(
    signed_in: Client, trust: Trust, inside: Organisation
) -> None:
    run = trust.compute("alignment")

    response = signed_in.get(f"/northvale/reports/runs/{run.pk}/progress/")

    assertRedirects(response, "/northvale/alignment/")


def test_a_form_on_the_page_is_the_one_that_asks(
    signed_in: Client, trust: Trust, may_run: Person
) -> None:
    trust.compute("coverage")
    html = signed_in.get(f"{COVERAGE}?unit=MED").text
    form = html.split(f'action="{RUN}"')[1].split("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))

    response = signed_in.post(RUN, fields)

    assertRedirects(response, f"{COVERAGE}?unit=MED")


def test_another_organisations_run_is_not_found(client: Client, trust: Trust) -> None:
    run = trust.compute("coverage")
    stranger = AccountFactory.create()
    with acting_in(OrganisationFactory.create(slug="southdale")):
        CycleFactory.create()
        RoleGrantFactory.create(person=PersonFactory.create(account=stranger), role="od_staff")
    client.force_login(stranger)

    for path in (f"/southdale/reports/runs/{run.pk}/progress/", RUN):
        assert client.get(path, headers=HTMX).status_code in (404, 405)
    assert client.get(f"/southdale/reports/runs/{run.pk}/units.csv").status_code == 404
