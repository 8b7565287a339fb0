from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import Objective
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class Promise(TenantModel):
    """What an objective's owner needs from the side it serves, and what became of it. It stays
    with the unit that was asked: a promise changes hands only by a new one."""

    class Kind(models.TextChoices):
        PEOPLE = "people", "People"
        TIME = "time", "Time"
        DECISION = "decision", "A decision"
        MONEY = "money", "Money or equipment"
        STOP = "stop", "Permission to stop something"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for an answer"
        MADE = "made", "Promised"
        MOVING = "moving", "Another date is offered"
        DECLINED = "declined", "Declined"
        KEPT = "kept", "Kept"
        KEPT_LATE = "kept_late", "Kept late"
        BROKEN = "broken", "Broken"
        LAPSED = "lapsed", "No longer needed"

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="promises", db_constraint=False
    )
    promiser = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="promises", db_constraint=False
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    words = models.CharField(max_length=280)
    needed_by = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)  # as promised
    offered_due_on = models.DateField(null=True, blank=True)  # another date, for the owner to take
    was_renegotiated = models.BooleanField(default=False)
    answered_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    answered_for = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )  # the leader in whose place a delegate answered
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(max_length=600, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["Promise"]()

    class Meta:
        constraints = (
            models.CheckConstraint(name="promise_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_promise_made_has_its_date",
                condition=Q(state__in=("asked", "declined", "lapsed")) | Q(due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="a_promise_declined_says_why", condition=~Q(state="declined") | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="another_date_is_given",
                condition=~Q(state="moving") | Q(offered_due_on__isnull=False),
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "objective"), name="promise_by_objective"),
            models.Index(fields=("organisation", "promiser", "state"), name="promise_by_promiser"),
        )

    def __str__(self) -> str:
        return self.words
