from __future__ import annotations

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from people.models import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel, TenantQuerySet

ONCE_DECIDED = ("in_delivery", "under_review", "superseded")

KEEP_VERSION = """
    IF OLD.state IN ('in_delivery', 'under_review', 'superseded') AND
       (TG_OP = 'DELETE' OR
        (NEW.title, NEW.starts_on, NEW.ends_on, NEW.vision, NEW.note,
         NEW.number, NEW.strategy_id, NEW.content_hash, NEW.in_force_from)
        IS DISTINCT FROM
        (OLD.title, OLD.starts_on, OLD.ends_on, OLD.vision, OLD.note,
         OLD.number, OLD.strategy_id, OLD.content_hash, OLD.in_force_from)
        OR NEW.state = 'design')
    THEN
        RAISE EXCEPTION 'a strategy in force does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'strategy_in_force_is_kept';
    END IF;
    RETURN coalesce(NEW, OLD);
"""

KEEP_PARTS = """
    IF EXISTS (
        SELECT FROM strategy_strategyversion version
        WHERE version.id IN (OLD.version_id, NEW.version_id)
        AND version.state IN ('in_delivery', 'under_review', 'superseded')
    ) THEN
        RAISE EXCEPTION 'a strategy in force does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'strategy_in_force_is_kept';
    END IF;
    RETURN coalesce(NEW, OLD);
"""


def _kept_once_in_force() -> tuple[pgtrigger.Trigger, ...]:
    return (
        pgtrigger.Trigger(
            name="kept_once_in_force",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=KEEP_PARTS,
        ),
    )


@tracked
class Strategy(TenantModel):
    """A board's strategy as it lasts through its versions, which hold every word of it."""

    objects = TenantManager["Strategy"]()

    def __str__(self) -> str:
        return f"Strategy {self.pk}"


class StrategyVersionQuerySet(TenantQuerySet["StrategyVersion"]):
    def in_force(self) -> Self:
        return self.filter(state=StrategyVersion.State.IN_DELIVERY)

    def drafts(self) -> Self:
        return self.filter(state=StrategyVersion.State.DESIGN)


@tracked
class StrategyVersion(TenantModel):
    """The strategy's words at one time. Once in force they never change; a successor may."""

    class State(models.TextChoices):
        DESIGN = "design", "Draft"
        IN_DELIVERY = "in_delivery", "In force"
        SUPERSEDED = "superseded", "Superseded"
        WITHDRAWN = "withdrawn", "Withdrawn"

    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="versions", db_constraint=False
    )
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=20, choices=State, default=State.DESIGN)
    title = models.CharField(max_length=200)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    vision = models.TextField(max_length=2000, blank=True)
    note = models.TextField(blank=True)  # how it came in force where no board decided here
    in_force_from = models.DateField(null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager.from_queryset(StrategyVersionQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "strategy", "number"), name="strategy_version_number"
            ),
            models.UniqueConstraint(
                fields=("organisation",), condition=Q(state="in_delivery"), name="one_in_force"
            ),
            models.UniqueConstraint(
                fields=("organisation",), condition=Q(state="design"), name="one_draft"
            ),
            models.CheckConstraint(
                name="strategy_ends_after_it_starts",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
            ),
            models.CheckConstraint(
                name="in_force_has_hash_and_date",
                condition=~Q(state="in_delivery")
                | (~Q(content_hash="") & Q(in_force_from__isnull=False)),
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="kept_once_in_force",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=KEEP_VERSION,
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


@tracked
class Priority(TenantModel):
    """A priority as it lasts through versions: what objectives serve. Its words are wordings."""

    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="priorities", db_constraint=False
    )
    ref = models.CharField(max_length=60)

    objects = TenantManager["Priority"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "strategy", "ref"), name="priority_ref_is_unique"
            ),
            models.CheckConstraint(name="priority_ref_is_given", condition=~Q(ref="")),
        )

    def __str__(self) -> str:
        return self.ref


class PriorityWordingQuerySet(TenantQuerySet["PriorityWording"]):
    def in_force(self) -> Self:
        return self.filter(version__state=StrategyVersion.State.IN_DELIVERY)


@tracked
class PriorityWording(TenantModel):
    """A priority's words in one version of the strategy."""

    version = models.ForeignKey(
        StrategyVersion, on_delete=models.CASCADE, related_name="wordings", db_constraint=False
    )
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, related_name="wordings", db_constraint=False
    )
    title = models.CharField(max_length=200)
    statement = models.TextField(max_length=2000, blank=True)
    sponsor = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    position = models.PositiveSmallIntegerField(default=0)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager.from_queryset(PriorityWordingQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "version", "priority"), name="one_wording_a_version"
            ),
        )
        triggers = _kept_once_in_force()

    def __str__(self) -> str:
        return self.title


@tracked
class Value(TenantModel):
    """A value the organisation holds, with what people would see when it is lived."""

    version = models.ForeignKey(
        StrategyVersion, on_delete=models.CASCADE, related_name="values", db_constraint=False
    )
    title = models.CharField(max_length=100)
    behaviour = models.TextField(max_length=600, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager["Value"]()

    class Meta:
        triggers = _kept_once_in_force()

    def __str__(self) -> str:
        return self.title


@tracked
class BoardMeeting(TenantModel):
    """A meeting of the board."""

    held_on = models.DateField()
    title = models.CharField(max_length=200, default="Board meeting")

    objects = TenantManager["BoardMeeting"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "held_on", "title"), name="board_meeting_is_recorded_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.held_on}"


@tracked
class BoardDecision(TenantModel):
    """What the board decided on one exact version of the strategy, shown by its hash."""

    meeting = models.ForeignKey(
        BoardMeeting, on_delete=models.PROTECT, related_name="decisions", db_constraint=False
    )
    version = models.ForeignKey(
        StrategyVersion, on_delete=models.PROTECT, related_name="decisions", db_constraint=False
    )
    text = models.TextField(max_length=2000)
    votes_for = models.PositiveSmallIntegerField()
    votes_against = models.PositiveSmallIntegerField(default=0)
    abstentions = models.PositiveSmallIntegerField(default=0)
    is_carried = models.BooleanField()
    content_hash = models.CharField(max_length=64)
    recorded_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    recorded_at = models.DateTimeField()

    objects = TenantManager["BoardDecision"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="carried_by_more_for_than_against",
                condition=Q(is_carried=False) | Q(votes_for__gt=F("votes_against")),
            ),
            models.UniqueConstraint(
                fields=("organisation", "version"),
                condition=Q(is_carried=True),
                name="a_version_is_carried_once",
            ),
        )
        triggers = (
            pgtrigger.Protect(
                name="decision_is_kept", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        )

    def __str__(self) -> str:
        return self.text[:60]
