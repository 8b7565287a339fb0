from people.accounts.views.demonstration import demonstration
from people.accounts.views.invitations import invitation, invite, withdraw_invitation
from people.accounts.views.landing import account, choose_organisation, landing, sign_out
from people.accounts.views.naming import rename_organisation
from people.accounts.views.set_up import set_up, set_up_tasks

__all__ = [
    "account",
    "choose_organisation",
    "demonstration",
    "invitation",
    "invite",
    "landing",
    "rename_organisation",
    "set_up",
    "set_up_tasks",
    "sign_out",
    "withdraw_invitation",
]
