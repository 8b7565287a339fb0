from typing import Any

from celery import shared_task

from people.intake.working import work_on
from people.models import Organisation


@shared_task
def work_on_import(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Checks, carries out or undoes the import an errand names, as the errand says."""
    work_on(errand_id=errand_id, organisation=Organisation.objects.get(pk=organisation_id))
