from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from people.tenancy import TenantManager, TenantModel


class Errand(TenantModel):
    """Something that must happen once, written beside the change that calls for it (the outbox).

    The relay publishes due errands to the queue; the task that does one marks it done in the
    same transaction as its effect, so that a second delivery changes nothing.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        PUBLISHED = "published", "With a worker"
        DONE = "done", "Done"
        DEAD = "dead", "Given up"

    key = models.CharField(max_length=200)  # says which effect: the same key is never done twice
    task = models.CharField(max_length=120)
    arguments: models.JSONField[dict[str, Any]] = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    due_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    deliveries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)

    objects = TenantManager["Errand"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "key"), name="errand_key_is_unique"),
        )
        indexes = (
            models.Index(
                fields=("due_at",),
                condition=Q(state__in=("waiting", "published")),
                name="errand_unfinished",
            ),
        )

    def __str__(self) -> str:
        return f"{self.task} {self.key}"
