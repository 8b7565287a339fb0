from typing import Any

import pytest
from django.db import connection

from people.accounts.services import OrganisationRefused, create_organisation
from people.models import Board, Organisation, OrgUnit
from people.tenancy import acting_in
from tests.factories import OrganisationFactory
from tests.parallel import at_once

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
