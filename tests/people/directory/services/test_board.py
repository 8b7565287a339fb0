from __future__ import annotations

from datetime import date

import pytest

from people.directory.services import board as services
from people.directory.services.board import SeatFacts
from people.models import Board, BoardMembership, OrgUnit
from people.refusals import Refused, SavedMeanwhile
from tests.factories import BoardFactory, BoardMembershipFactory, PersonFactory

BEGAN = date(2026, 4, 1)
CHAIR = SeatFacts(seat="chair", started_on=BEGAN, is_independent=True)
NURSE = SeatFacts(seat="executive_director", started_on=BEGAN, portfolio="Chief nurse")


def test_the_board_is_named_and_made_when_it_is_first_spoken_of(root: OrgUnit) -> None:
    services.name_board(edition=1, name="The Trust Board")

    board = Board.objects.get()
    assert (board.name, board.edition) == ("The Trust Board", 2)


def test_a_stale_name_is_not_saved(root: OrgUnit) -> None:
    BoardFactory.create(edition=3)

    with pytest.raises(SavedMeanwhile):
        services.name_board(edition=2, name="Mine")


def test_a_person_gets_a_seat(root: OrgUnit) -> None:
    made = services.add_member(person=PersonFactory.create(), facts=NURSE)

    made.refresh_from_db()
    assert (made.board, made.portfolio, made.is_voting) == (
        Board.objects.get(),
        "Chief nurse",
        True,
    )


def test_a_second_chair_is_refused_in_words(root: OrgUnit) -> None:
    services.add_member(person=PersonFactory.create(name="Mara Lindqvist"), facts=CHAIR)
    other = services.add_member(person=PersonFactory.create(), facts=NURSE)

    with pytest.raises(Refused, match="Mara Lindqvist chairs the board") as adding:
        services.add_member(person=PersonFactory.create(), facts=CHAIR)
    with pytest.raises(Refused, match="Mara Lindqvist chairs the board"):
        services.change_seat(membership=other, edition=1, facts=CHAIR)

    assert adding.value.field == "seat"
    assert BoardMembership.objects.current().filter(seat="chair").count() == 1


def test_a_person_has_one_seat_and_is_active(root: OrgUnit) -> None:
    member = PersonFactory.create(name="Ben")
    services.add_member(person=member, facts=NURSE)

    with pytest.raises(Refused, match="Ben has a seat on the board already"):
        services.add_member(person=member, facts=NURSE)
    with pytest.raises(Refused, match="no longer active"):
        services.add_member(person=PersonFactory.create(is_active=False), facts=NURSE)


def test_a_seat_is_changed_once_from_each_edition(root: OrgUnit) -> None:
    seat = services.add_member(person=PersonFactory.create(), facts=NURSE)
    services.change_seat(membership=seat, edition=1, facts=CHAIR)

    with pytest.raises(SavedMeanwhile):
        services.change_seat(membership=seat, edition=1, facts=NURSE)

    seat.refresh_from_db()
    assert (seat.seat, seat.edition) == ("chair", 2)


def test_a_seat_ends_once_and_not_before_it_began(root: OrgUnit) -> None:
    seat = BoardMembershipFactory.create(started_on=BEGAN)

    with pytest.raises(Refused, match="must not be before the first"):
        services.end_membership(membership=seat, ended_on=date(2026, 3, 31))
    for day in (date(2026, 11, 3), date(2026, 12, 1)):
        services.end_membership(membership=seat, ended_on=day)

    seat.refresh_from_db()
    assert (seat.ended_on, seat.edition) == (date(2026, 11, 3), 2)
    with pytest.raises(Refused, match="has ended"):
        services.change_seat(membership=seat, edition=2, facts=NURSE)


def test_an_ended_chair_leaves_the_chair_free(root: OrgUnit) -> None:
    first = services.add_member(person=PersonFactory.create(), facts=CHAIR)
    services.end_membership(membership=first, ended_on=date(2026, 11, 3))

    services.add_member(person=PersonFactory.create(), facts=CHAIR)

    assert BoardMembership.objects.current().count() == 1
