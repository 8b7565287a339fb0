from __future__ import annotations

from django.db import models
from django.db.models import Q

from objectives.models.objective import ObjectiveVersion
from people.models import OrgUnit, Person
from people.record import tracked
from people.tenancy import TenantManager, TenantModel


class WorryTheme(models.TextChoices):
    """What may worry a team about trying something; only how often each is named goes up."""

    TIME = "time", "We will not find the time"
    STAFF = "staff", "There are not enough of us"
    SKILLS = "skills", "We do not know how yet"
    CLASH = "clash", "It clashes with something else we must do"
    BACKING = "backing", "We will be left alone with it if it goes wrong"
    HARM = "harm", "It could make care worse somewhere"
    OTHER = "other", "Something else"
    NONE = "none", "Nothing worries me about this"


@tracked
class WorryRound(TenantModel):
    """A team is asked in private what worries it about trying one version; there is one round
    for each. What it may show is settled once, when it ends."""

    version = models.OneToOneField(
        ObjectiveVersion,
        on_delete=models.PROTECT,
        related_name="worry_round",
        db_constraint=False,
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    opened_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    opened_at = models.DateTimeField()
    floor = models.PositiveSmallIntegerField()  # as it was when people were asked
    ended_at = models.DateTimeField(null=True, blank=True)
    shown = models.JSONField(default=dict)  # the themes that go up, with how many in words
    is_answered = models.BooleanField(default=False)

    objects = TenantManager["WorryRound"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="a_worry_round_keeps_to_the_floor", condition=Q(floor__gte=11)
            ),
            models.CheckConstraint(
                name="nothing_is_shown_before_the_round_ends",
                condition=Q(ended_at__isnull=False) | Q(shown={}),
            ),
        )

    def __str__(self) -> str:
        return f"Worries about version {self.version_id}"


@tracked
class Worry(TenantModel):
    """One person's private answer to "what worries us about trying this?" on one version."""

    version = models.ForeignKey(
        ObjectiveVersion, on_delete=models.PROTECT, related_name="worries", db_constraint=False
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    theme = models.CharField(max_length=10, choices=WorryTheme)
    said_at = models.DateTimeField()

    objects = TenantManager["Worry"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "version", "person", "theme"), name="a_worry_is_named_once"
            ),
        )

    def __str__(self) -> str:
        return self.get_theme_display()


@tracked
class WorryReply(TenantModel):
    """What the side it serves answers to a worry that enough people share."""

    version = models.ForeignKey(
        ObjectiveVersion,
        on_delete=models.PROTECT,
        related_name="worry_replies",
        db_constraint=False,
    )
    theme = models.CharField(max_length=10, choices=WorryTheme)
    words = models.TextField(max_length=600)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    replied_at = models.DateTimeField()

    objects = TenantManager["WorryReply"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "version", "theme"), name="a_worry_is_answered_once"
            ),
        )

    def __str__(self) -> str:
        return self.words[:60]
