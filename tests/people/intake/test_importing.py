from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from people.imports.reading import read_file, read_table
from people.imports.writing import csv_bytes
from people.intake import registry, services
from people.intake.orders import ImportRefused, Order
from people.intake.running import Result
from people.models import Assignment, ImportRun, JuniorPost, Organisation, OrgUnit, Person, Post
from tests.factories import AssignmentFactory

SHARED = Path(__file__).parents[4] / "shared" / "data" / "organograms"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real organograms are not beside this checkout"
)

UNITS = """code,name,kind,parent_code,headcount
TRUST,Northvale Care,organisation,,
MED,Medicine,division,,
W7,Ward 7,team,MED,18
W8,Ward 8,team,MED,
"""
PEOPLE = """staff_id,name,email,unit_code,role_title,is_lead
00012,Amina Okafor,amina@example.org,W7,Ward manager,yes
00013,Tom Reid,,W7,Nurse,
"""


@pytest.fixture(autouse=True)
def the_root(root: OrgUnit) -> OrgUnit:
    return root


def bring(
    kind: str,
    files: Mapping[str, str | Path],
    organisation: Organisation,
    now: datetime,
    *,
    skip_bad_rows: bool = False,
    confirmed_deactivations: int | None = None,
    dry_run: bool = False,
) -> Result:
    tables = {
        place: read_file(file)
        if isinstance(file, Path)
        else read_table(file.encode(), filename="rows.csv")
        for place, file in files.items()
    }
    order = Order(
        kind=kind,
        tables=tables,
        imported_by="a test",
        now=now,
        skip_bad_rows=skip_bad_rows,
        confirmed_deactivations=confirmed_deactivations,
    )
    return services.import_now(
        organisation=organisation, order=order, file_names={}, dry_run=dry_run
    )


def test_units_come_in_below_their_parents(inside: Organisation, noon: datetime) -> None:
    result = bring("units", {"file": UNITS}, inside, noon)

    assert result.document["added"] == {"units": 3}
    assert result.document["changed"] == {"units": 1}  # the root got its code and name
    ward = OrgUnit.objects.select_related("parent__parent").get(code="W7")
    assert ward.parent is not None and ward.parent.parent is not None
    assert [ward.parent.code, ward.parent.parent.code] == ["MED", "TRUST"]
    assert ward.headcount == 18


def test_the_same_file_again_changes_nothing(inside: Organisation, noon: datetime) -> None:
    bring("units", {"file": UNITS}, inside, noon)

    again = bring("units", {"file": UNITS}, inside, noon)

    assert again.outcome.changes_nothing
    assert again.document["unchanged"] == {"units": 4}


def test_what_the_file_does_not_say_stays(inside: Organisation, noon: datetime) -> None:
    bring("units", {"file": UNITS}, inside, noon)

    bring("units", {"file": "code,name\nW7,Ward seven\n"}, inside, noon)

    ward = OrgUnit.objects.select_related("parent").get(code="W7")
    assert (ward.name, ward.headcount, ward.parent and ward.parent.code) == (
        "Ward seven",
        18,
        "MED",
    )


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("W9,Ward 9,team,NOWHERE,\n", "There is no unit NOWHERE"),
        ("MED,Medicine,division,W7,\n", "Unit MED would hang below itself"),
        ("W7,Northvale,organisation,,\n", "Another unit has this code already"),
    ],
)
def test_a_row_that_cannot_stand_is_named_and_nothing_is_saved(
    inside: Organisation, noon: datetime, rows: str, message: str
) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    header = UNITS.splitlines()[0]

    result = bring("units", {"file": f"{header}\nNEW,New,team,,\n{rows}"}, inside, noon)

    assert not result.saved
    assert message in result.document["problems"][0]["message"]
    assert not OrgUnit.objects.filter(code="NEW").exists()


def test_bad_rows_can_be_left_out(inside: Organisation, noon: datetime) -> None:
    rows = f"{UNITS}W9,Ward 9,team,NOWHERE,\n"

    result = bring("units", {"file": rows}, inside, noon, skip_bad_rows=True)

    assert result.saved
    assert OrgUnit.objects.count() == 4


def test_a_dry_run_counts_and_keeps_nothing(inside: Organisation, noon: datetime) -> None:
    result = bring("units", {"file": UNITS}, inside, noon, dry_run=True)

    assert result.document["added"] == {"units": 3}
    assert not result.saved
    assert OrgUnit.objects.count() == 1
    assert not ImportRun.objects.exists()


def test_people_come_to_their_units_and_move(inside: Organisation, noon: datetime) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    bring("people", {"file": PEOPLE}, inside, noon)
    amina = Person.objects.get(staff_id="00012")
    assert Assignment.objects.get(person=amina).is_lead

    moved = bring("people", {"file": PEOPLE.replace("W7,Nurse", "W8,Nurse")}, inside, noon)

    assert moved.document["changed"] == {"people": 1}
    assert moved.document["moved"] == {"people": 1}
    places = Assignment.objects.filter(person__staff_id="00013").order_by("pk")
    assert [(p.unit.code, p.ended_on) for p in places] == [("W7", noon.date()), ("W8", None)]


def test_a_person_in_an_unknown_unit_is_a_problem(inside: Organisation, noon: datetime) -> None:
    result = bring("people", {"file": PEOPLE}, inside, noon)

    assert [p["row"] for p in result.document["problems"]] == [2, 3]
    assert "There is no open unit W7" in result.document["problems"][0]["message"]


