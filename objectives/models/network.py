from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import Objective
from people.models import Assignment, OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel
from strategy.models import Priority


@tracked
class ImposedTarget(TenantModel):
    """A target somebody outside sets, such as a national waiting time."""

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    authority = models.CharField(max_length=200)
    threshold = models.CharField(max_length=200)  # in words: 95% within four hours
    due_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    is_current = models.BooleanField(default=True)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager["ImposedTarget"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "code"), name="imposed_target_code_is_unique"
            ),
        )

    def __str__(self) -> str:
        return self.title


@tracked
class Network(TenantModel):
    """People of several units and professions who carry a priority or an imposed target
    together."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        SPONSORED = "sponsored", "Sponsored"
        ACTIVE = "active", "Active"
        DORMANT = "dormant", "Dormant"
        CLOSED = "closed", "Closed"

    name = models.CharField(max_length=120)
    purpose = models.TextField(max_length=600)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    priority = models.ForeignKey(
        Priority,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="networks",
        db_constraint=False,
    )
    target = models.ForeignKey(
        ImposedTarget,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="networks",
        db_constraint=False,
    )
    lead = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    sponsor = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    protected_hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    first_meets_on = models.DateField(null=True, blank=True)
    meets_every_days = models.PositiveSmallIntegerField(default=30)
    learnt = models.TextField(max_length=1200, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager["Network"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="network_name_is_unique"),
            models.CheckConstraint(
                name="a_network_carries_something",
                condition=Q(priority__isnull=False) | Q(target__isnull=False),
            ),
            models.CheckConstraint(
                name="a_sponsored_network_has_hours_and_a_date",
                condition=Q(state="proposed")
                | Q(state="closed")
                | Q(
                    sponsor__isnull=False,
                    protected_hours__isnull=False,
                    first_meets_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="a_closed_network_says_what_was_learnt",
                condition=~Q(state="closed") | ~Q(learnt=""),
            ),
        )

    def __str__(self) -> str:
        return self.name


@tracked
class NetworkMember(TenantModel):
    """A person in a network, or asked into it, the unit they come from, and what it adds."""

    class State(models.TextChoices):
        INVITED = "invited", "Asked to join"
        OFFERED = "offered", "Offers to join"
        IN = "in", "Member"
        DECLINED = "declined", "Did not join"
        LEFT = "left", "Left"

    network = models.ForeignKey(
        Network, on_delete=models.PROTECT, related_name="members", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="networks", db_constraint=False
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    staff_group = models.CharField(max_length=2, choices=Assignment.StaffGroup, blank=True)
    hours_a_month = models.DecimalField(max_digits=5, decimal_places=1, default=0)
    adds = models.CharField(max_length=280, blank=True)  # what their unit adds
    recognition = models.CharField(max_length=280, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.IN)
    asked_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    spared_by = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )  # who leads them and said that the hours can be spared
    reason = models.CharField(max_length=280, blank=True)  # why it did not come to it
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    objects = TenantManager["NetworkMember"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "network", "person"),
                condition=Q(left_on=None),
                name="a_member_once",
            ),
            models.CheckConstraint(
                name="a_member_has_a_first_day",
                condition=~Q(state="in") | Q(joined_on__isnull=False),
            ),
            models.CheckConstraint(
                name="who_is_out_has_a_last_day",
                condition=Q(state__in=("declined", "left"), left_on__isnull=False)
                | Q(state__in=("invited", "offered", "in"), left_on=None),
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "unit", "state"), name="member_by_unit"),
            models.Index(fields=("organisation", "person"), name="member_by_person"),
        )

    def __str__(self) -> str:
        return f"Person {self.person_id} in network {self.network_id}"


@tracked
class NetworkMeeting(TenantModel):
    """A network met, and what came of it."""

    network = models.ForeignKey(
        Network, on_delete=models.PROTECT, related_name="meetings", db_constraint=False
    )
    held_on = models.DateField()
    words = models.CharField(max_length=600, blank=True)
    noted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )

    objects = TenantManager["NetworkMeeting"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "network", "held_on"), name="a_network_meets_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"Network {self.network_id} on {self.held_on}"


@tracked
class NetworkObjective(TenantModel):
    """An objective a network carries."""

    network = models.ForeignKey(
        Network, on_delete=models.PROTECT, related_name="carries", db_constraint=False
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, related_name="networks", db_constraint=False
    )

    objects = TenantManager["NetworkObjective"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "network", "objective"), name="carried_once"
            ),
        )

    def __str__(self) -> str:
        return f"Network {self.network_id} carries objective {self.objective_id}"
