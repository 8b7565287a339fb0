from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from people.models.person import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


@tracked
class Board(TenantModel):
    """The organisation's board; there is one."""

    name = models.CharField(max_length=200, default="The Board")
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager["Board"]()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation",), name="one_board"),)

    def __str__(self) -> str:
        return self.name


class BoardMembershipQuerySet(TenantQuerySet["BoardMembership"]):
    def current(self) -> Self:
        return self.filter(ended_on__isnull=True)


@tracked
class BoardMembership(TenantModel):
    """A person's seat on the board."""

    class Seat(models.TextChoices):
        CHAIR = "chair", "Chair"
        NON_EXECUTIVE = "non_executive_director", "Non-executive director"
        ASSOCIATE = "associate_non_executive_director", "Associate non-executive director"
        EXECUTIVE = "executive_director", "Executive director"
        NON_VOTING = "non_voting_director", "Non-voting director"

    board = models.ForeignKey(
        Board, on_delete=models.PROTECT, related_name="memberships", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="board_memberships", db_constraint=False
    )
    seat = models.CharField(max_length=40, choices=Seat)
    is_voting = models.BooleanField(default=True)
    portfolio = models.CharField(max_length=200, blank=True)
    is_independent = models.BooleanField(default=False)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager.from_queryset(BoardMembershipQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "person"),
                condition=Q(ended_on=None),
                name="one_seat_per_person",
            ),
            models.UniqueConstraint(
                fields=("organisation",),
                condition=Q(ended_on=None, seat="chair"),
                name="one_chair",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_seat_display()}, person {self.person_id}"
