from __future__ import annotations

from datetime import date, datetime

import pytest

from people.models import OrgUnit
from people.structure import services
from people.structure.history import history_of
from people.structure.services import UnitFacts
from tests.factories import OrgUnitFactory

TODAY = date(2026, 11, 3)


@pytest.fixture
def ward(root: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Ward 7", parent=root)


def sentences(unit: OrgUnit) -> list[str]:
    names = dict(OrgUnit.objects.values_list("pk", "name"))
    return [turn.sentence for turn in history_of(unit, names=names)]


def test_moves_renamings_and_closings_are_told_newest_first(ward: OrgUnit, noon: datetime) -> None:
    surgery = OrgUnitFactory.create(name="Surgery")
    services.move_unit(unit=ward, edition=1, parent=surgery, now=noon)
    renamed = UnitFacts(name="Ward 9", code=ward.code, kind="team")
    services.edit_unit(unit=ward, edition=2, facts=renamed, now=noon)
    services.close_unit(unit=ward, closed_on=TODAY, now=noon)
    services.reopen_unit(unit=ward, now=noon)

    assert sentences(ward) == [
        "Opened again",
        "Closed on 3 November 2026",
        "Renamed from Ward 7 to Ward 9",
        "Moved from The Board to Surgery",
        "Added",
    ]


def test_other_changes_are_left_to_the_record(ward: OrgUnit, noon: datetime) -> None:
    facts = UnitFacts(name="Ward 7", code=ward.code, kind="team", headcount=4)
    services.edit_unit(unit=ward, edition=1, facts=facts, now=noon)

    assert sentences(ward) == ["Added"]


def test_a_unit_that_is_gone_is_told_of_without_its_name(ward: OrgUnit, noon: datetime) -> None:
    surgery = OrgUnitFactory.create(name="Surgery")
    services.move_unit(unit=ward, edition=1, parent=surgery, now=noon)

    turns = history_of(ward, names={surgery.pk: "Surgery"})

    assert turns[0].sentence == "Moved from another unit to Surgery"
