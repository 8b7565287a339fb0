from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from people.addresses import address
from people.models import OrgUnit, Person
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import OrganisationFactory, OrgUnitFactory, RoleGrantFactory


@pytest.fixture
def ward(root: OrgUnit) -> OrgUnit:
    ward = OrgUnitFactory.create(name="Ward 7")
    ward.name = "Ward 8 <i>"
    ward.save()
    return ward


def rows(response_text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response_text.removeprefix("\ufeff"))))


def test_administrators_read_every_change(at_desk: Client, ward: OrgUnit) -> None:
    response = at_desk.get(address("people:record"))

    assertTemplateUsed(response, "people/audit/record.html")
    assertContains(response, "Unit changed: Ward 8 &lt;i&gt;")
    assertContains(response, "Ward 7")


def test_an_auditor_reads_the_record_and_changes_nothing(
    signed_in: Client, person: Person, ward: OrgUnit
) -> None:
    RoleGrantFactory.create(person=person, role="auditor")

    assertContains(signed_in.get(address("people:record")), "Ward 7")
    assert signed_in.post(address("people:edit_unit", ward.pk)).status_code == 403
    assert signed_in.post(address("people:record")).status_code == 405


def test_htmx_gets_the_list_alone(at_desk: Client, ward: OrgUnit) -> None:
    response = at_desk.get(address("people:record"), {"thing": "ward"}, headers=HTMX)

    assertContains(response, "Ward 7")
    assert "<html" not in response.text


def test_a_search_leaves_in_what_it_finds(at_desk: Client, ward: OrgUnit) -> None:
    record = address("people:record")

    none = at_desk.get(record, {"done": "removed"})
    only = at_desk.get(f"{record}?kind=people.orgunit&object_id={ward.pk}")

    assertContains(none, "No change is found by that.")
    assertContains(only, "2 changes")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_day_that_is_none_is_pointed_out(at_desk: Client, headers: dict[str, str]) -> None:
    days = {"since_0": "31", "since_1": "2", "since_2": "2026"}

    response = at_desk.get(address("people:record"), days, headers=headers)

    assertContains(response, "The first day must be a real date", status_code=422)


def test_days_are_whole_days_in_the_order_they_come(at_desk: Client, ward: OrgUnit) -> None:
    record = address("people:record")
    year = {"since_0": "1", "since_1": "1", "until_0": "31", "until_1": "12"}

    wrong = at_desk.get(record, year | {"since_2": "2026", "until_2": "2025"})
    long_ago = at_desk.get(record, year | {"since_2": "1999", "until_2": "1999"})

    assertContains(wrong, "The last day must be the first day or after it", status_code=422)
    assertContains(long_ago, "No change is found by that.")


def test_the_record_is_downloaded_as_one_row_a_field(at_desk: Client, ward: OrgUnit) -> None:
    response = at_desk.get(
        address("people:record_file"), {"kind": "people.orgunit", "done": "changed"}
    )

    header, *lines = rows(response.text)
    assert response.headers["Content-Disposition"].startswith('attachment; filename="northvale-')
    assert header[3:] == ["What happened", "Kind", "Thing", "Field", "Before", "After"]
    assert [line[3:] for line in lines] == [
        ["Changed", "Unit", "Ward 8 <i>", "Name", "Ward 7", "Ward 8 <i>"]
    ]


def test_what_would_run_as_a_formula_is_guarded(at_desk: Client, root: OrgUnit) -> None:
    OrgUnitFactory.create(name='=HYPERLINK("http://x")')

    response = at_desk.get(address("people:record_file"), {"thing": "=HYPER"})

    assert {line[5][:2] for line in rows(response.text)[1:]} == {"'="}


def test_a_change_with_nothing_shown_keeps_its_row(at_desk: Client, root: OrgUnit) -> None:
    root.edition += 1
    root.save()

    page = at_desk.get(address("people:record"), {"done": "changed"})
    file = at_desk.get(address("people:record_file"), {"done": "changed"})

    assertContains(page, "Saved with nothing that is shown here changed.")
    assert [line[6:] for line in rows(file.text)[1:]] == [["", "", ""]]


@pytest.mark.parametrize("name", ["record", "record_file"])
def test_members_find_no_record(signed_in: Client, ward: OrgUnit, name: str) -> None:
    assert signed_in.get(address(f"people:{name}")).status_code == 404


@pytest.mark.parametrize("name", ["record", "record_file"])
def test_another_organisations_changes_are_not_in_it(at_desk: Client, name: str) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = OrgUnitFactory.create(name="Theirs")

    for search in ({}, {"kind": "people.orgunit", "object_id": str(theirs.pk)}):
        assertNotContains(at_desk.get(address(f"people:{name}"), search), "Theirs")


def test_signed_out_people_are_asked_to_sign_in(client: Client, person: Person) -> None:
    assert client.get(address("people:record"), headers=HTMX).status_code == 401
