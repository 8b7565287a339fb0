from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from people.accounts import queries
from people.accounts.services.accounts import make_account
from people.accounts.services.organisations import create_organisation
from people.models import Account, Organisation, Person, RoleGrant
from people.tenancy import acting_in


class AlreadySetUp(Exception):
    """Somebody else made the first account."""


@transaction.atomic
def set_up(
    *, organisation_name: str, slug: str, name: str, email: str, password: str, now: datetime
) -> tuple[Account, Organisation]:
    """The first account of all, as administrator of its organisation.

    An organisation made by command beforehand is taken up by naming its short name.
    """
    with connection.cursor() as cursor:  # two at once wait for each other here
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('people.set_up'))")
    if queries.has_accounts():
        raise AlreadySetUp
    organisation = queries.organisation_called(slug) or create_organisation(
        name=organisation_name, slug=slug
    )
    account = make_account(email=email, password=password)
    with acting_in(organisation, account=account, cause="set-up"):
        person = Person.objects.create(
            organisation=organisation, name=name, email=account.email, account=account
        )
        RoleGrant.objects.create(
            organisation=organisation,
            person=person,
            role=RoleGrant.Role.ORG_ADMIN,
            started_on=timezone.localdate(now),
        )
    return account, organisation
