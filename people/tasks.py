from typing import Any

from celery import shared_task
from django.utils import timezone

from people.correspondence.queries import reader_with
from people.correspondence.services import deliver, hand_over
from people.errands import doing
from people.letters import Letter, Words


@shared_task
def send_letter(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Sends the letter that an errand carries, when its reader wishes it. What is about signing
    in goes to the address at once; what somebody without a sign-in would read goes nowhere."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is None:
            return
        words, now = errand.arguments, timezone.now()
        if words.get("is_about_signing_in"):
            letter = Letter(
                key=errand.key, to=words["to"], subject=words["subject"], body=words["body"]
            )
            hand_over(letter, errand=errand, now=now)
            return
        reader = reader_with(person_id=words.get("person"), address=words["to"])
        if reader is not None:
            parts = {part: words[part] for part in ("subject", "body", "why") if part in words}
            said = Words(**parts)
            deliver(said, to=reader, errand=errand, now=now)
