from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from people.models import Person
from reports import exports
from tests.reports.conftest import Trust


def address(run_id: int, name: str) -> str:
    return f"/northvale/reports/runs/{run_id}/{name}"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_comes_as_a_file_named_by_its_day(
    signed_in: Client, trust: Trust, form: str
) -> None:
    run = trust.compute("coverage")

    response = signed_in.get(address(run.pk, f"units.{form}"))

    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="coverage-units-2026-11-03.{form}"'
    )
    assert response.content == exports.packed(exports.coverage_by_unit(run), form=form)[1] or (
        form == "xlsx" and response.content.startswith(b"PK")
    )


def test_the_page_leads_to_the_files_of_the_run_it_shows(signed_in: Client, trust: Trust) -> None:
    coverage, alignment = trust.compute("coverage"), trust.compute("alignment")

    page = signed_in.get("/northvale/coverage/")

    for name in ("units.xlsx", "units.csv", "priorities.xlsx", "priorities.csv"):
        assertContains(page, f'href="{address(coverage.pk, name)}"')
    assertContains(
        signed_in.get("/northvale/alignment/"), f'href="{address(alignment.pk, "objectives.csv")}"'
    )


@pytest.mark.parametrize("name", ["objectives.csv", "units.pdf", "nothing.csv"])
def test_what_a_run_has_not_is_not_found(signed_in: Client, trust: Trust, name: str) -> None:
    run = trust.compute("coverage")

    assert signed_in.get(address(run.pk, name)).status_code == 404


def test_a_table_too_large_for_a_workbook_is_no_workbook(
    signed_in: Client, trust: Trust, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = trust.compute("coverage")
    monkeypatch.setattr(exports, "XLSX_ROWS_AT_MOST", 4)

    assert signed_in.get(address(run.pk, "units.xlsx")).status_code == 404
    assert signed_in.get(address(run.pk, "units.csv")).status_code == 200


def test_a_run_without_figures_has_no_files(signed_in: Client, trust: Trust) -> None:
    run = trust.compute("coverage")
    type(run).objects.filter(pk=run.pk).update(state="failed", trouble="The disk is full")

    assert signed_in.get(address(run.pk, "units.csv")).status_code == 404


def test_somebody_signed_out_signs_in_first(client: Client, person: Person) -> None:
    response = client.get(address(1, "units.csv"))

    assert response.headers["Location"].startswith("/accounts/login/")
