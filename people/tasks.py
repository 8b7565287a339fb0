from typing import Any

from celery import shared_task

from people import letters
from people.errands import doing


@shared_task
def send_letter(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Sends the letter that an errand carries."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            words = errand.arguments
            letters.send(
                letters.Letter(
                    key=errand.key, to=words["to"], subject=words["subject"], body=words["body"]
                )
            )
