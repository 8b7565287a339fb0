from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from people.addresses import address
from people.imports.table import MAX_BYTES, TOO_LARGE
from people.models import (
    Errand,
    ImportRun,
    Organisation,
    OrgUnit,
    Person,
    RememberedColumns,
    RoleGrant,
)
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import (
    ImportRunFactory,
    OrganisationFactory,
    PostFactory,
    RoleGrantFactory,
)
from tests.people.intake.conftest import PEOPLE, Choosing, Starting, newest, work

OTHER_NAMES = PEOPLE.replace("staff_id", "Employee No").replace("unit_code", "Cost Centre")
BAD_ROW = "E014,Nobody,,NOWHERE,,\n"
SENIOR = """Post Unique Reference,Grade,Unit,Reports to Senior Post,FTE
1,SCS2,Office,XX,1
2,SCS1,Blood,1,1
"""
JUNIOR = """Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE
Blood,2,Band 6,Nurse,4.5
"""


def go(client: Client, run: ImportRun) -> None:
    client.post(address("people:import_go", run.pk), {"idempotency_key": str(uuid4())})


def page_of(client: Client, run: ImportRun) -> str:
    return client.get(address("people:import_check", run.pk)).text


def test_every_kind_can_be_chosen_and_limits_are_said(at_desk: Client, root: OrgUnit) -> None:
    response = at_desk.get(address("people:imports"))

    assertContains(response, "10 MB and 50,000 rows at most")
    assertContains(response, address("people:import_choose", "organogram"))
    assertContains(response, "Every import will be listed here")


def test_a_file_whose_columns_are_known_goes_straight_to_its_check(choose: Choosing) -> None:
    response = choose()

    assertRedirects(response, address("people:import_check", newest().pk))
    assert newest().state == ImportRun.State.CHECKING


def test_other_column_names_are_matched_once_and_then_remembered(
    choose: Choosing, at_desk: Client
) -> None:
    response = choose(files={"file": OTHER_NAMES})
    match = address("people:import_match", newest().pk)
    assertRedirects(response, match)
    shown = at_desk.get(match)
    assertContains(shown, "Employee No (such as E012)")
    assertContains(shown, '<option value="3" selected>')

    sent = {"file-staff_id": "0", "file-name": "1", "file-unit_code": "3", "file-is_lead": "5"}
    assertRedirects(at_desk.post(match, sent), address("people:import_check", newest().pk))

    assert newest().matchings == {"file": {"staff_id": 0, "name": 1, "unit_code": 3, "is_lead": 5}}
    assert RememberedColumns.objects.get().names["Cost Centre"] == "unit_code"
    choose(files={"file": OTHER_NAMES})
    assert newest().state == ImportRun.State.CHECKING


def test_a_column_that_is_needed_has_to_be_matched(choose: Choosing, at_desk: Client) -> None:
    choose(files={"file": OTHER_NAMES})

    response = at_desk.post(
        address("people:import_match", newest().pk),
        {"file-staff_id": "", "file-name": "1", "file-email": "1", "file-unit_code": "3"},
    )

    assertContains(response, "Select the column that holds Staff ID", status_code=422)
    assertContains(response, "This column is chosen for Name already", status_code=422)


def test_a_column_passed_over_once_is_not_guessed_again(choose: Choosing, at_desk: Client) -> None:
    file = PEOPLE.replace("role_title", "Grade")
    choose(files={"file": file})
    match = address("people:import_match", newest().pk)
    at_desk.post(match, {"file-staff_id": "0", "file-name": "1", "file-unit_code": "3"})

    choose(files={"file": file})

    assert newest().state == ImportRun.State.CHECKING
    assert "pay_band" not in newest().matchings["file"]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\x89PNG\r\n", "The file is a picture"),
        (b"name,name\na,b\n", "two columns called name"),
        (b"name\n" + b"a\n" * 50_001, "more than 50,000 rows"),
        (b"x" * (MAX_BYTES + 1), TOO_LARGE),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(
    choose: Choosing, file: bytes, sentence: str
) -> None:
    response = choose(files={"file": file})

    assertContains(response, sentence, status_code=422, count=2)  # in the summary, at the field
    assert not ImportRun.objects.exists()


def test_no_file_is_told_apart_from_an_empty_one(at_desk: Client, root: OrgUnit) -> None:
    url = address("people:import_choose", "people")

    response = at_desk.post(url, {"idempotency_key": str(uuid4())})

    assertContains(response, "Choose a file", status_code=422)


