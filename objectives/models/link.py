from __future__ import annotations

from decimal import Decimal
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from objectives.models.objective import Objective
from people.models import Person
from people.record import tracked_in_bulk
from people.tenancy import TenantManager, TenantModel, TenantQuerySet
from strategy.models import Priority

ONE_AT_A_TIME = """
    IF NEW.parent_objective_id IS NULL OR NEW.state IN ('declined', 'ended') THEN RETURN NEW; END IF;
    waited = pg_advisory_xact_lock(hashtext('objectives_contributionlink'), NEW.organisation_id::int) IS NULL;
    RETURN NEW;
"""  # noqa: E501  the migration holds this text as it is
REFUSE_LOOPS_AMONG_NEW = """
    IF EXISTS (
        WITH RECURSIVE above(child_id, id, organisation_id) AS (
            SELECT child_id, parent_objective_id, organisation_id FROM new_values
            WHERE parent_objective_id IS NOT NULL AND state NOT IN ('declined', 'ended')
            UNION
            SELECT above.child_id, link.parent_objective_id, above.organisation_id
            FROM objectives_contributionlink link JOIN above
              ON link.organisation_id = above.organisation_id AND link.child_id = above.id
            WHERE link.parent_objective_id IS NOT NULL AND link.state NOT IN ('declined', 'ended')
              AND above.id <> above.child_id
        )
        SELECT FROM above WHERE id = child_id
    ) THEN
        RAISE EXCEPTION 'an objective cannot serve itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'links_have_no_loop';
    END IF;
    RETURN NULL;
"""
REFUSE_LOOPS = """
    IF NEW.parent_objective_id IS NULL OR NEW.state IN ('declined', 'ended') THEN RETURN NEW; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('objectives_contributionlink'), NEW.organisation_id::int);
    WITH RECURSIVE above(id) AS (
        SELECT NEW.parent_objective_id
        UNION
        SELECT link.parent_objective_id
        FROM objectives_contributionlink link JOIN above ON link.child_id = above.id
        WHERE link.parent_objective_id IS NOT NULL AND link.state NOT IN ('declined', 'ended')
          AND link.organisation_id = NEW.organisation_id AND link.id <> NEW.id
    )
    SELECT EXISTS (SELECT FROM above WHERE id = NEW.child_id) INTO closes_a_loop;
    IF closes_a_loop THEN
        RAISE EXCEPTION 'an objective cannot serve itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'links_have_no_loop';
    END IF;
    RETURN NEW;
"""  # noqa: E501  the migration holds this text as it is


class ContributionLinkQuerySet(TenantQuerySet["ContributionLink"]):
    def standing(self) -> Self:
        """Links that are neither declined nor ended."""
        return self.exclude(
            state__in=(ContributionLink.State.DECLINED, ContributionLink.State.ENDED)
        )


@tracked_in_bulk
class ContributionLink(TenantModel):
    """One objective helps another, or a priority: proposed by the child's side, accepted by the
    parent's. An objective may serve several parents, in any unit; one of them is its primary."""

    class Strength(models.TextChoices):
        DIRECT = "direct", "Directly"
        PARTIAL = "partial", "In part"
        ENABLING = "enabling", "By making it possible"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Waiting for an answer"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        STALE = "stale", "The words have since changed"
        ENDED = "ended", "Ended"

    SHARE = {
        Strength.DIRECT: Decimal("1"),
        Strength.PARTIAL: Decimal("0.5"),
        Strength.ENABLING: Decimal("0.25"),
    }

    child = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="links_up", db_constraint=False
    )
    parent_objective = models.ForeignKey(
        Objective,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="links_down",
        db_constraint=False,
    )
    parent_priority = models.ForeignKey(
        Priority,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="links_down",
        db_constraint=False,
    )
    strength = models.CharField(max_length=10, choices=Strength, default=Strength.DIRECT)
    rationale = models.TextField(max_length=600, blank=True)
    is_primary = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    stale_since = models.DateTimeField(null=True, blank=True)
    proposed_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    proposed_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(max_length=600, blank=True)  # why it was declined or ended
    imported_by = models.CharField(max_length=200, blank=True)
    imported_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager.from_queryset(ContributionLinkQuerySet)()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="link_has_one_parent",
                condition=Q(parent_objective=None, parent_priority__isnull=False)
                | Q(parent_objective__isnull=False, parent_priority=None),
            ),
            models.CheckConstraint(
                name="no_link_to_itself",
                condition=Q(parent_objective=None) | ~Q(parent_objective=F("child")),
            ),
            models.CheckConstraint(
                name="stale_link_has_a_date",
                condition=~Q(state="stale") | Q(stale_since__isnull=False),
            ),
            models.UniqueConstraint(
                fields=("organisation", "child", "parent_objective"),
                condition=Q(parent_objective__isnull=False) & ~Q(state__in=("declined", "ended")),
                name="objective_is_served_once",
            ),
            models.UniqueConstraint(
                fields=("organisation", "child", "parent_priority"),
                condition=Q(parent_priority__isnull=False) & ~Q(state__in=("declined", "ended")),
                name="priority_is_served_once",
            ),
            models.UniqueConstraint(
                fields=("organisation", "child"),
                condition=Q(is_primary=True) & ~Q(state__in=("declined", "ended")),
                name="one_primary_link",
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "child"), name="link_by_child"),
            models.Index(fields=("organisation", "parent_objective"), name="link_by_objective"),
            models.Index(fields=("organisation", "parent_priority"), name="link_by_priority"),
        )
        triggers = (
            pgtrigger.Trigger(
                name="links_have_no_loop",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("parent_objective_id", "child_id", "state"),
                declare=[("closes_a_loop", "boolean")],
                func=REFUSE_LOOPS,
            ),
            pgtrigger.Trigger(
                name="new_links_wait_for_each_other",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("waited", "boolean")],
                func=ONE_AT_A_TIME,
            ),
            pgtrigger.Trigger(
                name="new_links_have_no_loop",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="new_values"),
                func=REFUSE_LOOPS_AMONG_NEW,
            ),
        )

    def __str__(self) -> str:
        parent_id = self.parent_objective_id or self.parent_priority_id
        return f"Objective {self.child_id} serves {parent_id}"
