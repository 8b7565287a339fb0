from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from people.models import Errand, OrgUnit
from people.refusals import Refused, SavedMeanwhile
from people.structure import keeping_open, services
from people.structure.services import UnitFacts
from tests.factories import AssignmentFactory, OrgUnitFactory, PersonFactory

TODAY = date(2026, 11, 3)
FACTS = UnitFacts(
    name="Ward 7", code="W7", kind="team", site="North", headcount=30, fte=Decimal(25)
)


@pytest.fixture
def medicine(root: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Medicine", parent=root, kind="division")


@pytest.fixture
def ward(medicine: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Ward 7", parent=medicine)


def test_a_unit_is_added_below_an_open_one(medicine: OrgUnit, noon: datetime) -> None:
    unit = services.add_unit(parent=medicine, facts=FACTS, opened_on=TODAY, now=noon)

    unit.refresh_from_db()
    assert (unit.parent, unit.headcount, unit.opened_on) == (medicine, 30, TODAY)
    assert Errand.objects.get().task == "reports.tasks.compute_after_changes"


def test_nothing_is_added_below_a_closed_unit(ward: OrgUnit, noon: datetime) -> None:
    services.close_unit(unit=ward, closed_on=TODAY, now=noon)

    with pytest.raises(Refused, match="Ward 7 is closed"):
        services.add_unit(parent=ward, facts=FACTS, opened_on=TODAY, now=noon)


def test_a_code_belongs_to_one_unit(ward: OrgUnit, root: OrgUnit, noon: datetime) -> None:
    taken = UnitFacts(name="Ward 8", code=root.code, kind="team")

    with pytest.raises(Refused, match="Another unit has the code BOARD") as adding:
        services.add_unit(parent=root, facts=taken, opened_on=TODAY, now=noon)
    with pytest.raises(Refused, match="Another unit has the code BOARD"):
        services.edit_unit(unit=ward, edition=1, facts=taken, now=noon)

    assert adding.value.field == "code"


def test_an_edit_goes_one_edition_further(ward: OrgUnit, noon: datetime) -> None:
    services.edit_unit(unit=ward, edition=1, facts=FACTS, now=noon)

    ward.refresh_from_db()
    assert (ward.code, ward.site, ward.edition) == ("W7", "North", 2)


def test_an_edit_from_an_older_edition_changes_nothing(ward: OrgUnit, noon: datetime) -> None:
    services.edit_unit(unit=ward, edition=1, facts=FACTS, now=noon)
    later = UnitFacts(name="Mine", code="MINE", kind="team")

    with pytest.raises(SavedMeanwhile):
        services.edit_unit(unit=ward, edition=1, facts=later, now=noon)

    ward.refresh_from_db()
    assert ward.name == "Ward 7"


def test_a_unit_moves_with_all_below_it(ward: OrgUnit, root: OrgUnit, noon: datetime) -> None:
    bay = OrgUnitFactory.create(parent=ward)

    services.move_unit(unit=ward, edition=1, parent=root, now=noon)

    for unit in (ward, bay):
        unit.refresh_from_db()
    assert (ward.parent, bay.parent) == (root, ward)


def test_a_unit_never_moves_below_itself(medicine: OrgUnit, ward: OrgUnit, noon: datetime) -> None:
    for below in (medicine, ward):
        with pytest.raises(Refused, match="is part of Medicine"):
            services.move_unit(unit=medicine, edition=1, parent=below, now=noon)

    medicine.refresh_from_db()
    assert medicine.edition == 1


def test_the_top_stays_where_it_is_and_open(root: OrgUnit, ward: OrgUnit, noon: datetime) -> None:
    with pytest.raises(Refused, match="nowhere to move"):
        services.move_unit(unit=root, edition=1, parent=ward, now=noon)
    with pytest.raises(Refused, match="stays open"):
        services.close_unit(unit=root, closed_on=TODAY, now=noon)


def test_a_unit_does_not_move_into_a_closed_one(
    ward: OrgUnit, root: OrgUnit, noon: datetime
) -> None:
    closed = OrgUnitFactory.create(parent=root, closed_on=TODAY)

    with pytest.raises(Refused, match="is closed"):
        services.move_unit(unit=ward, edition=1, parent=closed, now=noon)


def test_a_unit_with_people_or_open_units_stays_open(
    medicine: OrgUnit, ward: OrgUnit, noon: datetime
) -> None:
    AssignmentFactory.create(unit=medicine)
    AssignmentFactory.create(unit=medicine, person=PersonFactory.create(is_active=False))
    AssignmentFactory.create(unit=medicine, ended_on=TODAY)

    with pytest.raises(Refused, match="the 1 unit within it. Move its 1 person elsewhere"):
        services.close_unit(unit=medicine, closed_on=TODAY, now=noon)

    medicine.refresh_from_db()
    assert medicine.closed_on is None


def test_what_a_higher_app_keeps_there_keeps_a_unit_open(
    ward: OrgUnit, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_open, "_unit_checks", [])
    keeping_open.keeps_unit_open(lambda unit: [f"{unit} has 3 open objectives."])

    with pytest.raises(Refused, match="Ward 7 has 3 open objectives"):
        services.close_unit(unit=ward, closed_on=TODAY, now=noon)


def test_a_check_is_asked_once_however_often_it_is_named(
    ward: OrgUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_open, "_unit_checks", [])

    def check(unit: OrgUnit) -> list[str]:
        return ["Once."]

    for _ in range(2):
        keeping_open.keeps_unit_open(check)

    assert keeping_open.what_keeps_open(ward) == ["Once."]


def test_an_empty_unit_closes_once(ward: OrgUnit, noon: datetime) -> None:
    for day in (TODAY, date(2026, 12, 1)):
        services.close_unit(unit=ward, closed_on=day, now=noon)

    ward.refresh_from_db()
    assert (ward.closed_on, ward.edition) == (TODAY, 2)


def test_a_unit_does_not_close_before_it_opened(root: OrgUnit, noon: datetime) -> None:
    late = OrgUnitFactory.create(parent=root, opened_on=date(2026, 12, 1))

    with pytest.raises(Refused, match="before it opened"):
        services.close_unit(unit=late, closed_on=TODAY, now=noon)


def test_a_closed_unit_opens_again_once_the_one_above_is_open(
    medicine: OrgUnit, ward: OrgUnit, noon: datetime
) -> None:
    for unit in (ward, medicine):
        services.close_unit(unit=unit, closed_on=TODAY, now=noon)

    with pytest.raises(Refused, match="Medicine is closed too"):
        services.reopen_unit(unit=ward, now=noon)
    for unit in (medicine, ward, ward):
        services.reopen_unit(unit=unit, now=noon)

    ward.refresh_from_db()
    assert (ward.closed_on, ward.edition) == (None, 3)
