from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from people import record
from people.audit import queries
from people.audit.lines import ChangeLine, FieldChange
from people.audit.statements import Search
from people.models import OrgUnit, Person
from people.policy import Action, Role, Standing
from people.record import keep_words_back
from people.tenancy import acting_in
from tests.factories import (
    AssignmentFactory,
    InvitationFactory,
    MeasureFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)

ADMIN = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))


def found(**search: Any) -> list[ChangeLine]:
    return list(queries.changes(standing=ADMIN, search=Search(**search)).get_page(1))


def fields(line: ChangeLine) -> dict[str, tuple[str, str]]:
    return {field.label: (field.before, field.after) for field in line.fields}


def test_a_change_says_what_each_field_was_and_is(root: OrgUnit) -> None:
    ward = OrgUnitFactory.create(name="Ward 7", parent=root, kind="team")
    medicine = OrgUnitFactory.create(name="Medicine", parent=root)
    ward.parent, ward.kind, ward.fte = medicine, "service", Decimal("27.50")
    ward.closed_on, ward.site = date(2026, 11, 3), ""
    ward.save()

    line = found(kind="people.orgunit", object_id=ward.pk)[0]

    assert (line.done, line.what, line.thing) == ("Changed", "Unit", "Ward 7")
    assert fields(line) == {
        "Kind": ("Team", "Service"),
        "Within": ("The Board", "Medicine"),
        "Whole-time equivalents": ("Nothing", "27.5"),
        "Closed on": ("Nothing", "3 November 2026"),
    }


def test_what_was_added_and_removed_is_told_whole(root: OrgUnit) -> None:
    grant = RoleGrantFactory.create(person__name="Ben Tate", role="auditor")
    grant.delete()

    removed, added = found(kind="people.rolegrant")

    assert (added.done, removed.done) == ("Added", "Removed")
    assert fields(added)["Role"] == ("Nothing", "Auditor (reads only)")
    assert fields(removed)["Role"] == ("Auditor (reads only)", "Nothing")
    assert fields(removed)["Person"] == ("Ben Tate", "Nothing")


def test_a_row_without_a_name_is_called_by_what_it_joins(root: OrgUnit) -> None:
    AssignmentFactory.create(person__name="Ben Tate", unit=root, is_lead=True)

    [line] = found(kind="people.assignment")

    assert line.thing == "Ben Tate, The Board"
    assert fields(line)["Leads the unit"] == ("Nothing", "Yes")


def test_every_tracked_model_of_every_app_is_in_the_record(root: OrgUnit) -> None:
    measure = MeasureFactory.create(name="Falls a month")

    reader = Standing(person_id=0, roles=frozenset({Role.OD_STAFF}))
    page = queries.changes(standing=reader, search=Search()).get_page(1)
    kinds = {line.kind: line for line in page}

    assert kinds["objectives.measure"].thing == "Falls a month"
    assert fields(kinds["objectives.measure"])["Version"][1] == measure.version.title
    assert {"objectives.objective", "objectives.cycle", "people.orgunit"} <= set(kinds)


def test_who_made_a_change_is_kept_with_it(inside: Any, root: OrgUnit) -> None:
    person = PersonFactory.create(name="Amina Okafor")
    with acting_in(inside, person=person, cause="/northvale/units/"):
        OrgUnitFactory.create(name="Hers")
    with acting_in(inside, cause="errand"):
        OrgUnitFactory.create(name="Its own")
    with acting_in(inside, cause="import of units"):
        OrgUnitFactory.create(name="Imported")

    imported, own, hers = found(kind="people.orgunit")[:3]

    assert (hers.who, hers.person_id, hers.cause) == (
        "Amina Okafor",
        person.pk,
        "/northvale/units/",
    )
    assert (own.who, own.person_id) == ("Throughline, by itself", None)
    assert imported.who == "Import of units"


@pytest.mark.parametrize(
    ("search", "things"),
    [
        ({"thing": "ward"}, ["Ward 8", "Ward 7"]),
        ({"thing": "%"}, []),
        ({"thing": "ward_7"}, []),
        ({"who": "amina"}, ["Ward 8"]),
        ({"kind": "people.orgunit", "label": "added"}, ["Ward 8", "Ward 7", "The Board"]),
        ({"label": "removed"}, []),
        ({"kind": "people.person", "label": "added"}, ["Amina"]),
    ],
)
def test_changes_are_found_by_who_thing_kind_and_what_was_done(
    inside: Any, root: OrgUnit, search: dict[str, Any], things: list[str]
) -> None:
    OrgUnitFactory.create(name="Ward 7")
    with acting_in(inside, person=PersonFactory.create(name="Amina")):
        OrgUnitFactory.create(name="Ward 8")

    assert [line.thing for line in found(**search)] == things


def test_a_place_is_found_by_its_persons_name(root: OrgUnit) -> None:
    AssignmentFactory.create(person__name="Ben Tate")

    kinds = {line.kind for line in found(thing="tate")}

    assert kinds == {"people.assignment", "people.person"}


