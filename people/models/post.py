from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from people.models.unit import OrgUnit
from people.record import tracked_in_bulk
from people.tenancy import TenantManager, TenantModel, TenantQuerySet


class PostQuerySet(TenantQuerySet["Post"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


@tracked_in_bulk
class Post(TenantModel):
    """A senior post of a published organogram. Unknown figures are null, never nought."""

    reference = models.CharField(max_length=60)
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="posts", db_constraint=False
    )
    reports_to = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reports",
        db_constraint=False,
    )
    job_title = models.CharField(max_length=300, blank=True)
    function = models.TextField(blank=True)
    grade = models.CharField(max_length=60, blank=True)
    profession = models.CharField(max_length=200, blank=True)
    fte = models.DecimalField(max_digits=11, decimal_places=4, null=True, blank=True)
    salary_cost_of_reports = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True
    )
    pay_floor = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    pay_ceiling = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    notes = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)

    objects = TenantManager.from_queryset(PostQuerySet)()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "reference"), name="post_reference_is_unique"
            ),
            models.CheckConstraint(
                name="post_fte_not_negative", condition=Q(fte=None) | Q(fte__gte=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.job_title or 'Post'} ({self.reference})"


class JuniorPostQuerySet(TenantQuerySet["JuniorPost"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


@tracked_in_bulk
class JuniorPost(TenantModel):
    """A line of counted posts below a senior post of a published organogram."""

    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="junior_posts", db_constraint=False
    )
    reports_to = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="junior_posts", db_constraint=False
    )
    grade = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300, blank=True)
    profession = models.CharField(max_length=200, blank=True)
    pay_minimum = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    pay_maximum = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    fte = models.DecimalField(max_digits=11, decimal_places=4, null=True, blank=True)
    is_active = models.BooleanField(default=True)

    objects = TenantManager.from_queryset(JuniorPostQuerySet)()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="junior_post_fte_not_negative", condition=Q(fte=None) | Q(fte__gte=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.title or 'Posts'} below post {self.reports_to_id}"
