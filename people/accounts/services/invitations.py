from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from people.accounts import queries
from people.accounts.services.accounts import make_account
from people.accounts.tokens import hashed, invitation_token
from people.errands import leave_errand
from people.models import Account, Invitation, Organisation, Person
from people.tenancy import acting_in

LASTS = timedelta(days=7)


class InvitationRefused(Exception):
    """The message is fit to show to the person who tried."""


class InvitationSpent(Exception):
    """The link was used, withdrawn or never sent, its time is over, or the person has left."""


@transaction.atomic
def invite(*, person: Person, invited_by: Person | None, now: datetime) -> Invitation:
    """Sends a person a link to sign in by; an earlier link that still works stops working."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if trouble := _trouble_with_inviting(locked):
        raise InvitationRefused(trouble)
    withdraw_invitation(person=locked, now=now)
    expires_at = now + LASTS
    invitation = Invitation.objects.create(
        organisation_id=locked.organisation_id,
        person=locked,
        email=locked.email.strip().lower(),
        token_hash=hashed(invitation_token(person_id=locked.pk, expires_at=expires_at)),
        invited_by=invited_by,
        expires_at=expires_at,
    )
    leave_errand(
        key=f"invitation:{invitation.pk}",
        task="people.accounts.tasks.send_invitation",
        due_at=now,
        arguments={"invitation": invitation.pk},
    )
    return invitation


def withdraw_invitation(*, person: Person, now: datetime) -> bool:
    """A link sent to the person stops working; says whether there was one."""
    live = Invitation.objects.filter(person=person, accepted_at=None, withdrawn_at=None)
    return bool(live.update(withdrawn_at=now, updated_at=now))


def accept_with_password(
    *, organisation: Organisation, token: str, password: str, now: datetime
) -> Account:
    """The invited person sets a password: that makes their account, once."""
    return _accept_with_new_account(
        organisation=organisation,
        token=token,
        now=now,
        make=lambda email: make_account(email=email, password=password),
    )


def accept_by_single_sign_on(*, organisation: Organisation, token: str, now: datetime) -> Account:
    """The invited person has signed in at their work: their account opens by that alone."""
    return _accept_with_new_account(
        organisation=organisation,
        token=token,
        now=now,
        make=lambda email: make_account(email=email, password=None),
    )


def accept_as(*, organisation: Organisation, token: str, account: Account, now: datetime) -> None:
    """A person who has an account already takes up the invitation with it."""
    with _spending(organisation=organisation, token=token, now=now) as invitation:
        if Person.objects.filter(account=account).exists():
            raise InvitationRefused(
                f"{account.email} already signs in at {organisation.name}. "
                "Ask whoever invited you to look at both records."
            )
        _link(invitation, account=account, now=now)


def _accept_with_new_account(
    *, organisation: Organisation, token: str, now: datetime, make: Callable[[str], Account]
) -> Account:
    with _spending(organisation=organisation, token=token, now=now) as invitation:
        try:
            with transaction.atomic():
                account = make(invitation.email)
        except IntegrityError as clash:
            raise InvitationRefused(
                f"{invitation.email} already has an account. Sign in with it to accept."
            ) from clash
        _link(invitation, account=account, now=now)
    return account


@contextmanager
def _spending(*, organisation: Organisation, token: str, now: datetime) -> Iterator[Invitation]:
    """The invitation, held by its person's row so that two clicks at once spend it once."""
    with acting_in(organisation, cause="invitation"):
        sent = Invitation.objects.filter(token_hash=hashed(token))
        person_id = sent.values_list("person_id", flat=True).first()
        if person_id is None:
            raise InvitationSpent
        person = Person.objects.select_for_update().get(pk=person_id)
        invitation = sent.get()
        invitation.person = person
        if not queries.works_at(invitation, now=now):
            raise InvitationSpent
        yield invitation


def _link(invitation: Invitation, *, account: Account, now: datetime) -> None:
    invitation.person.account = account
    invitation.person.edition += 1
    invitation.person.save(update_fields=["account", "edition", "updated_at"])
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at", "updated_at"])


def _trouble_with_inviting(person: Person) -> str:
    if not person.is_active:
        return f"{person.name} is no longer active here. Make them active first."
    if person.account_id is not None:
        return f"{person.name} can sign in already."
    if not person.email:
        return f"{person.name} has no email address. Add one, then invite them."
    return ""
