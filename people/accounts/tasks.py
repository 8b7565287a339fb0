from typing import Any

from celery import shared_task
from django.utils import timezone

from people.accounts import queries
from people.accounts.letters import invitation_letter, password_reset_letter
from people.correspondence.services import hand_over
from people.errands import doing


@shared_task
def send_invitation(*, errand_id: int, organisation_id: int, **_from_newer_callers: Any) -> None:
    """Sends a letter of invitation, unless it was withdrawn while it waited."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            invitation = queries.invitation_to_send(errand.arguments["invitation"])
            if invitation is not None:
                letter = invitation_letter(invitation, key=errand.key)
                hand_over(letter, errand=errand, now=timezone.now())


@shared_task
def send_password_reset(
    *, errand_id: int, organisation_id: int, **_from_newer_callers: Any
) -> None:
    """Sends the link to choose a new password, which is made here and kept nowhere."""
    with doing(errand_id=errand_id, organisation_id=organisation_id) as errand:
        if errand is not None:
            account = queries.active_account(errand.arguments["account"])
            if account is not None:
                letter = password_reset_letter(account, key=errand.key)
                hand_over(letter, errand=errand, now=timezone.now())
