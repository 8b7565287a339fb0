from __future__ import annotations

import contextlib
import itertools
import json
from datetime import datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from objectives.models import ContributionLink, Cycle, ExpectedContribution, Objective
from people.imports.reading import read_table
from people.imports.writing import csv_bytes
from people.intake import registry, services, writing
from people.intake.orders import ImportRefused, Order
from people.intake.running import Result
from people.models import ImportRun, Organisation, OrgUnit
from strategy.models import PriorityWording, StrategyVersion
from tests.factories import OrgUnitFactory, PersonFactory

PRIORITIES = """ref,title,statement,sponsor_staff_id
P1,"Safe, kind care every time",Every patient,00012
P2,Fair outcomes,,
"""
OBJECTIVES = """\
ref,unit_code,title,why,measure,measure_unit,baseline,target,target_date,answerable_staff_id,state
M1,MED,Halve harm from falls,Falls hurt,Falls with harm,a month,12,6,31/03/2027,00012,live
W1,W7,Huddles on every shift,,Shifts with a huddle,%,40,95.5,,,agreed
W2,W7,Learn how to hand over well,,,,,,,,draft
"""
LINKS = """child_ref,parent_ref,strength,state,rationale
M1,P1,direct,accepted,Falls are harm
W1,M1,partial,accepted,Huddles find risks
W2,M1,,stale,
"""
EXPECTATIONS = """priority_ref,unit_code,expectation
P1,MED,required
P2,W7,not_expected
"""
ALL = {
    "priorities": PRIORITIES,
    "objectives": OBJECTIVES,
    "links": LINKS,
    "expectations": EXPECTATIONS,
}


@pytest.fixture
def trust(root: OrgUnit) -> None:
    medicine = OrgUnitFactory.create(code="MED", parent=root)
    OrgUnitFactory.create(code="W7", parent=medicine)
    PersonFactory.create(staff_id="00012", name="Amina Okafor")


@pytest.fixture
def imported(trust: None, inside: Organisation, noon: datetime) -> None:
    for kind, rows in ALL.items():
        assert bring(kind, rows, inside, noon).saved


def bring(kind: str, rows: str, organisation: Organisation, now: datetime) -> Result:
    order = Order(
        kind=kind,
        tables={"file": read_table(rows.encode(), filename="rows.csv")},
        imported_by="Amina Okafor",
        now=now,
    )
    return services.import_now(organisation=organisation, order=order, file_names={}, dry_run=False)


def undo(now: datetime) -> None:
    run = ImportRun.objects.filter(state=ImportRun.State.DONE).latest("pk")
    services.undo_import(run=run, now=now)


def titles() -> dict[str, str]:
    return dict(PriorityWording.objects.in_force().values_list("priority__ref", "title"))


def test_priorities_come_in_force_with_a_note_and_no_decision(imported: None) -> None:
    version = StrategyVersion.objects.in_force().get()

    assert version.title == "Imported strategy"
    assert version.note == (
        "Imported by Amina Okafor on 3 November 2026. The Board has not decided on it here."
    )
    assert titles() == {"P1": "Safe, kind care every time", "P2": "Fair outcomes"}


def test_changed_priorities_are_a_new_version_and_the_earlier_is_kept(
    imported: None, inside: Organisation, noon: datetime
) -> None:
    result = bring("priorities", "ref,title\nP2,Fairer outcomes\nP3,Greener\n", inside, noon)

    assert (result.document["added"], result.document["changed"]) == (
        {"priorities": 1},
        {"priorities": 1},
    )
    assert titles() == {
        "P1": "Safe, kind care every time",
        "P2": "Fairer outcomes",
        "P3": "Greener",
    }
    assert StrategyVersion.objects.get(number=1).state == StrategyVersion.State.SUPERSEDED


def test_undoing_priorities_puts_the_earlier_words_in_force_again(
    imported: None, inside: Organisation, noon: datetime
) -> None:
    bring("priorities", "ref,title\nP2,Fairer outcomes\n", inside, noon)

    undo(noon)

    assert titles()["P2"] == "Fair outcomes"


