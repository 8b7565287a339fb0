from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from objectives.models.objective import Objective
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


@tracked
class Dependency(TenantModel):
    """One team needs something of another for its objective; the other answers: yes by when,
    or no, why, and what instead."""

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for an answer"
        YES = "yes", "Yes"
        NO = "no", "No"
        DONE = "done", "Done"
        DROPPED = "dropped", "No longer needed"

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="dependencies", db_constraint=False
    )
    asked_unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    words = models.CharField(max_length=280)
    needed_by = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    reason = models.TextField(max_length=600, blank=True)
    instead = models.TextField(max_length=600, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["Dependency"]()

    class Meta:
        verbose_name_plural = "dependencies"
        constraints = (
            models.CheckConstraint(
                name="a_yes_has_its_date", condition=~Q(state="yes") | Q(due_on__isnull=False)
            ),
            models.CheckConstraint(name="a_no_says_why", condition=~Q(state="no") | ~Q(reason="")),
        )
        indexes = (
            models.Index(fields=("organisation", "asked_unit"), name="dependency_by_asked"),
            models.Index(fields=("organisation", "objective"), name="dependency_by_objective"),
        )

    def __str__(self) -> str:
        return self.words


@tracked
class Conflict(TenantModel):
    """Two objectives that pull against each other, and how the two sides settled it."""

    class State(models.TextChoices):
        RAISED = "raised", "Raised"
        DISCUSSED = "discussed", "Being talked about"
        RESOLVED = "resolved", "Settled"
        ACCEPTED = "accepted", "Accepted as it is"

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="conflicts", db_constraint=False
    )
    other = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="conflicts_raised", db_constraint=False
    )
    words = models.TextField(max_length=600)
    state = models.CharField(max_length=10, choices=State, default=State.RAISED)
    raised_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    raised_at = models.DateTimeField()
    outcome = models.TextField(max_length=600, blank=True)
    settled_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["Conflict"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_conflict_has_two_ends", condition=~Q(other=F("objective"))
            ),
            models.CheckConstraint(
                name="a_settled_conflict_says_how",
                condition=~Q(state__in=("resolved", "accepted")) | ~Q(outcome=""),
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "objective"), name="conflict_by_objective"),
            models.Index(fields=("organisation", "other"), name="conflict_by_other"),
        )

    def __str__(self) -> str:
        return self.words[:60]


@tracked
class ConflictMessage(TenantModel):
    """Words about a conflict; they are never changed."""

    conflict = models.ForeignKey(
        Conflict, on_delete=models.PROTECT, related_name="messages", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    words = models.TextField(max_length=600)
    sent_at = models.DateTimeField()

    objects = TenantManager["ConflictMessage"]()

    class Meta:
        constraints = (
            models.CheckConstraint(name="conflict_message_has_words", condition=~Q(words="")),
        )

    def __str__(self) -> str:
        return self.words[:60]