def test_the_same_form_sent_twice_begins_one_import_and_a_corrected_file_is_not_lost(
    choose: Choosing,
) -> None:
    key = str(uuid4())
    first, again = choose(idempotency_key=key), choose(idempotency_key=key)
    assert (first["Location"], ImportRun.objects.count()) == (again["Location"], 1)

    response = choose(files={"file": PEOPLE + BAD_ROW}, idempotency_key=key)

    assert response.status_code == 422
    assert ImportRun.objects.count() == 1


def test_an_organogram_has_two_files(choose: Choosing, inside: Organisation) -> None:
    choose("organogram", {"senior": SENIOR, "junior": JUNIOR})

    work(inside)

    assert newest().result["added"] == {"units": 2, "posts": 2, "junior_posts": 1}


def test_progress_is_told_until_it_is_over(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start()
    url = address("people:import_progress", run.pk)
    page = page_of(at_desk, run)
    assert "Checking 2 rows" in page
    assert f'hx-get="{url}" hx-trigger="every 2s"' in page
    ImportRun.objects.update(rows_done=1000, rows_total=8000)
    assertContains(at_desk.get(url, headers=HTMX), "1,000 of 8,000 rows checked")

    work(inside)

    check = address("people:import_check", run.pk)
    assert at_desk.get(url, headers=HTMX)["HX-Redirect"] == check
    assertRedirects(at_desk.get(url), check)


def test_the_check_says_what_would_happen_and_offers_the_good_rows(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start(file=PEOPLE + BAD_ROW)
    work(inside)

    page = page_of(at_desk, run)

    for words in ("2 people", "There is no open unit NOWHERE", "Import the 2 good rows"):
        assert words in page
    assert address("people:import_match", run.pk) in page


def test_bad_rows_come_as_a_file_to_mend(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start(file=PEOPLE + BAD_ROW)
    work(inside)

    response = at_desk.get(address("people:import_bad_rows", run.pk, "people"))

    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Row in your file,What to do,staff_id")
    assert lines[1].startswith('4,"unit_code: There is no open unit NOWHERE')
    assert len(lines) == 2
    other = address("people:import_bad_rows", run.pk, "senior")
    assert at_desk.get(other).status_code == 404


def test_a_file_that_says_nothing_new_has_no_import_button(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    first = start()
    work(inside)
    go(at_desk, first)
    work(inside)

    second = start()
    work(inside)

    assert "there is nothing to import" in page_of(at_desk, second)
    assert address("people:import_go", second.pk) not in page_of(at_desk, second)


def test_the_button_pressed_twice_imports_once(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start()
    work(inside)

    go(at_desk, run)
    go(at_desk, run)
    work(inside)

    assert Errand.objects.filter(arguments__state="importing").count() == 1
    page = page_of(at_desk, run)
    assert "Imported" in page
    assert "Import the priorities" in page


def test_so_many_inactive_posts_have_to_be_confirmed_by_their_number(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    PostFactory.create_batch(3)
    run = start("organogram", senior=SENIOR, junior=JUNIOR)
    work(inside)
    url = address("people:import_check", run.pk)
    assertContains(at_desk.get(url), "would make 3 of 3 active posts inactive")

    assertContains(at_desk.post(url, {"number": "2"}), "Enter 3 to confirm", status_code=422)
    assertRedirects(at_desk.post(url, {"number": "3"}), url)
    work(inside)

    assertContains(at_desk.get(url), "Will be made inactive")


def test_the_last_import_can_be_undone(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start()
    work(inside)
    go(at_desk, run)
    work(inside)
    assert address("people:undo_import", run.pk) in page_of(at_desk, run)

    response = at_desk.post(address("people:undo_import", run.pk), follow=True)

    assertContains(response, "Undoing this import")
    work(inside)
    assert "This import was undone" in page_of(at_desk, run)
    assert not Person.objects.filter(staff_id="E013").exists()


def test_an_import_is_not_undone_after_thirty_days(at_desk: Client, root: OrgUnit) -> None:
    long_ago = timezone.now() - timedelta(days=30, minutes=1)
    run = ImportRunFactory.create(kind="people", state="done", ended_at=long_ago)
    assert address("people:undo_import", run.pk) not in page_of(at_desk, run)

    response = at_desk.post(address("people:undo_import", run.pk), follow=True)

    assertContains(response, "can be undone for 30 days")
    run.refresh_from_db()
    assert run.state == ImportRun.State.DONE


def test_a_corrected_file_takes_the_place_of_the_one_before(
    start: Starting, choose: Choosing, at_desk: Client
) -> None:
    before = start()
    url = address("people:import_choose", "people")
    hidden = f'name="instead_of" value="{before.pk}"'
    assertContains(at_desk.get(url, {"instead": before.pk}), hidden)

    choose(instead_of=str(before.pk))

    before.refresh_from_db()
    assert (before.state, bytes(before.first_file)) == (ImportRun.State.REFUSED, b"")


def test_what_no_worker_could_finish_says_so(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start()
    Errand.objects.update(state=Errand.State.DEAD)

    assert "This import could not be finished" in page_of(at_desk, run)
    assertContains(at_desk.get(address("people:imports")), "Given up")


def test_the_list_costs_the_same_however_many_imports_there_are(
    at_desk: Client,
    root: OrgUnit,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    at_desk.get(address("people:imports"))
    with django_assert_max_num_queries(100) as before:
        at_desk.get(address("people:imports"))
    ImportRunFactory.create_batch(20, kind="people", state="done", ended_at=timezone.now())

    with django_assert_max_num_queries(len(before) + 1):  # the rows, once there are any
        assertContains(at_desk.get(address("people:imports")), "Can be undone", count=1)


PAGES: list[Callable[[int], str]] = [
    lambda pk: address("people:import_check", pk),
    lambda pk: address("people:import_match", pk),
    lambda pk: address("people:import_progress", pk),
    lambda pk: address("people:import_bad_rows", pk, "people"),
]
POSTS: list[Callable[[int], str]] = [
    lambda pk: address("people:import_check", pk),
    lambda pk: address("people:import_match", pk),
    lambda pk: address("people:import_go", pk),
    lambda pk: address("people:undo_import", pk),
]


@pytest.fixture
def foreign_run(root: OrgUnit) -> ImportRun:
    with acting_in(OrganisationFactory.create()):
        return ImportRunFactory.create(kind="people", state="checked")


def test_imports_of_another_organisation_are_not_there(
    at_desk: Client, foreign_run: ImportRun
) -> None:
    key = {"idempotency_key": str(uuid4())}

    assert {at_desk.get(page(foreign_run.pk)).status_code for page in PAGES} == {404}
    assert {at_desk.post(post(foreign_run.pk), key).status_code for post in POSTS} == {404}


def test_imports_are_not_there_for_those_who_may_not_import(
    client: Client, start: Starting, admin: Person
) -> None:
    run = start()
    RoleGrant.objects.filter(person=admin).delete()
    RoleGrantFactory.create(person=admin, role="od_staff")
    assert admin.account is not None
    client.force_login(admin.account)
    open_pages = [address("people:imports"), address("people:import_choose", "people")]
    key = {"idempotency_key": str(uuid4())}

    pages = [*open_pages, *(page(run.pk) for page in PAGES)]
    assert {client.get(page).status_code for page in pages} == {404}
    assert {client.post(post(run.pk), key).status_code for post in POSTS} == {404}


def test_people_are_exported_as_they_are_imported(
    start: Starting, at_desk: Client, inside: Organisation
) -> None:
    run = start()
    work(inside)
    go(at_desk, run)
    work(inside)

    response = at_desk.get(address("people:export", "people", "csv"))

    assert "E012,Amina Okafor,amina@example.org,BOARD,Chair" in response.text
    workbook = at_desk.get(address("people:export", "people", "xlsx"))
    assert workbook.content.startswith(b"PK")
    assert at_desk.get(address("people:export", "organogram", "csv")).status_code == 404
    assert at_desk.get(address("people:export", "people", "pdf")).status_code == 404


@pytest.mark.parametrize(
    ("role", "kind", "status"),
    [
        ("org_admin", "people", 200),
        ("od_staff", "people", 404),  # staff numbers and addresses
        ("od_staff", "units", 200),
        ("auditor", "units", 404),
    ],
)
def test_an_export_shows_nobody_more_than_pages_do(
    client: Client, person: Person, role: str, kind: str, status: int
) -> None:
    RoleGrantFactory.create(person=person, role=role)
    assert person.account is not None
    client.force_login(person.account)

    listed = client.get(address("people:exports"))
    assert (address("people:export", kind, "csv") in listed.text) is (status == 200)
    assert client.get(address("people:export", kind, "csv")).status_code == status


def test_an_unknown_kind_is_not_there(at_desk: Client, root: OrgUnit) -> None:
    assert at_desk.get(address("people:import_choose", "payroll")).status_code == 404
    assertNotContains(at_desk.get(address("people:exports")), "organogram")