def test_changes_are_found_by_when_they_were_made(root: OrgUnit) -> None:
    now = timezone.now()
    earlier, later = now - timedelta(hours=1), now + timedelta(hours=1)

    things = [line.thing for line in found(since=earlier, until=later)]
    assert things == ["The Board", "Northvale Care"]
    assert found(since=later) == found(until=earlier) == []


def bulk(root: OrgUnit, how_many: int) -> None:
    """Half as many people, then as many units, all but one of them moved."""
    Person.objects.bulk_create(
        PersonFactory.build_batch(how_many // 2, organisation=root.organisation)
    )
    units = OrgUnit.objects.bulk_create(
        OrgUnitFactory.build_batch(how_many, parent=root, organisation=root.organisation)
    )
    OrgUnit.objects.filter(pk__in=[unit.pk for unit in units[1:]]).update(parent=units[0])


@pytest.mark.parametrize("how_many", [10, 500])
def test_a_page_costs_four_queries_at_any_length(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    bulk(root, how_many)

    with django_assert_num_queries(4):
        page = queries.changes(standing=ADMIN, search=Search()).get_page(1)
        lines = list(page)

    assert page.paginator.count == 2 + how_many + (how_many - 1) + how_many // 2
    assert len(lines) == min(25, page.paginator.count)


def test_pages_follow_each_other_without_gap_or_repeat(root: OrgUnit) -> None:
    bulk(root, 30)
    pages = queries.changes(standing=ADMIN, search=Search())

    seen = [(line.kind, line.object_id, line.done) for page in pages for line in page]

    assert len(seen) == len(set(seen)) == pages.count
    times = [line.at for page in pages for line in page]
    assert times == sorted(times, reverse=True)


def test_a_file_takes_as_many_as_it_holds(root: OrgUnit, monkeypatch: pytest.MonkeyPatch) -> None:
    bulk(root, 10)
    monkeypatch.setattr(queries, "FILE_HOLDS", 12)
    monkeypatch.setattr(queries, "AT_ONCE", 5)

    lines = queries.changes_for_file(standing=ADMIN, search=Search())

    assert len(lines) == 12


def test_changes_of_another_organisation_are_never_read(root: OrgUnit) -> None:
    with acting_in(OrganisationFactory.create()):
        theirs = OrgUnitFactory.create(name="Theirs")

    assert found(thing="Theirs") == found(kind="people.orgunit", object_id=theirs.pk) == []


def test_the_key_in_a_letter_of_invitation_is_never_shown(root: OrgUnit) -> None:
    InvitationFactory.create(token_hash="5" * 64)

    [line] = found(kind="people.invitation")

    assert fields(line)["Token hash"] == ("Nothing", "Not shown in the record")


def test_words_kept_back_are_shown_to_those_who_may_see_them(
    root: OrgUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "_KEPT_BACK", {})
    keep_words_back(model=OrgUnit, fields=("name",), unless=Action.SEE_STRATEGY_DRAFT)
    ward = OrgUnitFactory.create(name="Secret plans", code="W7")
    AssignmentFactory.create(unit=ward, person__name="Ben")

    [line] = found(kind="people.orgunit", object_id=ward.pk)
    [place] = found(kind="people.assignment")

    assert (line.thing, place.thing) == ("W7", "Ben, W7")
    assert fields(line)["Name"] == ("Nothing", "Not shown in the record")
    assert found(thing="Secret") == []
    board = Standing(person_id=0, roles=frozenset({Role.BOARD_MEMBER}))
    [seen] = queries.changes(standing=board, search=Search(thing="Secret", kind="people.orgunit"))
    assert seen[0].thing == "Secret plans"


def test_only_fields_that_exist_are_kept_back() -> None:
    with pytest.raises(ValueError, match="OrgUnit has no field nmae"):
        keep_words_back(model=OrgUnit, fields=("nmae",), unless=Action.SEE_STRATEGY_DRAFT)


def test_a_save_that_changes_nothing_shown_says_no_field(root: OrgUnit) -> None:
    root.edition += 1
    root.save()

    assert found(kind="people.orgunit")[0].fields == []


def test_the_last_change_of_a_thing_says_who_and_when(inside: Any, root: OrgUnit) -> None:
    with acting_in(inside, person=PersonFactory.create(name="Amina")):
        root.save()

    last = queries.last_change(model=OrgUnit, object_id=root.pk)

    assert last is not None and last[0] == "Amina"
    assert queries.last_change(model=OrgUnit, object_id=0) is None


def test_moments_are_written_as_people_read_them(root: OrgUnit, noon: datetime) -> None:
    InvitationFactory.create(expires_at=noon, email="ben@example.org")

    [line] = found(kind="people.invitation")

    assert (
        FieldChange(label="Expires at", before="Nothing", after="3 November 2026 at midday")
        in line.fields
    )
