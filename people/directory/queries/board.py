from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from people.directory.figures import SeatFact, full_years, warnings
from people.models import Board, BoardMembership
from people.models.board import BoardMembershipQuerySet

Seat = BoardMembership.Seat
IN_ORDER = {seat: position for position, seat in enumerate(Seat.values)}
FORMER_SHOWN = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """One seat on the board and who has it."""

    id: int
    person_id: int
    name: str
    is_active: bool
    seat: str
    portfolio: str
    is_voting: bool
    is_independent: bool
    started_on: date
    ended_on: date | None
    years: int


@dataclass(frozen=True, kw_only=True)
class BoardPage:
    """The board as its page shows it."""

    board: Board
    members: list[MemberLine]
    former: list[MemberLine]
    warnings: list[str]


def board() -> Board:
    """The organisation's board; while nobody has spoken of it, one with the usual name."""
    return Board.objects.first() or Board()


def memberships() -> BoardMembershipQuerySet:
    return BoardMembership.objects.select_related("person", "board")


def board_page(*, today: date) -> BoardPage:
    """Who sits on the board, the chair first, and what it should be warned of."""
    seats = sorted(
        memberships().current(), key=lambda m: (IN_ORDER[m.seat], m.started_on, m.person.name)
    )
    former = memberships().filter(ended_on__isnull=False).order_by("-ended_on", "-pk")
    return BoardPage(
        board=board(),
        members=[_line(seat, today) for seat in seats],
        former=[_line(seat, today) for seat in former[:FORMER_SHOWN]],
        warnings=warnings(_facts(seats), today=today),
    )


def _facts(seats: Sequence[BoardMembership]) -> list[SeatFact]:
    return [
        SeatFact(
            name=seat.person.name,
            seat=seat.seat,
            is_voting=seat.is_voting,
            is_independent=seat.is_independent,
            started_on=seat.started_on,
        )
        for seat in seats
    ]


def _line(membership: BoardMembership, today: date) -> MemberLine:
    return MemberLine(
        id=membership.pk,
        person_id=membership.person_id,
        name=membership.person.name,
        is_active=membership.person.is_active,
        seat=str(membership.get_seat_display()),
        portfolio=membership.portfolio,
        is_voting=membership.is_voting,
        is_independent=membership.is_independent,
        started_on=membership.started_on,
        ended_on=membership.ended_on,
        years=full_years(membership.started_on, membership.ended_on or today),
    )