@pytest.mark.parametrize("kind", ["units", "people"])
def test_what_is_exported_can_be_imported_and_changes_nothing(
    inside: Organisation, noon: datetime, kind: str
) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    bring("people", {"file": PEOPLE}, inside, noon)
    importer = registry.importer(kind)
    assert importer.export is not None

    exported = csv_bytes(header=importer.header, rows=importer.export()).decode("utf-8-sig")

    again = bring(kind, {"file": exported}, inside, noon)
    assert again.saved and again.outcome.changes_nothing


def test_an_import_is_undone_to_the_last_value(inside: Organisation, noon: datetime) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    bring("people", {"file": PEOPLE}, inside, noon)
    changed = PEOPLE.replace("Tom Reid", "Thomas Reid").replace("W7,Nurse", "W8,Nurse")
    bring("people", {"file": f"{changed}00014,New Person,,W8,,\n"}, inside, noon)

    services.undo_import(run=ImportRun.objects.latest("pk"), now=noon)

    assert sorted(Person.objects.values_list("name", flat=True)) == ["Amina Okafor", "Tom Reid"]
    assert list(
        Assignment.objects.filter(person__name="Tom Reid").values_list("unit__code", "ended_on")
    ) == [("W7", None)]


def test_an_import_that_people_have_worked_on_since_is_not_undone(
    inside: Organisation, noon: datetime
) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    OrgUnit.objects.filter(code="W7").update(name="Ward seven")

    with pytest.raises(ImportRefused, match="1 of the things it wrote have been changed since"):
        services.undo_import(run=ImportRun.objects.get(), now=noon)


def test_an_import_that_something_rests_on_is_not_undone(
    inside: Organisation, noon: datetime
) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    AssignmentFactory.create(unit=OrgUnit.objects.get(code="W7"))

    with pytest.raises(ImportRefused, match="something it added is in use now"):
        services.undo_import(run=ImportRun.objects.get(), now=noon)

    assert OrgUnit.objects.filter(code="W7").exists()


def test_only_the_last_import_is_undone(inside: Organisation, noon: datetime) -> None:
    bring("units", {"file": UNITS}, inside, noon)
    bring("people", {"file": PEOPLE}, inside, noon)

    with pytest.raises(ImportRefused, match="Only the last import can be undone"):
        services.undo_import(run=ImportRun.objects.earliest("pk"), now=noon)


@needs_shared
class TestRealOrganograms:
    """NHS Blood and Transplant, March then September 2011: a reorganisation.

    By a plain reading of the files: March lists 54 senior rows, of which row 36 repeats a
    reference, and 94 junior rows; 6 of its 53 posts are not in September's file.
    """

    def files(self, month: str) -> dict[str, Path]:
        name = f"nhs-blood-and-transplant-2011-{month}"
        return {place: SHARED / f"{name}-{place}.csv" for place in ("senior", "junior")}

    def test_one_repeated_post_keeps_everything_out(
        self, inside: Organisation, noon: datetime
    ) -> None:
        result = bring("organogram", self.files("03-31"), inside, noon)

        assert not result.saved
        assert result.document["problems"][0]["message"] == (
            "Post 2774616 appears twice; the first is on row 35"
        )
        assert Post.objects.count() == 0

    def test_two_snapshots_in_turn(self, inside: Organisation, noon: datetime) -> None:
        first = bring("organogram", self.files("03-31"), inside, noon, skip_bad_rows=True)
        assert first.document["added"] == {"units": 10, "posts": 53, "junior_posts": 94}
        assert first.document["fte"] == {"senior": 49.6, "junior": 5178.65}

        with pytest.raises(ImportRefused, match=r"6 of 53 active posts inactive \(11%\)"):
            bring("organogram", self.files("09-30"), inside, noon, skip_bad_rows=True)

        second = bring(
            "organogram",
            self.files("09-30"),
            inside,
            noon,
            skip_bad_rows=True,
            confirmed_deactivations=6,
        )
        assert second.document["deactivated"]["posts"] == 6
        assert Post.objects.active().count() == 53 - 6 + second.document["added"]["posts"]

    def test_the_first_snapshot_again_changes_nothing(
        self, inside: Organisation, noon: datetime
    ) -> None:
        bring("organogram", self.files("03-31"), inside, noon, skip_bad_rows=True)

        again = bring("organogram", self.files("03-31"), inside, noon, skip_bad_rows=True)

        assert again.outcome.changes_nothing
        assert again.document["unchanged"] == {"units": 10, "posts": 53, "junior_posts": 94}

    def test_it_is_undone_whole(self, inside: Organisation, noon: datetime) -> None:
        bring("organogram", self.files("03-31"), inside, noon, skip_bad_rows=True)

        services.undo_import(run=ImportRun.objects.get(), now=noon)

        assert (Post.objects.count(), JuniorPost.objects.count()) == (0, 0)
        assert OrgUnit.objects.count() == 1

    @pytest.mark.parametrize("year", ["2011-09-30", "2013-09-30"])
    def test_the_other_body_in_both_dialects(
        self, inside: Organisation, noon: datetime, year: str
    ) -> None:
        files = {place: SHARED / f"nice-{year}-{place}.csv" for place in ("senior", "junior")}

        result = bring("organogram", files, inside, noon, skip_bad_rows=True)

        assert result.saved
        assert Post.objects.count() == result.document["added"]["posts"]
