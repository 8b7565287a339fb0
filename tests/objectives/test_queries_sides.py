from __future__ import annotations

from datetime import date

import pytest

from objectives.queries.leaders import leaders
from objectives.queries.sides import Side, owner_side, side_served, sides_of, unit_above
from people.models import OrgUnit, Person
from people.tenancy import acting_in
from tests.factories import (
    AssignmentFactory,
    BoardMembershipFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.objectives.world import World, someone, written


def asked_for(unit: OrgUnit, *but_not: Person) -> set[int]:
    side = owner_side(unit.pk, None, known=leaders())
    return set(side.asked(but_not=frozenset(person.pk for person in but_not)))


def able_for(unit: OrgUnit) -> set[int]:
    return set(owner_side(unit.pk, None, known=leaders()).able())


def test_the_nearest_leads_are_asked_and_all_above_are_able(world: World) -> None:
    assert asked_for(world.ward) == {world.sister.pk}
    assert able_for(world.ward) == {world.sister.pk, world.manager.pk}


def test_a_unit_without_a_lead_is_asked_through_the_next_above(world: World) -> None:
    world.sister.assignments.update(is_lead=False)

    assert asked_for(world.ward) == {world.manager.pk}


def test_the_board_answers_for_its_own_unit_only(world: World) -> None:
    assert asked_for(world.board) == {world.director.pk}
    assert asked_for(world.surgery) == set()


@pytest.mark.parametrize("loss", ["left", "place ended", "no longer lead"])
def test_who_leads_no_longer_is_asked_no_longer(world: World, loss: str) -> None:
    if loss == "left":
        world.sister.is_active = False
        world.sister.save()
    elif loss == "place ended":
        world.sister.assignments.update(ended_on=date(2026, 10, 1))
    else:
        world.sister.assignments.update(is_lead=False)

    assert world.sister.pk not in able_for(world.ward)


def test_granted_roles_count_like_places_and_seats(world: World) -> None:
    lead, member = PersonFactory.create(), PersonFactory.create()
    RoleGrantFactory.create(person=lead, role="team_lead", unit=world.surgery)
    RoleGrantFactory.create(person=member, role="board_member")

    assert asked_for(world.surgery) == {lead.pk}
    assert asked_for(world.board) == {world.director.pk, member.pk}


def test_who_accepted_for_the_other_side_is_passed_over_while_there_is_another(
    world: World,
) -> None:
    assert asked_for(world.ward, world.sister) == {world.manager.pk}
    assert asked_for(world.ward, world.sister, world.manager) == {world.sister.pk}


def test_the_answerable_person_is_asked_beside_the_lead(world: World) -> None:
    side = owner_side(world.ward.pk, world.stranger.pk, known=leaders())

    assert side.asked() == {world.sister.pk, world.stranger.pk}


def test_a_sponsor_is_asked_instead_of_the_board_which_may_answer_too(world: World) -> None:
    side = side_served(unit_id=None, sponsor_id=world.nurse.pk, known=leaders())

    assert side.asked() == {world.nurse.pk}
    assert side.able() == {world.nurse.pk, world.director.pk}


def test_above_the_board_there_is_only_the_board(world: World) -> None:
    assert unit_above(world.board.pk, known=leaders()).name == "The Board"
    assert unit_above(world.ward.pk, known=leaders()).name == "Medicine"


def test_what_serves_nothing_and_gives_no_reason_has_one_side(world: World) -> None:
    draft = written(world.sister, world.ward, None, is_proposed=False)

    assert sides_of(draft).parent is None
    assert sides_of(draft).other("parent_owner") == sides_of(draft).owner


def test_leaders_of_another_organisation_are_not_read(world: World) -> None:
    with acting_in(OrganisationFactory.create(), cause="test"):
        elsewhere = BoardMembershipFactory.create()
        unit = OrgUnitFactory.create()

    known = leaders()

    assert elsewhere.person_id not in known.board
    assert unit.pk not in known.above


def test_an_objective_with_two_leads_above_asks_both(world: World) -> None:
    second = someone("Max Manager", world.medicine, is_lead=True)
    side: Side | None = sides_of(
        written(world.sister, world.ward, None, local_reason="Ours")
    ).parent

    assert side is not None
    assert side.asked() == {world.manager.pk, second.pk}


def test_a_seat_on_the_board_that_ended_answers_no_more(world: World) -> None:
    ended = BoardMembershipFactory.create(ended_on=date(2026, 10, 1))
    AssignmentFactory.create(person=ended.person, unit=world.board)

    assert ended.person_id not in able_for(world.board)
