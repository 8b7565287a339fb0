from __future__ import annotations

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q

from people.record import tracked_in_bulk
from people.tenancy import TenantManager, TenantModel, TenantQuerySet

REFUSE_LOOPS = """
        IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('people_orgunit'), NEW.organisation_id::int);
        WITH RECURSIVE above(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT unit.parent_id FROM people_orgunit unit JOIN above ON unit.id = above.id
            WHERE unit.parent_id IS NOT NULL
        )
        SELECT EXISTS (SELECT FROM above WHERE id = NEW.id) INTO closes_a_loop;
        IF closes_a_loop THEN
            RAISE EXCEPTION 'a unit cannot hang below itself'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_tree_has_no_loop';
        END IF;
        RETURN NEW;
"""


class OrgUnitQuerySet(TenantQuerySet["OrgUnit"]):
    def open(self) -> Self:
        return self.filter(closed_on__isnull=True)


@tracked_in_bulk
class OrgUnit(TenantModel):
    """A part of the organisation; the root, which has no parent, is the board's own."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", "Organisation"
        DIVISION = "division", "Division"
        DIRECTORATE = "directorate", "Directorate"
        SERVICE = "service", "Service"
        TEAM = "team", "Team"
        COMMITTEE = "committee", "Committee"
        PROGRAMME = "programme", "Programme"

    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.TEAM)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        db_constraint=False,
    )
    site = models.CharField(max_length=120, blank=True)
    headcount = models.PositiveIntegerField(null=True, blank=True)
    fte = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)  # what an edit started from

    objects = TenantManager.from_queryset(OrgUnitQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "code"), name="unit_code_is_unique"),
            models.UniqueConstraint(
                fields=("organisation",), condition=Q(parent=None), name="one_root_unit"
            ),
            models.CheckConstraint(name="unit_code_is_given", condition=~Q(code="")),
            models.CheckConstraint(name="unit_is_not_its_own_parent", condition=~Q(parent=F("id"))),
            models.CheckConstraint(
                name="root_unit_stays_open", condition=Q(parent__isnull=False) | Q(closed_on=None)
            ),
            models.CheckConstraint(
                name="unit_fte_not_negative", condition=Q(fte=None) | Q(fte__gte=0)
            ),
        )
        indexes = (models.Index(fields=("organisation", "parent"), name="unit_by_parent"),)
        triggers = (
            pgtrigger.Trigger(
                name="unit_tree_has_no_loop",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
                func=REFUSE_LOOPS,
                declare=[("closes_a_loop", "boolean")],
            ),
        )

    def __str__(self) -> str:
        return self.name
