from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from people.models.account import Account
from people.models.unit import OrgUnit
from people.record import tracked, tracked_in_bulk
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


class PersonQuerySet(TenantQuerySet["Person"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


@tracked_in_bulk
class Person(TenantModel):
    """Someone who belongs to the organisation, with or without a sign-in.

    No ethnicity, disability or religion is ever kept here: representation comes from aggregates.
    """

    class Kind(models.TextChoices):
        EMPLOYEE = "employee", "Employee"
        NON_EXECUTIVE = "non_executive", "Non-executive"
        STUDENT = "student", "Student"
        VOLUNTEER = "volunteer", "Volunteer"
        PARTNER = "partner", "Partner"
        LAY_PUBLIC = "lay_public", "Member of the public"

    staff_id = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.EMPLOYEE)
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="persons"
    )
    is_active = models.BooleanField(default=True)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager.from_queryset(PersonQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "staff_id"),
                condition=~Q(staff_id=""),
                name="staff_id_is_unique",
            ),
            models.UniqueConstraint(
                fields=("organisation", "account"),
                condition=Q(account__isnull=False),
                name="one_person_per_account_here",
            ),
        )
        indexes = (models.Index(fields=("organisation", "name"), name="person_by_name"),)

    def __str__(self) -> str:
        return self.name


class AssignmentQuerySet(TenantQuerySet["Assignment"]):
    def current(self) -> Self:
        return self.filter(ended_on__isnull=True)


@tracked_in_bulk
class Assignment(TenantModel):
    """A person's place in a unit; exactly one current place of each person is the primary one."""

    class StaffGroup(models.TextChoices):
        MEDICAL = "01", "Medical and Dental"
        STUDENTS = "02", "Students"
        NURSING = "03", "Nursing and Midwifery Registered"
        ALLIED = "04", "Allied Health Professionals"
        SCIENTIFIC = "05", "Additional Professional Scientific and Technical"
        SCIENTISTS = "06", "Healthcare Scientists"
        CLINICAL_SUPPORT = "07", "Additional Clinical Services"
        ADMINISTRATIVE = "08", "Administrative and Clerical"
        ESTATES = "09", "Estates and Ancillary"
        SUPPLEMENTARY = "10", "Supplementary Roles"

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="assignments", db_constraint=False
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="assignments", db_constraint=False
    )
    role_title = models.CharField(max_length=200, blank=True)
    staff_group = models.CharField(max_length=60, blank=True)
    pay_band = models.CharField(max_length=20, blank=True)
    fte = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True)
    is_primary = models.BooleanField(default=True)
    is_lead = models.BooleanField(default=False)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager.from_queryset(AssignmentQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "person"),
                condition=Q(is_primary=True, ended_on=None),
                name="one_primary_place",
            ),
            models.CheckConstraint(
                name="assignment_fte_in_range",
                condition=Q(fte=None) | Q(fte__gte=0, fte__lte=1.5),
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "unit"), name="assignment_by_unit"),
            models.Index(fields=("organisation", "person"), name="assignment_by_person"),
        )

    def __str__(self) -> str:
        return f"{self.role_title or 'Place'} of person {self.person_id}"


class RoleGrantQuerySet(TenantQuerySet["RoleGrant"]):
    def current(self) -> Self:
        return self.filter(ended_on__isnull=True)


@tracked
class RoleGrant(TenantModel):
    """A role handed to a person, for the whole organisation or, with a unit, for that unit."""

    class Role(models.TextChoices):
        BOARD_MEMBER = "board_member", "Board member"
        BOARD_SECRETARY = "board_secretary", "Board secretary"
        OD_STAFF = "od_staff", "Organisational development"
        TEAM_LEAD = "team_lead", "Team lead"
        MEMBER = "member", "Member of staff"
        CLINICAL_LEAD = "clinical_lead", "Clinical lead"
        CO_CREATOR = "co_creator", "Co-creator"
        SURVEY_ANALYST = "survey_analyst", "Survey analyst"
        SPEAK_UP_GUARDIAN = "speak_up_guardian", "Speak-up guardian"
        PARTNER_LEAD = "partner_lead", "Partner lead"
        AUDITOR = "auditor", "Auditor (reads only)"
        ORG_ADMIN = "org_admin", "Organisation administrator"

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="roles", db_constraint=False
    )
    role = models.CharField(max_length=30, choices=Role)
    unit = models.ForeignKey(
        OrgUnit,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="role_grants",
        db_constraint=False,
    )
    granted_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = TenantManager.from_queryset(RoleGrantQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "person", "role", "unit"),
                condition=Q(ended_on=None),
                nulls_distinct=False,
                name="role_is_granted_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()} for person {self.person_id}"


@tracked
class Invitation(TenantModel):
    """A person asked to sign in: a link sent to their address, good once and for seven days."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="invitations", db_constraint=False
    )
    email = models.EmailField(max_length=254)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["Invitation"]()

    def __str__(self) -> str:
        return f"Invitation of person {self.person_id}"