def test_objectives_open_the_year_and_keep_who_imported_them(imported: None) -> None:
    assert Cycle.objects.get().name == "2026/27"
    objective = Objective.objects.select_related("current__answerable").get(ref="M1")
    assert objective.was_agreed_before
    assert (objective.imported_by, objective.state) == ("Amina Okafor", "live")
    version = objective.current
    assert version is not None and version.answerable is not None
    assert (version.title, version.answerable.name, str(version.target_date)) == (
        "Halve harm from falls",
        "Amina Okafor",
        "2027-03-31",
    )
    measure = version.measures.get()
    assert (measure.name, measure.direction, measure.target) == (
        "Falls with harm",
        "down",
        Decimal(6),
    )
    assert not Objective.objects.get(ref="W2").was_agreed_before


def test_other_words_are_a_new_version(
    imported: None, inside: Organisation, noon: datetime
) -> None:
    rows = OBJECTIVES.replace("Halve harm from falls", "Halve all harm")

    result = bring("objectives", rows, inside, noon)

    assert result.document["changed"] == {"objectives": 1}
    objective = Objective.objects.select_related("current").get(ref="M1")
    assert objective.current is not None
    assert (objective.current.number, objective.current.title) == (2, "Halve all harm")
    assert objective.versions.get(number=1).title == "Halve harm from falls"


def test_links_keep_their_strength_and_the_first_is_primary(imported: None, noon: datetime) -> None:
    link = ContributionLink.objects.get(child__ref="W1")
    assert (link.strength, link.state, link.is_primary) == ("partial", "accepted", True)
    stale = ContributionLink.objects.get(child__ref="W2")
    assert (stale.state, stale.stale_since) == ("stale", noon)


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("M1,W1,,,", "parent_ref", "lead from M1 back to itself"),
        ("M1,NO,,,", "parent_ref", "There is no objective or priority NO"),
        ("NO,P1,,,", "child_ref", "There is no objective NO in this cycle"),
    ],
)
def test_a_link_that_cannot_stand_is_named(
    imported: None, inside: Organisation, noon: datetime, row: str, column: str, message: str
) -> None:
    result = bring("links", f"{LINKS.splitlines()[0]}\n{row}\n", inside, noon)

    assert not result.saved
    [problem] = result.document["problems"]
    assert (problem["row"], problem["column"]) == (2, column)
    assert message in problem["message"]


def test_two_rows_that_close_a_loop_between_them_are_one_error(
    imported: None, inside: Organisation, noon: datetime
) -> None:
    result = bring("links", "child_ref,parent_ref\nW1,W2\nW2,W1\n", inside, noon)

    assert [problem["row"] for problem in result.document["problems"]] == [3]


def test_expectations_change_in_place(imported: None, inside: Organisation, noon: datetime) -> None:
    result = bring("expectations", EXPECTATIONS.replace("not_expected", "invited"), inside, noon)

    assert result.document["changed"] == {"expectations": 1}
    assert ExpectedContribution.objects.get(unit__code="W7").expectation == "invited"


@pytest.mark.parametrize(
    ("kind", "first", "again"),
    [
        ("objectives", [(0, 3, 0), (2, 3, 2), (3, 3, 3)], [(0, 3, 3), (2, 3, 3), (3, 3, 3)]),
        ("links", [(0, 3, 0), (0, 3, 0), (2, 3, 2), (3, 3, 3)], [(0, 3, 3), (3, 3, 3)]),
        ("expectations", [(0, 2, 0), (2, 2, 2)], [(2, 2, 2)]),
    ],
)
def test_each_batch_is_told_as_done_once_it_is_written(
    trust: None,
    inside: Organisation,
    noon: datetime,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    first: list[tuple[int, int, int]],
    again: list[tuple[int, int, int]],
) -> None:
    monkeypatch.setattr(writing, "BATCH", 2)
    written: dict[str, Any] = {
        "objectives": Objective.objects,
        "links": ContributionLink.objects,
        "expectations": ExpectedContribution.objects,
    }
    for earlier in itertools.takewhile(lambda name: name != kind, ALL):
        bring(earlier, ALL[earlier], inside, noon)
    told: list[tuple[int, int, int]] = []

    def note(done: int, total: int) -> None:
        told.append((done, total, written[kind].count()))

    for expected in (first, again):
        told.clear()
        table = read_table(ALL[kind].encode(), filename="rows.csv")
        order = Order(
            kind=kind, tables={"file": table}, imported_by="Amina", now=noon, progress=note
        )
        services.import_now(organisation=inside, order=order, file_names={}, dry_run=False)
        assert told == expected


