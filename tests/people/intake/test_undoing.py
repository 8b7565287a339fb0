from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from people.addresses import address
from people.intake import services, steps, undoing, working
from people.intake.orders import ImportRefused
from people.intake.tasks import work_on_import
from people.models import Assignment, Errand, ImportRun, Organisation, OrgUnit, Person
from tests.conftest import HTMX
from tests.factories import OrgUnitFactory
from tests.people.intake.conftest import PEOPLE, Starting, newest, work

State = ImportRun.State
CHANGED = PEOPLE.replace("Tom Reid", "Thomas Reid").replace("Secretary", "Clerk")


@pytest.fixture
def imported(start: Starting, inside: Organisation, noon: datetime) -> ImportRun:
    return bring(start, inside, noon)


def bring(start: Starting, inside: Organisation, noon: datetime, file: str = PEOPLE) -> ImportRun:
    run = start(file=file)
    work(inside)
    steps.go(run=run, now=noon)
    work(inside)
    assert newest().state == State.DONE
    return run


def ask(run: ImportRun, admin: Person, noon: datetime) -> None:
    steps.ask_to_undo(run=run, person=admin, now=noon)


def those_imported() -> int:
    return Person.objects.filter(staff_id__startswith="E01").count()


def test_undoing_is_left_to_a_worker_and_told_on_the_page_of_the_import(
    imported: ImportRun, at_desk: Client, inside: Organisation
) -> None:
    response = at_desk.post(address("people:undo_import", imported.pk), follow=True)

    assertContains(response, "Undoing this import")
    assertContains(response, "Looking up what this import changed")
    assertContains(response, "See how far it is now")  # the link for those without JavaScript
    assert those_imported() == 2
    ImportRun.objects.update(rows_done=1000, rows_total=4000)
    progress = address("people:import_progress", imported.pk)
    assertContains(at_desk.get(progress, headers=HTMX), "1,000 of 4,000 changes taken back")

    work(inside)

    page = at_desk.get(address("people:import_check", imported.pk))
    assertContains(page, "This import was undone")
    assert at_desk.get(progress, headers=HTMX)["HX-Redirect"] == page.request["PATH_INFO"]
    assert those_imported() == 0


def test_undoing_happens_once_however_often_it_is_asked_and_delivered(
    imported: ImportRun, admin: Person, inside: Organisation, noon: datetime
) -> None:
    for _ in range(2):
        ask(imported, admin, noon)
    errand = Errand.objects.get(arguments__state="undoing")

    for _ in range(2):
        work_on_import(errand_id=errand.pk, organisation_id=inside.pk)

    assert newest().state == State.UNDONE
    events = apps.get_model("people", "PersonEvent")._base_manager
    assert events.filter(pgh_label="removed").count() == 2


def test_the_record_says_who_undid_it(
    imported: ImportRun, admin: Person, inside: Organisation, noon: datetime
) -> None:
    ask(imported, admin, noon)
    work(inside)

    events = apps.get_model("people", "PersonEvent")._base_manager
    context = events.get(staff_id="E013", pgh_label="removed").pgh_context
    assert (context["cause"], context["person"]) == (f"import:{imported.pk}:undo", admin.pk)


def test_what_stands_on_the_import_keeps_it_whole_and_the_page_says_so(
    imported: ImportRun, at_desk: Client, admin: Person, inside: Organisation, noon: datetime
) -> None:
    Person.objects.filter(staff_id="E013").update(name="Thomas Reid")
    ask(imported, admin, noon)

    work(inside)

    assert those_imported() == 2
    page = at_desk.get(address("people:import_check", imported.pk))
    assertContains(page, "1 of the things it wrote have been changed since")
    assertContains(page, "Undo this import")
    assert newest().result["added"] == {"people": 2}


