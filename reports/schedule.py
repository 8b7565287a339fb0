"""What the clock starts."""

from celery import shared_task
from django.utils import timezone

from people.models import Organisation
from reports import services
from reports.models import ReportRun


@shared_task
def take_up_lost_runs() -> None:
    """Every half minute: runs whose worker was lost go to another."""
    for organisation in Organisation.objects.all():
        services.take_up_lost_runs(organisation=organisation, now=timezone.now())


@shared_task
def compute_nightly() -> None:
    """Every night: each organisation's reports, once however often the clock strikes."""
    for organisation in Organisation.objects.all():
        services.ask_for_all(
            organisation=organisation, cause=ReportRun.Cause.NIGHTLY, now=timezone.now()
        )