@pytest.mark.parametrize("kind", list(ALL))
def test_the_same_file_again_changes_nothing(
    imported: None, inside: Organisation, noon: datetime, kind: str
) -> None:
    again = bring(kind, ALL[kind], inside, noon)

    assert again.saved and again.outcome.changes_nothing


@pytest.mark.parametrize("kind", list(ALL))
def test_what_is_exported_can_be_imported_and_changes_nothing(
    imported: None, inside: Organisation, noon: datetime, kind: str
) -> None:
    importer = registry.importer(kind)
    assert importer.export is not None

    rows = csv_bytes(header=importer.header, rows=importer.export()).decode("utf-8-sig")

    again = bring(kind, rows, inside, noon)
    assert again.document["problems"] == []
    assert again.outcome.changes_nothing


def test_undoing_objectives_withdraws_new_ones_and_restores_changed_ones(
    trust: None, inside: Organisation, noon: datetime
) -> None:
    bring("objectives", OBJECTIVES, inside, noon)
    rows = OBJECTIVES.replace("Halve harm from falls", "Halve all harm").replace(
        "W2,W7,Learn", "W3,W7,Learn"
    )
    bring("objectives", rows, inside, noon)

    undo(noon)

    restored = Objective.objects.select_related("current").get(ref="M1")
    assert restored.current is not None
    assert (restored.current.number, restored.current.title) == (3, "Halve harm from falls")
    assert Objective.objects.get(ref="W3").state == Objective.State.WITHDRAWN
    assert Objective.objects.get(ref="W2").state == Objective.State.DRAFT


def test_undoing_links_takes_them_away(imported: None, noon: datetime) -> None:
    undo(noon)  # the expectations
    undo(noon)

    assert not ContributionLink.objects.exists()


def test_priorities_that_have_moved_on_are_not_undone(
    imported: None, inside: Organisation, noon: datetime
) -> None:
    StrategyVersion.objects.in_force().update(state=StrategyVersion.State.WITHDRAWN)
    for _ in range(3):  # expectations, links, objectives
        undo(noon)

    with pytest.raises(ImportRefused, match="the strategy has changed since"):
        undo(noon)


@pytest.mark.django_db(transaction=True)
class TestCommand:
    def call(self, *words: object) -> tuple[int, str]:
        said = StringIO()
        try:
            with contextlib.redirect_stdout(said):
                call_command("import_data", *map(str, words), stdout=said, stderr=StringIO())
        except SystemExit as stop:
            return int(stop.code or 0), said.getvalue()
        return 0, said.getvalue()

    def test_it_prints_one_document_and_its_exit_status(
        self, organisation: Organisation, tmp_path: Path
    ) -> None:
        call_command("create_organisation", "Other", slug="other", stdout=StringIO())
        file = tmp_path / "units.csv"
        file.write_text("code,name\nA,Alpha\n")

        status, said = self.call("units", file, "--organisation", "other", "--json")

        document = json.loads(said)
        assert status == 0
        assert document["added"] == {"units": 1}
        assert (document["saved"], document["dry_run"]) == (True, False)

    def test_bad_rows_are_refused_with_1_and_wrong_words_with_2(
        self, organisation: Organisation, tmp_path: Path
    ) -> None:
        call_command("create_organisation", "Other", slug="other", stdout=StringIO())
        file = tmp_path / "units.csv"
        file.write_text("code,name\nA,\n")

        refused, said = self.call("units", file, "--organisation", "other", "--json")

        assert refused == 1
        assert json.loads(said)["problems"][0]["column"] == "name"


def test_many_links_are_counted_after_the_first_batch_and_few_are_not(
    imported: None, inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What each new link is looked up in would be taken for empty."""
    counted: list[list[str]] = []
    monkeypatch.setattr(writing, "count_afresh", lambda tables: counted.append(list(tables)))
    monkeypatch.setattr(writing, "BATCH", 2)

    bring("links", "child_ref,parent_ref\nW1,P1\nW2,P1\n", inside, noon)
    assert ["objectives_contributionlink"] not in counted
    bring("links", "child_ref,parent_ref\nW1,P2\nW2,P2\nM1,P2\n", inside, noon)

    assert counted.count(["objectives_contributionlink"]) == 1
