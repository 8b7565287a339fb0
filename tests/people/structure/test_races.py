"""Several people change the tree at the same moment; each has a connection of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from people.addresses import address
from people.audit.tables import tracked_tables
from people.directory.services.places import PlaceFacts, add_place
from people.models import Account, Organisation, OrgUnit, Person
from people.refusals import Refused, SavedMeanwhile
from people.structure import services
from people.structure.services import UnitFacts
from people.tenancy import acting_in
from tests.factories import (
    AccountFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
TODAY = date(2026, 11, 3)


@pytest.fixture
def trust() -> Organisation:
    return OrganisationFactory.create(slug="northvale")


@pytest.fixture
def tree(trust: Organisation) -> dict[str, OrgUnit]:
    """The board; medicine with ward 1 and surgery with ward 2."""
    with acting_in(trust):
        board = OrgUnitFactory.create(name="Board", parent=None)
        units = {n: OrgUnitFactory.create(name=n, parent=board) for n in ("Medicine", "Surgery")}
        wards = (("Ward 1", "Medicine"), ("Ward 2", "Surgery"))
        units |= {n: OrgUnitFactory.create(name=n, parent=units[above]) for n, above in wards}
    return units | {"Board": board}


@pytest.fixture
def administrator(trust: Organisation, tree: dict[str, OrgUnit]) -> Account:
    account = AccountFactory.create()
    with acting_in(trust):
        RoleGrantFactory.create(person=PersonFactory.create(account=account), role="org_admin")
    return account


def outcome(trust: Organisation, doing: Callable[[], object]) -> Callable[[], str]:
    """What became of doing it in a transaction of one's own."""

    def tried() -> str:
        try:
            with acting_in(trust):
                doing()
        except Refused as refusal:
            return str(refusal)
        except SavedMeanwhile:
            return "stale"
        return "done"

    return tried


def move(unit: OrgUnit, parent: OrgUnit) -> Callable[[], object]:
    return lambda: services.move_unit(unit=unit, edition=1, parent=parent, now=NOON)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Medicine", "Surgery"), ("Surgery", "Medicine")),
        (("Medicine", "Ward 2"), ("Surgery", "Ward 1")),  # no row in common
    ],
)
def test_of_two_moves_that_would_close_a_loop_one_is_refused_kindly(
    trust: Organisation,
    tree: dict[str, OrgUnit],
    one: tuple[str, str],
    other: tuple[str, str],
) -> None:
    for _ in range(5):
        outcomes = at_once(
            *(outcome(trust, move(tree[unit], tree[to])) for unit, to in (one, other))
        )

        assert Counter(words == "done" for words in outcomes) == {True: 1, False: 1}
        refusal = next(words for words in outcomes if words != "done")
        assert "below itself" in refusal or "is part of" in refusal
        with acting_in(trust):
            OrgUnit.objects.filter(name__in=("Medicine", "Surgery")).update(
                parent=tree["Board"], edition=1
            )


def test_eight_editors_lose_nothing(trust: Organisation, tree: dict[str, OrgUnit]) -> None:
    """8 editors save 25 times each from the newest edition they saw.

    A save told "done" that began from an edition already replaced would have lost that one:
    so the editions that saves began from must all differ.
    """
    ward = tree["Ward 1"]

    def edit(editor: int) -> Callable[[], list[int]]:
        return lambda: [began for turn in range(25) if (began := _save(trust, ward, editor, turn))]

    began_from = [began for saves in at_once(*map(edit, range(8))) for began in saves]

    with acting_in(trust):
        ward.refresh_from_db()
        events = tracked_tables()["people.orgunit"].events._default_manager
        kept = events.filter(pgh_obj_id=ward.pk, pgh_label="changed").count()
    assert 25 <= len(began_from) <= 200
    assert sorted(began_from) == list(range(1, len(began_from) + 1))
    assert (ward.edition, kept) == (len(began_from) + 1, len(began_from))


def _save(trust: Organisation, ward: OrgUnit, editor: int, turn: int) -> int:
    """Reads the unit as a form does, then saves in another request; 0 when it came second."""
    with acting_in(trust):
        edition = OrgUnit.objects.get(pk=ward.pk).edition
    facts = UnitFacts(name=f"{editor}-{turn}", code=ward.code, kind="team")
    edit = outcome(
        trust, lambda: services.edit_unit(unit=ward, edition=edition, facts=facts, now=NOON)
    )
    return edition if edit() == "done" else 0


def test_twenty_closings_are_one(trust: Organisation, tree: dict[str, OrgUnit]) -> None:
    ward = tree["Ward 1"]
    close = outcome(trust, lambda: services.close_unit(unit=ward, closed_on=TODAY, now=NOON))

    assert set(at_once(*[close] * 20)) == {"done"}

    with acting_in(trust):
        ward.refresh_from_db()
        events = tracked_tables()["people.orgunit"].events._default_manager
        assert (ward.edition, events.filter(pgh_obj_id=ward.pk).count()) == (2, 2)


def test_nobody_lands_in_a_unit_that_is_being_closed(
    trust: Organisation, tree: dict[str, OrgUnit]
) -> None:
    ward = tree["Ward 1"]
    with acting_in(trust):
        people = [PersonFactory.create() for _ in range(5)]

    def join(person: Person) -> Callable[[], object]:
        return lambda: add_place(
            person=person, unit=ward, facts=PlaceFacts(), started_on=TODAY, now=NOON
        )

    def close() -> object:
        return services.close_unit(unit=ward, closed_on=TODAY, now=NOON)

    at_once(outcome(trust, close), *(outcome(trust, join(person)) for person in people))

    with acting_in(trust):
        ward.refresh_from_db()
        assert bool(ward.closed_on) != ward.assignments.exists()


def test_the_same_form_sent_twenty_times_at_once_makes_one_unit(
    tree: dict[str, OrgUnit], trust: Organisation, administrator: Account
) -> None:
    form = {"idempotency_key": str(uuid4()), "name": "Ward 3", "code": "W3", "kind": "team"}
    with acting_in(trust):
        add = address("people:add_unit", tree["Surgery"].pk)

    def send() -> tuple[int, str]:
        client = Client()
        client.force_login(administrator)
        response = client.post(add, form)
        return response.status_code, response.headers.get("Location", "")

    answers = set(at_once(*[send] * 20))

    with acting_in(trust):
        made = OrgUnit.objects.get(code="W3")
        assert answers == {(302, address("people:unit", made.pk))}


def test_the_same_key_with_another_body_is_refused(
    tree: dict[str, OrgUnit], trust: Organisation, administrator: Account
) -> None:
    form = {"idempotency_key": str(uuid4()), "name": "Ward 3", "code": "W3", "kind": "team"}
    with acting_in(trust):
        add = address("people:add_unit", tree["Surgery"].pk)
    client = Client()
    client.force_login(administrator)
    client.post(add, form)

    response = client.post(add, form | {"code": "W4"})

    with acting_in(trust):
        assert (response.status_code, OrgUnit.objects.filter(code="W4").exists()) == (422, False)
