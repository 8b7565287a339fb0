from __future__ import annotations

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q

from objectives.models.cycle import Cycle
from people.models import OrgUnit, Person
from people.policy import Action, Standing
from people.record import tracked_in_bulk
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


class ObjectiveQuerySet(TenantQuerySet["Objective"]):
    def visible_to(self, standing: Standing) -> Self:
        """Everyone sees what has been proposed; a draft is seen where it is being written."""
        if standing.is_everywhere(Action.SEE_DRAFT_OBJECTIVES):
            return self
        own = standing.units_for(Action.SEE_DRAFT_OBJECTIVES)
        return self.filter(~Q(state=Objective.State.DRAFT) | Q(unit_id__in=own))


@tracked_in_bulk
class Objective(TenantModel):
    """What a unit means to reach in a cycle. Its words are in versions; `current` is the newest."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PROPOSED = "proposed", "Proposed"
        IN_CATCHBALL = "in_catchball", "Talking"
        AGREED = "agreed", "Agreed"
        LIVE = "live", "Live"
        ACHIEVED = "achieved", "Achieved"
        PARTLY = "partly", "Partly achieved"
        NOT_ACHIEVED = "not_achieved", "Not achieved"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Origin(models.TextChoices):
        IMPOSED = "imposed", "Imposed from outside"
        CASCADED = "cascaded", "Asked for by the level above"
        NEGOTIATED = "negotiated", "Negotiated between levels"
        LOCAL = "local", "Our own"

    class GoalType(models.TextChoices):
        PERFORMANCE = "performance", "Reach a result"
        LEARNING = "learning", "Find out how"

    class Decides(models.TextChoices):
        LEAD = "lead", "Its lead"
        TEAM = "team", "The whole team"

    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, related_name="objectives", db_constraint=False
    )
    ref = models.CharField(max_length=60)
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="objectives", db_constraint=False
    )
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.LOCAL)
    goal_type = models.CharField(max_length=12, choices=GoalType, default=GoalType.PERFORMANCE)
    decides = models.CharField(max_length=10, choices=Decides, default=Decides.LEAD)
    adopted_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="adopted_as",
        db_constraint=False,
    )  # the team's objective whose words the level above made its own
    local_reason = models.TextField(max_length=600, blank=True)  # why it serves no priority
    is_local_reason_accepted = models.BooleanField(default=False)
    current = models.OneToOneField(
        "ObjectiveVersion",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    proposed_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    imported_by = models.CharField(max_length=200, blank=True)  # "agreed before this system"
    imported_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager.from_queryset(ObjectiveQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "cycle", "ref"), name="objective_ref_is_unique"
            ),
            models.CheckConstraint(name="objective_ref_is_given", condition=~Q(ref="")),
            models.CheckConstraint(
                name="accepted_local_reason_is_given",
                condition=Q(is_local_reason_accepted=False) | ~Q(local_reason=""),
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "unit"), name="objective_by_unit"),
            models.Index(fields=("organisation", "cycle", "state"), name="objective_by_state"),
        )

    def __str__(self) -> str:
        return self.ref

    @property
    def was_agreed_before(self) -> bool:
        """Agreed before this system: an import is not a signature."""
        return self.imported_at is not None and self.agreed_at is None


def _never_changes() -> tuple[pgtrigger.Trigger, ...]:
    return (pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update | pgtrigger.Delete),)


@tracked_in_bulk
class ObjectiveVersion(TenantModel):
    """An objective's words at one time; they never change."""

    class Scope(models.TextChoices):
        OWN_AREA = "own_area", "Our own area"
        CROSS_BOUNDARY = "cross_boundary", "Across boundaries"
        WHOLE_ORGANISATION = "whole_organisation", "The whole organisation"
        SYSTEM = "system", "The wider system"

    class Domain(models.TextChoices):
        QUALITY_OF_CARE = "quality_of_care", "Quality of care"
        QUALITY_IMPROVEMENT = "quality_improvement", "Quality improvement"
        PATIENT_EXPERIENCE = "patient_experience", "Patient experience"
        STAFF_EXPERIENCE = "staff_experience", "Staff experience"
        EQUALITY = "equality", "Equality"
        FINANCE = "finance", "Finance"
        PERFORMANCE_TARGET = "performance_target", "Performance target"
        PARTNERSHIP = "partnership", "Partnership"
        LEARNING = "learning", "Learning"
        DIGITAL = "digital", "Digital"
        ESTATES = "estates", "Estates"
        OTHER = "other", "Other"

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="versions", db_constraint=False
    )
    number = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=280)
    why = models.TextField(max_length=600, blank=True)
    behaviours = models.TextField(max_length=600, blank=True)
    scope = models.CharField(max_length=20, choices=Scope, default=Scope.OWN_AREA)
    domain = models.CharField(max_length=20, choices=Domain, default=Domain.OTHER)
    target_date = models.DateField(null=True, blank=True)
    complexity = models.PositiveSmallIntegerField(null=True, blank=True)  # 1 known to 5 new ground
    will_know = models.TextField(max_length=600, blank=True)  # of a learning goal
    no_measure_reason = models.TextField(max_length=600, blank=True)
    answerable = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    written_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    written_at = models.DateTimeField()
    is_material = models.BooleanField(default=True)  # a cosmetic edit keeps its acceptances

    objects = TenantManager["ObjectiveVersion"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "objective", "number"), name="objective_version_number"
            ),
            models.CheckConstraint(name="objective_title_is_given", condition=~Q(title="")),
            models.CheckConstraint(
                name="complexity_is_one_to_five",
                condition=Q(complexity=None) | Q(complexity__range=(1, 5)),
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "answerable"), name="version_by_answerable"),
        )
        triggers = _never_changes()

    def __str__(self) -> str:
        return self.title


@tracked_in_bulk
class Measure(TenantModel):
    """How a version of an objective is seen to be reached; it never changes."""

    class Direction(models.TextChoices):
        UP = "up", "Up"
        DOWN = "down", "Down"
        MAINTAIN = "maintain", "Keep"
        BY_DATE = "by_date", "Done by a date"

    class Kind(models.TextChoices):
        OUTCOME = "outcome", "Outcome"
        PROCESS = "process", "Process"
        EXPERIENCE = "experience", "Experience"
        BALANCING = "balancing", "Balancing"

    version = models.ForeignKey(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="measures", db_constraint=False
    )
    position = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    unit_name = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=10, choices=Direction, default=Direction.UP)
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OUTCOME)

    objects = TenantManager["Measure"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "version", "position"), name="measure_position"
            ),
            models.CheckConstraint(
                name="at_most_five_measures", condition=Q(position__gte=1, position__lte=5)
            ),
        )
        triggers = _never_changes()

    def __str__(self) -> str:
        return self.name
