from typing import Any

from celery import shared_task
from django.utils import timezone

from objectives.services import check_in_letters
from people.errands import doing


@shared_task
def send_check_in_letter(
    *, errand_id: int, organisation_id: int, **_from_newer_callers: Any
) -> None:
    """Sends the letter that an errand names; its link is worked out now and kept nowhere."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            check_in_letters.send_letter(
                key=errand.key, person_id=errand.arguments["person"], now=timezone.now()
            )
