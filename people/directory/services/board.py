from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from people.models import Board, BoardMembership, Person
from people.refusals import Refused, SavedMeanwhile, refusing
from people.tenancy import organisation_in_force

Seat = BoardMembership.Seat


@dataclass(frozen=True, kw_only=True)
class SeatFacts:
    """What is written about a seat on the board."""

    seat: str
    started_on: date
    portfolio: str = ""
    is_voting: bool = True
    is_independent: bool = False


@transaction.atomic
def name_board(*, edition: int, name: str) -> Board:
    """What the board is called; raises SavedMeanwhile when somebody saved it first."""
    locked = Board.objects.select_for_update().get(pk=the_board().pk)
    if locked.edition != edition:
        raise SavedMeanwhile
    locked.name = name
    locked.edition += 1
    locked.save()
    return locked


def the_board() -> Board:
    """The organisation's one board, made when it is first spoken of."""
    board, _made = Board.objects.get_or_create(organisation=organisation_in_force())
    return board


@transaction.atomic
def add_member(*, person: Person, facts: SeatFacts) -> BoardMembership:
    """Gives an active person a seat. A board has one chair, and a person one seat."""
    if not person.is_active:
        raise Refused(f"{person} is no longer active. Make them active first")
    with refusing(_seat_refusals(person)):
        return BoardMembership.objects.create(
            organisation=organisation_in_force(), board=the_board(), person=person, **vars(facts)
        )


@transaction.atomic
def change_seat(*, membership: BoardMembership, edition: int, facts: SeatFacts) -> BoardMembership:
    """What is written about a seat; raises SavedMeanwhile when somebody saved it first."""
    locked = _locked(membership)
    if locked.ended_on is not None:
        raise Refused("This seat has ended since you opened the page")
    if locked.edition != edition:
        raise SavedMeanwhile
    for name, value in vars(facts).items():
        setattr(locked, name, value)
    locked.edition += 1
    with refusing(_seat_refusals(locked.person)):
        locked.save()
    return locked


@transaction.atomic
def end_membership(*, membership: BoardMembership, ended_on: date) -> BoardMembership:
    """The seat is free from that day; ending it twice is ending it once."""
    locked = _locked(membership)
    if locked.ended_on is not None:
        return locked
    if ended_on < locked.started_on:
        raise Refused("The last day must not be before the first", field="ended_on")
    locked.ended_on = ended_on
    locked.edition += 1
    locked.save()
    return locked


def _locked(membership: BoardMembership) -> BoardMembership:
    rows = BoardMembership.objects.select_related("person")
    return rows.select_for_update(of=("self",)).get(pk=membership.pk)


def _seat_refusals(person: Person) -> dict[str, Refused]:
    chair = BoardMembership.objects.current().filter(seat=Seat.CHAIR).select_related("person")
    name = next((seat.person.name for seat in chair), "Somebody")
    second_chair = f"{name} chairs the board. End that seat first, or choose another"
    return {
        "one_chair": Refused(second_chair, field="seat"),
        "one_seat_per_person": Refused(f"{person} has a seat on the board already"),
    }
