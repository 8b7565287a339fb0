"""A leader and a delegate at the same moment, each in a transaction of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from django.utils import timezone

from objectives import services
from objectives.models import Agreement, Delegation, Objective
from objectives.services import Refused
from people.models import Organisation, Person
from people.tenancy import acting_in
from tests.factories import AssignmentFactory, CycleFactory, OrganisationFactory, OrgUnitFactory
from tests.objectives.world import NOON, World, accepted, make_world, someone, standing, written
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()
T = TypeVar("T")


@pytest.fixture
def northvale() -> Organisation:
    return OrganisationFactory.create(name="Northvale Care", slug="northvale")


@pytest.fixture
def world(northvale: Organisation) -> World:
    with acting_in(northvale, cause="test"):
        root = OrgUnitFactory.create(code="BOARD", name="The Board", parent=None)
        CycleFactory.create(state="agreeing")
        return make_world(root)


def inside(northvale: Organisation, doing: Callable[[], T]) -> Callable[[], T | Refused]:
    def act() -> T | Refused:
        try:
            with acting_in(northvale, cause="test"):
                return doing()
        except Refused as refusal:
            return refusal

    return act


def naming(world: World, delegate: Person) -> Callable[[], Delegation]:
    return lambda: services.name_delegate(
        unit=world.ward,
        delegate=delegate,
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=7),
        by=world.sister,
        standing=standing(world.sister),
        now=timezone.now(),
    )


def test_two_names_given_at_once_are_one(northvale: Organisation, world: World) -> None:
    outcomes = at_once(
        inside(northvale, naming(world, world.nurse)),
        inside(northvale, naming(world, world.stranger)),
    )

    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    with acting_in(northvale, cause="test"):
        assert Delegation.objects.count() == 1


def test_a_leader_and_their_delegate_who_accept_at_once_accept_once(
    northvale: Organisation, world: World
) -> None:
    with acting_in(northvale, cause="test"):
        objective = written(world.nurse, world.ward, world.safe)
        naming(world, world.nurse)()

    def accepting(by: Person) -> Callable[[], Objective]:
        return lambda: accepted(objective, "owner", by)

    outcomes = at_once(
        inside(northvale, accepting(world.sister)), inside(northvale, accepting(world.nurse))
    )

    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    with acting_in(northvale, cause="test"):
        assert Agreement.objects.count() == 1


def test_a_delegate_on_one_side_and_the_leader_on_the_other_never_agree_between_them(
    northvale: Organisation, world: World
) -> None:
    """The sister leads the ward and, with another, the surgery it serves."""
    with acting_in(northvale, cause="test"):
        other = someone("Sue Surgeon", world.surgery, is_lead=True)
        above = written(other, world.surgery, world.safe)
        objective = written(world.nurse, world.ward, above)
        lead_too(world.sister, world)
        naming(world, world.stranger)()

    outcomes = at_once(
        inside(northvale, lambda: accepted(objective, "owner", world.stranger)),
        inside(northvale, lambda: accepted(objective, "parent_owner", world.sister)),
    )

    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    with acting_in(northvale, cause="test"):
        objective.refresh_from_db()
        assert objective.state == "proposed"
        assert Agreement.objects.filter(version__objective=objective).count() == 1


def lead_too(person: Person, world: World) -> None:
    AssignmentFactory.create(person=person, unit=world.surgery, is_lead=True, is_primary=False)


def test_a_delegation_ended_twice_at_once_ends_once(northvale: Organisation, world: World) -> None:
    with acting_in(northvale, cause="test"):
        delegation = naming(world, world.nurse)()

    def ending(by: Person) -> Callable[[], Delegation]:
        return lambda: services.end_delegation(delegation=delegation, by=by, now=NOON)

    outcomes = at_once(
        inside(northvale, ending(world.sister)), inside(northvale, ending(world.nurse))
    )

    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
