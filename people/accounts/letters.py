"""Letters about getting in. A link in one is worked out as the letter leaves, and kept nowhere."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from people.accounts.tokens import invitation_token
from people.letters import Letter
from people.models import Account, Invitation
from ui.wording import moment_in_words

INVITATION = """Hello {name}

{organisation} invites you to Throughline.

Boards and teams use it to agree what they will do together.

Open this link to start. It works once, until {until}:

{link}

If you did not expect this letter, you need not do anything.
"""

FORGOTTEN = """Hello

Somebody, we hope you, asked for a new password for {email} on Throughline.

Open this link to choose one. It works once, within an hour:

{link}

If it was not you, you need not do anything: your password stays as it is.
"""


def invitation_link(invitation: Invitation) -> str:
    token = invitation_token(person_id=invitation.person_id, expires_at=invitation.expires_at)
    path = reverse("entrance:invitation", args=(invitation.organisation.slug, token))
    return f"{settings.SITE_URL}{path}"


def invitation_letter(invitation: Invitation, *, key: str) -> Letter:
    """Asks a person to sign in for the first time."""
    return Letter(
        key=key,
        to=invitation.email,
        subject=f"Your invitation to Throughline at {invitation.organisation.name}",
        body=INVITATION.format(
            name=invitation.person.name,
            organisation=invitation.organisation.name,
            until=moment_in_words(invitation.expires_at),
            link=invitation_link(invitation),
        ),
    )


def password_reset_link(account: Account) -> str:
    key = default_token_generator.make_token(account)
    path = reverse("account_reset_password_from_key", args=(user_pk_to_url_str(account), key))
    return f"{settings.SITE_URL}{path}"


def password_reset_letter(account: Account, *, key: str) -> Letter:
    """Carries the link to choose a new password by."""
    return Letter(
        key=key,
        to=account.email,
        subject="Choose a new password for Throughline",
        body=FORGOTTEN.format(email=account.email, link=password_reset_link(account)),
    )
