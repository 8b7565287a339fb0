from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from people.imports.reading import read_table
from people.intake import staff, writing
from people.intake.orders import ImportRefused, Order
from people.intake.running import carry_out
from people.intake.writing import check_keys, write_changes
from people.models import Assignment, Organisation, OrgUnit, Person, Post
from tests.factories import AssignmentFactory, OrgUnitFactory, PersonFactory

HEADERS = {
    "people": "staff_id,name,unit_code,role_title",
    "units": "code,name,parent_code",
}


@pytest.fixture(autouse=True)
def the_root(root: OrgUnit) -> OrgUnit:
    return root


def order(kind: str, now: datetime, progress: Any = None, **files: str) -> Order:
    told = {} if progress is None else {"progress": progress}
    tables = {place: read_table(f.encode(), filename="rows.csv") for place, f in files.items()}
    return Order(kind=kind, tables=tables, imported_by="a test", now=now, **told)


def people(count: int, role: str = "Nurse", unit: str = "BOARD") -> str:
    rows = (f"S{n},Person {n} ({role}),{unit},{role}" for n in range(count))
    return "\n".join([HEADERS["people"], *rows])


def units(count: int, name: str = "Team", parent: str = "") -> str:
    rows = (f"T{n},{name} {n},{parent}" for n in range(count))
    return "\n".join([HEADERS["units"], *rows])


def organogram(count: int, title: str = "Head") -> dict[str, str]:
    senior = ["Post Unique Reference,Job Title,Unit,Reports to Senior Post,FTE", "0,Chief,Top,XX,1"]
    above = {n: n + 1 if n % 2 and n + 1 < count else 0 for n in range(1, count)}
    senior += [f"{n},{title},Unit {n},{manager},1" for n, manager in above.items()]
    junior = ["Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE"]
    junior += [f"Unit {n},{n},Band 6,{title},1" for n in range(1, count)]
    return {"senior": "\n".join(senior), "junior": "\n".join(junior)}


def test_each_batch_of_people_is_told_as_done_once_it_is_written(
    inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "BATCH", 2)
    told: list[tuple[int, int, int]] = []

    def note(done: int, total: int) -> None:
        told.append((done, total, Person.objects.count()))

    carry_out(order("people", noon, note, file=people(5)), dry_run=False)

    assert told == [(0, 5, 0), (2, 5, 2), (4, 5, 4), (5, 5, 5)]


