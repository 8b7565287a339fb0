from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError

from people.intake import running, staff, steps, working
from people.intake.tasks import work_on_import
from people.models import Errand, ImportRun, Organisation, Person
from tests.people.intake.conftest import PEOPLE, Starting, newest, work


def test_a_check_counts_what_an_import_would_do_and_saves_nothing(
    inside: Organisation, start: Starting
) -> None:
    before = Person.objects.count()
    start()

    work(inside)

    assert newest().state == ImportRun.State.CHECKED
    assert newest().result["added"] == {"people": 2}
    assert Person.objects.count() == before


def test_an_import_that_is_asked_for_twice_is_carried_out_once(
    inside: Organisation, start: Starting, noon: datetime
) -> None:
    run = start()
    work(inside)

    for _ in range(2):
        steps.go(run=run, now=noon)

    assert Errand.objects.filter(arguments__state="importing").count() == 1


def test_an_import_that_is_delivered_twice_is_carried_out_once(
    inside: Organisation, start: Starting, noon: datetime
) -> None:
    run = start()
    work(inside)
    steps.go(run=run, now=noon)
    errand = Errand.objects.latest("pk")

    for _ in range(2):
        work_on_import(errand_id=errand.pk, organisation_id=inside.pk)

    assert Person.objects.filter(staff_id__in=("E012", "E013")).count() == 2
    assert newest().state == ImportRun.State.DONE
    assert newest().result["added"] == {"people": 2}


def test_files_are_not_kept_once_they_are_imported(
    inside: Organisation, start: Starting, noon: datetime
) -> None:
    run = start()
    work(inside)
    assert bytes(newest().first_file) == PEOPLE.encode()

    steps.go(run=run, now=noon)
    work(inside)

    assert bytes(newest().first_file) == b""


def test_a_database_that_goes_away_leaves_the_import_to_the_next_delivery(
    inside: Organisation, start: Starting, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start()
    work(inside)
    steps.go(run=run, now=noon)
    save = staff._Staff._save

    def save_and_break(self: Any) -> None:
        save(self)
        raise OperationalError

    with monkeypatch.context() as broken:
        broken.setattr(staff._Staff, "_save", save_and_break)
        with pytest.raises(OperationalError):
            work(inside)
    assert newest().state == ImportRun.State.IMPORTING
    assert not Person.objects.filter(staff_id="E013").exists()

    work(inside)

    assert newest().state == ImportRun.State.DONE
    assert Person.objects.filter(staff_id="E013").count() == 1


def test_a_fault_of_ours_saves_nothing_and_says_so(
    inside: Organisation, start: Starting, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start()
    work(inside)
    steps.go(run=run, now=noon)
    save = staff._Staff._save

    def save_and_fail(self: Any) -> None:
        save(self)
        raise ZeroDivisionError

    monkeypatch.setattr(staff._Staff, "_save", save_and_fail)
    work(inside)

    assert (newest().state, newest().trouble) == (ImportRun.State.REFUSED, working.OUR_FAULT)
    assert not Person.objects.filter(staff_id="E013").exists()


def test_the_record_names_the_import_and_who_asked_for_it(
    inside: Organisation, start: Starting, admin: Person, noon: datetime
) -> None:
    run = start()
    work(inside)
    steps.go(run=run, now=noon)
    work(inside)

    events = apps.get_model("people", "PersonEvent")._base_manager
    context = events.get(staff_id="E013").pgh_context
    assert (context["cause"], context["person"]) == (f"import:{run.pk}", admin.pk)


def test_rows_that_went_bad_since_the_check_stop_the_import(
    inside: Organisation, start: Starting, noon: datetime, root: Any
) -> None:
    run = start()
    work(inside)
    steps.go(run=run, now=noon)
    root.code = "OTHER"
    root.save()

    work(inside)

    assert (newest().state, newest().trouble) == (
        ImportRun.State.CHECKED,
        working.CHANGED_SINCE_CHECK,
    )
    assert len(newest().result["problems"]) == 2


def test_good_rows_are_imported_without_the_bad_ones(
    inside: Organisation, start: Starting, noon: datetime
) -> None:
    run = start(file=f"{PEOPLE}E014,Nobody,,NOWHERE,,\n")
    work(inside)

    steps.go(run=run, now=noon)
    work(inside)

    assert newest().result["added"] == {"people": 2}
    assert not Person.objects.filter(staff_id="E014").exists()


def test_columns_matched_afresh_while_a_check_runs_win(
    inside: Organisation, start: Starting, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start()
    tables = steps.read_files(run)
    first = Errand.objects.latest("pk")
    carry_out = running.carry_out

    def match_meanwhile(*args: Any, **kwargs: Any) -> Any:
        matching = {name: n for name, n in run.matchings["file"].items() if name != "email"}
        steps.match_columns(run=run, tables=tables, matchings={"file": matching}, now=noon)
        return carry_out(*args, **kwargs)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(working, "carry_out", match_meanwhile)
        work_on_import(errand_id=first.pk, organisation_id=inside.pk)
    assert newest().state == ImportRun.State.CHECKING

    work(inside)

    assert newest().state == ImportRun.State.CHECKED
    assert "email" not in newest().matchings["file"]


def test_a_second_check_is_not_done_for_a_run_that_went_on(
    inside: Organisation, start: Starting, noon: datetime
) -> None:
    run = start()
    first = Errand.objects.latest("pk")
    work(inside)
    steps.go(run=run, now=noon)
    Errand.objects.filter(pk=first.pk).update(state=Errand.State.WAITING)

    work_on_import(errand_id=first.pk, organisation_id=inside.pk)

    assert newest().state == ImportRun.State.IMPORTING


def test_an_unfinished_import_keeps_its_files_for_a_day(
    inside: Organisation, start: Starting
) -> None:
    left = start()
    ImportRun.objects.update(updated_at=datetime.fromisoformat("2026-11-02T11:59:00Z"))

    start()

    left.refresh_from_db()
    assert (left.state, left.trouble) == (ImportRun.State.REFUSED, steps.LEFT)
    assert bytes(left.first_file) == b""
