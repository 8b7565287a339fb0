from __future__ import annotations

from datetime import time

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from people.models.person import Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel

EVENING, MORNING = time(19), time(7)


@tracked
class LetterChoices(TenantModel):
    """When one person wishes to be written to. Without a row of their own they have these."""

    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, related_name="letter_choices", db_constraint=False
    )
    digest_day = models.PositiveSmallIntegerField(
        null=True, blank=True, default=0, validators=[MaxValueValidator(6)]
    )  # Monday is 0; none for never
    is_told_at_once = models.BooleanField(default=True)
    quiet_from = models.TimeField(default=EVENING)
    quiet_until = models.TimeField(default=MORNING)  # the same as the start: no quiet hours
    edition = models.PositiveIntegerField(default=1)

    objects = TenantManager["LetterChoices"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="digest_day_is_a_weekday",
                condition=Q(digest_day=None) | Q(digest_day__lte=6),
            ),
        )

    def __str__(self) -> str:
        return f"Letters of person {self.person_id}"


class Notice(TenantModel):
    """Something a person should hear of that waits for nothing: it stands in their next digest."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="notices", db_constraint=False
    )
    key = models.CharField(max_length=200)  # says what about: the same is noticed once
    words = models.CharField(max_length=300)
    path = models.CharField(max_length=300)
    noticed_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    objects = TenantManager["Notice"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "key"), name="noticed_once"),
        )
        indexes = (
            models.Index(
                fields=("organisation", "person"),
                condition=Q(told_at=None),
                name="notice_to_tell",
            ),
        )

    def __str__(self) -> str:
        return self.words
