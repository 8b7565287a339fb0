"""Check-ins at the same moment, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from objectives.models import CheckIn, Objective
from objectives.services.check_ins import Said, check_in, undo_check_in
from people.models import Organisation, Person
from people.tenancy import acting_in
from tests.factories import CycleFactory, ObjectiveFactory, OrganisationFactory, OrgUnitFactory
from tests.objectives.world import NOON, World, make_world, standing, words
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def northvale() -> Organisation:
    return OrganisationFactory.create(name="Northvale Care", slug="northvale")


@pytest.fixture
def world(northvale: Organisation) -> World:
    with acting_in(northvale, cause="test"):
        root = OrgUnitFactory.create(code="BOARD", name="The Board", parent=None)
        CycleFactory.create(state="live")
        return make_world(root)


def two_objectives(northvale: Organisation, world: World) -> list[Objective]:
    """Led by the sister as her ward's, and by the manager by name."""
    with acting_in(northvale, cause="test"):
        return [
            ObjectiveFactory.create(unit=world.ward, answerable=world.manager, state="live")
            for _ in range(2)
        ]


def checking_in(
    northvale: Organisation, objectives: list[Objective], by: Person
) -> Callable[[], int]:
    def act() -> int:
        with acting_in(northvale, cause="test"):
            said = [
                Said(objective_id=one.pk, number=words(one).number, confidence=4)
                for one in objectives
            ]
            return len(check_in(said=said, by=by, standing=standing(by), now=NOON))

    return act


def test_two_who_check_in_at_the_same_moment_both_stand(
    northvale: Organisation, world: World
) -> None:
    both = two_objectives(northvale, world)

    outcomes = at_once(
        checking_in(northvale, both, world.sister),
        checking_in(northvale, both[::-1], world.manager),
    )

    assert outcomes == [2, 2]
    with acting_in(northvale, cause="test"):
        assert CheckIn.objects.filter(undone_at=None).count() == 4


def test_taking_back_twice_at_the_same_moment_takes_back_once(
    northvale: Organisation, world: World
) -> None:
    checking_in(northvale, two_objectives(northvale, world), world.sister)()

    def undo() -> int:
        with acting_in(northvale, cause="test"):
            made = CheckIn.objects.order_by("pk")[0]
            later = NOON + timedelta(minutes=1)
            return undo_check_in(check_in=made, by=world.sister, now=later)

    assert sorted(at_once(undo, undo)) == [0, 2]
