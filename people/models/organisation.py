from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from people.record import tracked_by_itself

SLUGS_TAKEN = frozenset(
    {
        "accounts",
        "admin",
        "api",
        "demo",
        "health",
        "help",
        "invitations",
        "organisations",
        "set-up",
        "static",
    }
)


@tracked_by_itself
class Organisation(models.Model):
    """A body that leads itself by a board: the tenant to which everything else belongs."""

    class OrgType(models.TextChoices):
        NHS_TRUST = "nhs_trust", "NHS trust"
        NHS_FOUNDATION_TRUST = "nhs_foundation_trust", "NHS foundation trust"
        INTEGRATED_CARE_BOARD = "integrated_care_board", "Integrated care board"
        AMBULANCE = "ambulance", "Ambulance service"
        MENTAL_HEALTH = "mental_health", "Mental health service"
        COMMUNITY = "community", "Community service"
        PRIMARY_CARE_NETWORK = "primary_care_network", "Primary care network"
        SOCIAL_CARE_PROVIDER = "social_care_provider", "Social care provider"
        VCSE = "vcse", "Voluntary, community or social enterprise"
        INDEPENDENT = "independent", "Independent provider"
        EDUCATION = "education", "Education"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=40, unique=True)
    org_type = models.CharField(max_length=40, choices=OrgType, default=OrgType.OTHER)
    ods_code = models.CharField(
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^[A-Z0-9]{1,9}$", "Enter 1 to 9 capital letters or digits")],
    )
    is_demonstration = models.BooleanField(default=False)
    small_group_floor = models.PositiveSmallIntegerField(default=11)
    reporting_year_starts_in = models.PositiveSmallIntegerField(default=4)  # month
    created_at = models.DateTimeField(auto_now_add=True)
    edition = models.PositiveIntegerField(default=1)  # what an edit started from

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="small_group_floor_is_never_under_11", condition=Q(small_group_floor__gte=11)
            ),
            models.CheckConstraint(
                name="organisation_slug_is_free", condition=~Q(slug__in=sorted(SLUGS_TAKEN))
            ),
        )

    def __str__(self) -> str:
        return self.name
