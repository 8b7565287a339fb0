"""Who can sign in to the demonstration: one person for each role, all by the same password."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password

from config.demonstration.records import Demonstration
from config.demonstration.structure import ROOT
from people.accounts.demo import DEMO_PASSWORD
from people.models import Account

# role on the button | where they work | as what
PERSONAS = (
    ("chair", ROOT, "Chair"),
    ("board_member", ROOT, "Chief nurse"),
    ("board_secretary", ROOT, "Board secretary"),
    ("od_staff", "PPL-CUL", "Team manager"),
    ("directorate_lead", "OPM", "General manager"),
    ("team_lead", "OPM-HAW", "Ward manager"),
    ("member", "OPM-HAW", "Staff nurse"),
    ("org_admin", "DIG-EPR", "Digital services manager"),
    ("auditor", "FIN-ACC", "Senior adviser"),
)


def personas(trust: Demonstration) -> dict[str, str]:
    """The staff number of whoever stands for each role."""
    places = [row for row in trust.assignments if row.is_primary and row.ended_on is None]
    return {
        role: next(
            row.staff_id for row in places if (row.unit_code, row.role_title) == (unit, title)
        )
        for role, unit, title in PERSONAS
    }


def add_accounts(trust: Demonstration) -> dict[str, Account]:
    """Accounts by staff number; the password is hashed once for all of them."""
    hashed = make_password(DEMO_PASSWORD)
    address = {person.staff_id: person.email for person in trust.people}
    people = personas(trust).values()
    accounts = [Account(email=address[staff_id], password=hashed) for staff_id in people]
    return dict(zip(people, Account.objects.bulk_create(accounts), strict=True))
