from __future__ import annotations

import uuid
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from people.accounts import queries
from people.errands import leave_errand
from people.models import Account
from people.tenancy import acting_in


def make_account(*, email: str, password: str | None) -> Account:
    """A sign-in for an address; without a password it opens by single sign-on only."""
    return Account.objects.create_user(email, password)


@transaction.atomic
def close_account(*, account: Account) -> None:
    """The account opens no more, and every place it is signed in is signed out."""
    Account.objects.filter(pk=account.pk).update(is_active=False)
    end_sessions(account=account)


def end_sessions(*, account: Account) -> None:
    """Signs the account out everywhere."""
    for session in UserSession.objects.filter(user_id=account.pk):
        session.end()


def leave_password_reset_letter(*, account: Account, now: datetime) -> None:
    """Has a link to choose a new password sent; the link is made as the letter leaves."""
    organisation = queries.organisation_that_writes_to(account)
    if organisation is not None:
        with acting_in(organisation, account=account, cause="password reset"):
            leave_errand(
                key=f"password-reset:{account.pk}:{uuid.uuid4()}",
                task="people.accounts.tasks.send_password_reset",
                due_at=now,
                arguments={"account": account.pk},
            )


def leave_security_letter(*, account: Account, subject: str, body: str, now: datetime) -> None:
    """Has the account's owner told that something about signing in has changed."""
    organisation = queries.organisation_that_writes_to(account)
    if organisation is not None:
        with acting_in(organisation, account=account, cause="security letter"):
            leave_errand(
                key=f"security:{account.pk}:{uuid.uuid4()}",
                task="people.tasks.send_letter",
                due_at=now,
                arguments={
                    "to": account.email,
                    "subject": subject,
                    "body": body,
                    "is_about_signing_in": True,
                },
            )
