from typing import Any

from celery import shared_task
from django.utils import timezone

from people.errands import doing
from people.models import Organisation
from reports import services
from reports.models import ReportRun


@shared_task
def compute_report(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Computes the run that an errand names. The run keeps itself from being computed twice."""
    organisation = Organisation.objects.get(pk=organisation_id)
    run_id = services.run_of_errand(errand_id=errand_id, organisation=organisation)
    if run_id is not None:
        services.compute(run_id=run_id, organisation=organisation)
    with doing(errand_id=errand_id, organisation_id=organisation_id):
        pass


@shared_task
def compute_after_changes(
    *, errand_id: int, organisation_id: int, **_from_newer_callers: Any
) -> None:
    """Has every report computed now that nothing has changed for a minute."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            services.ask_for_all(
                organisation=errand.organisation,
                cause=ReportRun.Cause.CHANGES,
                now=timezone.now(),
            )
