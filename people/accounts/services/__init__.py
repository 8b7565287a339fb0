"""Every write about getting in: accounts, invitations, the first run."""

from people.accounts.services.accounts import (
    close_account,
    end_sessions,
    leave_password_reset_letter,
    leave_security_letter,
    make_account,
)
from people.accounts.services.invitations import (
    InvitationRefused,
    InvitationSpent,
    accept_as,
    accept_by_single_sign_on,
    accept_with_password,
    invite,
    withdraw_invitation,
)
from people.accounts.services.organisations import (
    OrganisationRefused,
    create_organisation,
    rename_organisation,
)
from people.accounts.services.set_up import AlreadySetUp, set_up

__all__ = [
    "AlreadySetUp",
    "InvitationRefused",
    "InvitationSpent",
    "OrganisationRefused",
    "accept_as",
    "accept_by_single_sign_on",
    "accept_with_password",
    "close_account",
    "create_organisation",
    "end_sessions",
    "invite",
    "leave_password_reset_letter",
    "leave_security_letter",
    "make_account",
    "rename_organisation",
    "set_up",
    "withdraw_invitation",
]