@pytest.mark.parametrize("kind", ["units", "organogram"])
def test_units_and_organograms_tell_how_far_they_are_as_they_write(
    inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(writing, "BATCH", 2)
    files = {"file": units(7)} if kind == "units" else organogram(4)
    told: list[tuple[int, int]] = []

    result = carry_out(
        order(kind, noon, lambda *so_far: told.append(so_far), **files), dry_run=False
    )

    assert result.saved
    assert told[-1] == (7, 7)
    assert len(told) == 5
    assert told == sorted(set(told))


@pytest.mark.parametrize(
    ("kind", "first", "then"),
    [
        ("people", lambda n: {"file": people(n)}, lambda n: {"file": people(n, "Matron", "WARD")}),
        ("units", lambda n: {"file": units(n)}, lambda n: {"file": units(n, "Ward", "WARD")}),
        ("organogram", organogram, lambda n: organogram(n, "Director")),
    ],
)
def test_an_import_asks_as_often_for_300_rows_as_for_10(
    inside: Organisation, root: OrgUnit, noon: datetime, kind: str, first: Any, then: Any
) -> None:
    OrgUnitFactory.create(code="WARD", name="Ward", parent=root)

    def cost(files: dict[str, str]) -> int:
        with CaptureQueriesContext(connection) as asked:
            result = carry_out(order(kind, noon, **files), dry_run=True)
        assert not result.outcome.problems
        return len(asked)

    assert cost(first(300)) == cost(first(10))
    carry_out(order(kind, noon, **first(300)), dry_run=False)
    assert cost(then(300)) == cost(then(300))
    assert cost(then(300)) < 40


def test_every_row_of_a_large_import_is_in_the_record(inside: Organisation, noon: datetime) -> None:
    carry_out(order("people", noon, file=people(1500)), dry_run=False)
    carry_out(order("people", noon, file=people(1500, "Matron")), dry_run=False)

    for name in ("PersonEvent", "AssignmentEvent"):
        events = apps.get_model("people", name)._base_manager
        labels = events.values_list("pgh_label", flat=True)
        assert (list(labels).count("added"), list(labels).count("changed")) == (1500, 1500)


def test_a_place_that_an_import_changes_or_ends_is_a_new_edition(
    inside: Organisation, root: OrgUnit, noon: datetime
) -> None:
    OrgUnitFactory.create(code="WARD", name="Ward", parent=root)
    carry_out(order("people", noon, file=people(2)), dry_run=False)
    rows = [HEADERS["people"], "S0,Person 0 (Nurse),BOARD,Matron", "S1,Person 1 (Nurse),WARD,Nurse"]

    carry_out(order("people", noon, file="\n".join(rows)), dry_run=False)

    places = Assignment.objects.order_by("person__staff_id", "pk")
    assert list(places.values_list("role_title", "edition", "ended_on")) == [
        ("Matron", 2, None),
        ("Nurse", 2, noon.date()),
        ("Nurse", 1, None),
    ]


def test_a_save_that_came_between_is_not_overwritten(
    inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_out(order("people", noon, file=people(2)), dry_run=False)
    save = staff._Staff._save

    def save_after_somebody(self: Any) -> None:
        Person.objects.filter(staff_id="S1").update(name="Somebody's", edition=2)
        save(self)

    monkeypatch.setattr(staff._Staff, "_save", save_after_somebody)

    with pytest.raises(ImportRefused, match="Somebody changed"):
        carry_out(order("people", noon, file=people(2, "Matron")), dry_run=False)


def test_changes_are_written_as_they_are_said(inside: Organisation, root: OrgUnit) -> None:
    place = AssignmentFactory.create(person=PersonFactory.create(), unit=root, fte="0.8")
    place.role_title, place.fte, place.is_lead = 'O\'Neill, "the \\ 1st"; {x}', None, True

    write_changes([place], fields=("role_title", "fte", "is_lead", "unit"))

    place.refresh_from_db()
    assert (place.role_title, place.fte, place.is_lead) == (
        'O\'Neill, "the \\ 1st"; {x}',
        None,
        True,
    )
    assert place.edition == 2


def test_a_post_may_name_a_manager_that_comes_later_in_the_file(
    inside: Organisation, noon: datetime
) -> None:
    carry_out(order("organogram", noon, **organogram(4)), dry_run=False)

    managers = Post.objects.values_list("reference", "reports_to__reference")
    assert dict(managers) == {"0": None, "1": "2", "2": "0", "3": "0"}


def test_a_unit_whose_row_closes_a_loop_stays_where_it_is(
    inside: Organisation, root: OrgUnit, noon: datetime
) -> None:
    top = OrgUnitFactory.create(code="A", name="A", parent=root)
    middle = OrgUnitFactory.create(code="X", name="X", parent=top)
    OrgUnitFactory.create(code="Z", name="Z", parent=middle)
    rows = "code,name,parent_code\nA,A,X\nX,X,Z\nZ,Z,A\nNEW,New,N2\nN2,New too,NEW\n"

    result = carry_out(order("units", noon, file=rows), dry_run=True)

    said = {problem.row: problem.message.split(":")[0] for problem in result.outcome.problems}
    assert said == {
        2: "Unit A would hang below itself",
        3: "Unit X would hang below itself",
        4: "Unit Z would hang below itself",
        5: "There is no unit N2",
        6: "Unit N2 would hang below itself",
    }


def test_what_much_was_written_to_is_counted_afresh_with_what_it_points_at(
    inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or each of 50,000 rows is looked up as if the units were none."""
    counted: list[set[str]] = []
    monkeypatch.setattr(writing, "BATCH", 10)
    monkeypatch.setattr(writing, "count_afresh", lambda tables: counted.append(set(tables)))

    carry_out(order("people", noon, file=people(12)), dry_run=False)
    carry_out(order("people", noon, file=people(3, "Matron")), dry_run=False)

    written = {"people_person", "people_assignment"}
    assert counted[0] >= written | {"people_orgunit", "people_organisation"}
    assert "people_post" not in counted[0]


def test_keys_are_checked_one_to_a_statement(root: OrgUnit) -> None:
    person = PersonFactory.create()
    AssignmentFactory.create(person=person)
    gone = Person.objects.filter(pk=person.pk)
    gone._raw_delete(gone.db)

    with (
        CaptureQueriesContext(connection) as asked,
        pytest.raises(IntegrityError),
        transaction.atomic(),
    ):
        check_keys(["people_person"])

    checks = [query["sql"] for query in asked if query["sql"].startswith("SET CONSTRAINTS")]
    assert checks and "SET CONSTRAINTS ALL IMMEDIATE" not in checks
    connection.cursor().execute("DELETE FROM people_assignment")
    check_keys(["people_person"])
