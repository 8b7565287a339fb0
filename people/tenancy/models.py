from __future__ import annotations

from typing import TypeVar

from django.db import models
from django_scopes import get_scope
from django_scopes.manager import DisabledQuerySet

M = TypeVar("M", bound=models.Model)


class TenantQuerySet(models.QuerySet[M]):
    """Rows of one organisation."""


class TenantManager(models.Manager[M]):
    """Starts every read from the organisation in force; without one, using it raises ScopeError."""

    def get_queryset(self) -> models.QuerySet[M]:
        organisation = get_scope().get("organisation")
        if organisation is None:
            refusing: models.QuerySet[M] = DisabledQuerySet(
                self.model, using=self._db, missing_scopes={"organisation"}
            )
            return refusing
        return super().get_queryset().filter(organisation=organisation)


class TenantModel(models.Model):
    """A row that belongs to one organisation.

    Foreign keys between such rows say `db_constraint=False`: the database holds them by a key
    that begins with the organisation, made by `FenceTenantTables`.
    """

    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
