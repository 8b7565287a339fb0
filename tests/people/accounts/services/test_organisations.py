from importlib import import_module
from typing import Any

import pgtrigger
import pytest
from django.db import connection

from people.accounts.services import (
    OrganisationRefused,
    create_organisation,
    rename_organisation,
)
from people.models import Board, Errand, Organisation, OrgUnit
from people.refusals import SavedMeanwhile
from people.tenancy import acting_in
from tests.factories import OrganisationFactory
from tests.parallel import at_once
from tests.people.accounts.conftest import NOW

pytestmark = pytest.mark.django_db


def test_an_organisation_begins_with_its_board_and_the_boards_unit() -> None:
    organisation = create_organisation(name="  Northvale   Care ", slug="northvale", ods_code="RX1")

    assert (organisation.name, organisation.ods_code) == ("Northvale Care", "RX1")
    with acting_in(organisation):
        unit = OrgUnit.objects.get()
        assert (unit.code, unit.name, unit.kind) == ("ROOT", "Northvale Care", "organisation")
        assert unit.parent_id is None
        assert Board.objects.get().name == "The Board"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"name": "  ", "slug": "northvale"}, "name"),
        ({"name": "x" * 201, "slug": "northvale"}, "name"),
        ({"name": "Northvale", "slug": "set-up"}, "slug"),
        ({"name": "Northvale", "slug": "invitations"}, "slug"),
        ({"name": "Northvale", "slug": "North Vale"}, "slug"),
        ({"name": "Northvale", "slug": "northvale", "ods_code": "rx 1"}, "ods_code"),
    ],
)
def test_wrong_words_are_refused_and_nothing_is_kept(words: dict[str, Any], field: str) -> None:
    with pytest.raises(OrganisationRefused) as refusal:
        create_organisation(**words)

    assert refusal.value.field == field
    assert not Organisation.objects.exists()


def test_a_short_name_is_given_once() -> None:
    OrganisationFactory.create(slug="northvale")

    with pytest.raises(OrganisationRefused, match="belongs to another organisation"):
        create_organisation(name="Northvale", slug="northvale")

    assert connection.is_usable()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_with_one_short_name_make_one_organisation() -> None:
    def make() -> str:
        try:
            create_organisation(name="Northvale", slug="northvale")
        except OrganisationRefused:
            return "refused"
        return "made"

    assert sorted(at_once(make, make)) == ["made", "refused"]


def rename(organisation: Organisation, **words: Any) -> Organisation:
    said: dict[str, Any] = {"edition": 1, "name": "Northvale Trust", "ods_code": "RX1"} | words
    return rename_organisation(organisation=organisation, now=NOW, **said)


def test_the_boards_unit_goes_by_the_new_name_where_it_went_by_the_old_one() -> None:
    organisation = create_organisation(name="Northvale Care", slug="northvale")

    with acting_in(organisation):
        renamed = rename(organisation)

        unit = OrgUnit.objects.get()
        assert (renamed.name, renamed.ods_code, renamed.edition) == ("Northvale Trust", "RX1", 2)
        assert (unit.name, unit.edition) == ("Northvale Trust", 2)


def test_a_unit_with_a_name_of_its_own_keeps_it(root: OrgUnit, inside: Organisation) -> None:
    rename(inside)

    root.refresh_from_db()
    assert (root.name, root.edition) == ("The Board", 1)


def test_a_name_from_an_earlier_edition_is_not_saved(inside: Organisation) -> None:
    rename(inside, name="First")

    with pytest.raises(SavedMeanwhile):
        rename(inside, name="Second")

    assert Organisation.objects.get().name == "First"


def test_reports_are_computed_again_under_the_new_name(inside: Organisation) -> None:
    rename(inside)

    assert Errand.objects.filter(key__contains="report").exists()


def test_an_organisation_is_in_its_own_record_whichever_is_in_force(
    inside: Organisation,
) -> None:
    events: Any = Organisation.pgh_event_model  # type: ignore[attr-defined]  # by the tracker
    other = OrganisationFactory.create(name="Southmere Care", slug="southmere")
    Organisation.objects.filter(pk=other.pk).update(name="Southmere Trust")

    assert [event.name for event in events.objects.all()] == ["Northvale Care"]
    with acting_in(other):
        names = events.objects.order_by("pgh_id").values_list("pgh_label", "name", "organisation")
        assert list(names) == [
            ("added", "Southmere Care", other.pk),
            ("changed", "Southmere Trust", other.pk),
        ]
    assert OrgUnit.objects.count() == 0  # ours is in force again


def test_organisations_from_before_have_a_first_line_in_their_record(
    inside: Organisation,
) -> None:
    events: Any = Organisation.pgh_event_model  # type: ignore[attr-defined]  # by the tracker
    as_they_were = import_module("people.migrations.0004_organisations_as_they_were").AS_THEY_WERE
    with pgtrigger.ignore("people.Organisation:added_insert"):
        older = OrganisationFactory.create(name="Older", slug="older")

    with connection.cursor() as cursor:
        cursor.execute(as_they_were)
        cursor.execute(as_they_were)

    with acting_in(older):
        [event] = events.objects.all()
        assert (event.name, event.pgh_label, event.pgh_created_at) == (
            "Older",
            "added",
            older.created_at,
        )