def test_a_change_made_outside_the_application_counts_as_later_work(
    imported: ImportRun, admin: Person, inside: Organisation, noon: datetime
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_metadata', '', true)")
    Person.objects.filter(staff_id="E013").update(name="Thomas Reid")

    with pytest.raises(ImportRefused, match="1 of the things"):
        services.undo_import(run=imported_now(imported), now=noon)


def imported_now(run: ImportRun) -> ImportRun:
    return ImportRun.objects.get(pk=run.pk)


def test_a_worker_that_dies_leaves_everything_as_it_was_to_the_next_delivery(
    imported: ImportRun,
    admin: Person,
    inside: Organisation,
    noon: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(imported, admin, noon)

    def break_off(**_: Any) -> None:
        assert those_imported() == 0
        raise OperationalError

    with monkeypatch.context() as broken:
        broken.setattr(services, "reports_are_due", break_off)
        with pytest.raises(OperationalError):
            work(inside)
    assert (newest().state, those_imported()) == (State.UNDOING, 2)

    work(inside)

    assert (newest().state, those_imported()) == (State.UNDONE, 0)


def test_a_fault_of_ours_undoes_nothing_and_says_so(
    imported: ImportRun,
    admin: Person,
    inside: Organisation,
    noon: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(**_: Any) -> None:
        raise ZeroDivisionError

    ask(imported, admin, noon)
    monkeypatch.setattr(services, "reports_are_due", fail)

    work(inside)

    assert (newest().state, newest().trouble) == (State.DONE, working.UNDO_OUR_FAULT)
    assert those_imported() == 2


def test_what_no_worker_could_undo_says_so_and_can_be_tried_again(
    imported: ImportRun, at_desk: Client, inside: Organisation
) -> None:
    undo, page = (
        address(name, imported.pk) for name in ("people:undo_import", "people:import_check")
    )
    at_desk.post(undo)
    Errand.objects.filter(arguments__state="undoing").update(state=Errand.State.DEAD)
    assertContains(at_desk.get(page), "This import could not be undone")

    at_desk.post(undo)
    assertNotContains(at_desk.get(page), "This import could not be undone")
    work(inside)

    assert (newest().state, those_imported()) == (State.UNDONE, 0)


def test_no_import_is_carried_out_while_one_is_being_undone(
    imported: ImportRun,
    start: Starting,
    at_desk: Client,
    admin: Person,
    inside: Organisation,
    noon: datetime,
) -> None:
    later = start(file=CHANGED)
    work(inside)
    ask(imported, admin, noon)

    with pytest.raises(ImportRefused, match="An import is being undone"):
        steps.go(run=later, now=noon)

    work(inside)
    steps.go(run=later, now=noon)
    assert newest().state == State.IMPORTING


def test_no_import_is_undone_while_another_is_carried_out(
    imported: ImportRun,
    start: Starting,
    admin: Person,
    inside: Organisation,
    noon: datetime,
) -> None:
    later = start(file=CHANGED)
    work(inside)
    steps.go(run=later, now=noon)

    with pytest.raises(ImportRefused, match="Another import is being carried out"):
        ask(imported, admin, noon)


def test_an_earlier_import_can_be_undone_once_the_later_one_was(
    imported: ImportRun, start: Starting, admin: Person, inside: Organisation, noon: datetime
) -> None:
    later = bring(start, inside, noon, CHANGED)
    with pytest.raises(ImportRefused, match="undo the later ones first"):
        ask(imported, admin, noon)

    for run in (later, imported):
        ask(run, admin, noon)
        work(inside)

    assert those_imported() == 0
    assert set(ImportRun.objects.values_list("state", flat=True)) == {State.UNDONE}


def test_what_was_changed_and_undone_is_a_later_edition_than_any_form_started_from(
    imported: ImportRun, start: Starting, admin: Person, inside: Organisation, noon: datetime
) -> None:
    later = bring(start, inside, noon, CHANGED)
    place = Assignment.objects.get(person__staff_id="E013")
    assert (place.role_title, place.edition, Person.objects.get(staff_id="E013").edition) == (
        "Clerk",
        2,
        2,
    )

    ask(later, admin, noon)
    work(inside)

    place.refresh_from_db()
    assert (place.role_title, place.edition) == ("Secretary", 3)
    assert Person.objects.get(staff_id="E013").name == "Tom Reid"


def test_units_that_changed_places_change_back(
    start: Starting, root: OrgUnit, admin: Person, inside: Organisation, noon: datetime
) -> None:
    upper = OrgUnitFactory.create(code="UP", name="Upper", parent=root)
    lower = OrgUnitFactory.create(code="LOW", name="Lower", parent=upper)
    run = start("units", "code,name,parent_code\nUP,Upper,LOW\nLOW,Lower,\n")
    work(inside)
    steps.go(run=run, now=noon)
    work(inside)
    upper.refresh_from_db()
    assert upper.parent_id == lower.pk

    ask(run, admin, noon)
    work(inside)

    upper.refresh_from_db()
    lower.refresh_from_db()
    assert (upper.parent_id, lower.parent_id) == (root.pk, upper.pk)


def test_undoing_tells_how_far_it_is_batch_by_batch(
    imported: ImportRun, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("people.intake.writing.BATCH", 1)
    monkeypatch.setattr(undoing, "BATCH", 1)
    told: list[tuple[int, int]] = []

    services.undo_import(
        run=imported_now(imported), now=noon, progress=lambda *so_far: told.append(so_far)
    )

    assert told == [(done, 4) for done in range(5)]
