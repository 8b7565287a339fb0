from typing import Any

from celery import shared_task
from django.utils import timezone

from objectives.services import check_in_letters, digests, nudging
from people.errands import doing


@shared_task
def send_check_in_letter(
    *, errand_id: int, organisation_id: int, **_from_newer_callers: Any
) -> None:
    """Sends the letter that an errand names; its link is worked out now and kept nowhere."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            check_in_letters.send_letter(errand, now=timezone.now())


@shared_task
def send_nudge(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Reminds one person of what waits, if it still does."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            nudging.send_nudge(errand, now=timezone.now())


@shared_task
def send_digest(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Sends one person's week."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            digests.send_digest(errand, now=timezone.now())
